// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/library.h"

#include "core/mib/collection.h"

#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestLibrary final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }

    void findsNodesByOid() {
        QCOMPARE(m_library->node({1, 3, 6, 1, 2, 1, 2, 2, 1, 2}).qualifiedName(), u"IF-MIB::ifDescr"_s);
        QVERIFY(m_library->node({1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 1}).isNull());
        QCOMPARE(m_library->nearest({1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 17}).name(), u"ifDescr"_s);
        QCOMPARE(m_library->nearest({3, 5}), m_library->root());
        QCOMPARE(m_library->node({}), m_library->root());
    }

    void findsNodesByName() {
        QCOMPARE(m_library->named(u"ifDescr").size(), 1);
        QCOMPARE(m_library->named(u"ifDescr").front().module(), u"IF-MIB"_s);
        QCOMPARE(m_library->named(u"RFC1213-MIB::ifDescr").front().module(), u"RFC1213-MIB"_s);
        QCOMPARE(m_library->named(u"RFC1213-MIB::ifDescr").front().oid(), m_library->named(u"ifDescr").front().oid());
        QVERIFY(m_library->named(u"ifdescr").isEmpty());
        QVERIFY(m_library->named(u"NO-MIB::ifDescr").isEmpty());
        QVERIFY(m_library->named(u"").isEmpty());
    }

    void standsInOidOrder() {
        for (qsizetype i = 1; i < m_library->nodeCount(); ++i) {
            const NodeRef node = m_library->at(i);
            QVERIFY(m_library->at(i - 1).oid() <= node.oid());
            const NodeRef place = m_library->node(node.oid());
            QCOMPARE(place.oid(), node.oid());
            QCOMPARE(place.parent().child(place.row()), place);
        }
        QVERIFY(m_library->at(m_library->nodeCount()).isNull());
        QVERIFY(m_library->at(-1).isNull());
    }

    void knowsTables() {
        const NodeRef column = node(u"ifHCInOctets"_s);
        QCOMPARE(column.kind(), NodeKind::Column);
        QCOMPARE(column.rowNode().name(), u"ifXEntry"_s);
        QCOMPARE(column.rowNode().augments(), u"IF-MIB::ifEntry"_s);
        QCOMPARE(column.indexes(), QList<IndexItem>({{u"ifIndex"_s, false}}));
        QCOMPARE(column.indexNodes().front().oid(), node(u"ifIndex"_s).oid());
        QCOMPARE(node(u"ifXTable"_s).kind(), NodeKind::Table);
        QCOMPARE(node(u"ifXTable"_s).columns().size(), 19);
        QCOMPARE(node(u"ifNumber"_s).kind(), NodeKind::Scalar);
        QVERIFY(node(u"ifNumber"_s).rowNode().isNull());
        QCOMPARE(node(u"ifTable"_s).syntax(), u"SEQUENCE OF IfEntry"_s);
        QCOMPARE(node(u"ipAddressEntry"_s).indexes().size(), 2);
        QVERIFY(!node(u"ipAddressEntry"_s).indexes().back().implied);
    }

    /// As UCD-SNMP-MIB had it before it had entries.
    void takesATableWithoutRowsForARow() {
        const auto library = test::madeLibrary("OLD-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises FROM RFC1155-SMI "
                                               "OBJECT-TYPE FROM RFC-1212;\n"
                                               "load OBJECT-TYPE SYNTAX SEQUENCE OF Load ACCESS not-accessible "
                                               "STATUS mandatory INDEX { loadIndex } ::= { enterprises 99999 }\n"
                                               "Load ::= SEQUENCE { loadIndex INTEGER, loadName OCTET STRING }\n"
                                               "loadIndex OBJECT-TYPE SYNTAX INTEGER ACCESS read-only "
                                               "STATUS mandatory ::= { load 1 }\n"
                                               "loadName OBJECT-TYPE SYNTAX OCTET STRING ACCESS read-only "
                                               "STATUS mandatory ::= { load 2 }\n"
                                               "END\n");
        const NodeRef name = library->named(u"loadName").front();
        QCOMPARE(name.kind(), NodeKind::Column);
        QCOMPARE(name.rowNode().name(), u"load"_s);
        QCOMPARE(name.rowNode().kind(), NodeKind::Row);
        QCOMPARE(name.indexes(), QList<IndexItem>({{u"loadIndex"_s, false}}));
        QCOMPARE(name.columns().size(), 2);
    }

    /// Two modules of one number, as IEEE has them: a table to one is a group of scalars to the other.
    void eachModuleSaysWhatItsObjectsAre() {
        const QByteArray head = " DEFINITIONS ::= BEGIN IMPORTS enterprises, OBJECT-TYPE FROM SNMPv2-SMI;\n";
        const QByteArray isThat = " STATUS current DESCRIPTION \"\" ";
        const auto library = test::madeLibrary("A-MIB" + head
            + "aTable OBJECT-TYPE SYNTAX SEQUENCE OF AEntry MAX-ACCESS not-accessible" + isThat
            + "::= { enterprises 99999 1 }\n"
              "aEntry OBJECT-TYPE SYNTAX AEntry MAX-ACCESS not-accessible"
            + isThat
            + "INDEX { aIndex } ::= { aTable 1 }\n"
              "AEntry ::= SEQUENCE { aIndex Integer32 }\n"
              "aIndex OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only"
            + isThat
            + "::= { aEntry 1 }\n"
              "aStray OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only"
            + isThat + "::= { aTable 2 }\nEND\nB-MIB" + head
            + "bGroup OBJECT IDENTIFIER ::= { enterprises 99999 1 }\n"
              "bScalar OBJECT-TYPE SYNTAX Integer32 MAX-ACCESS read-only"
            + isThat + "::= { bGroup 1 }\nEND\n");
        const auto kind = [&](QStringView name) { return library->named(name).front().kind(); };
        QCOMPARE(kind(u"aEntry"), NodeKind::Row);
        QCOMPARE(kind(u"aIndex"), NodeKind::Column);
        QCOMPARE(kind(u"bGroup"), NodeKind::Node);
        QCOMPARE(kind(u"bScalar"), NodeKind::Scalar);
        QCOMPARE(kind(u"aStray"), NodeKind::Scalar);
        QCOMPARE(library->named(u"aIndex").front().rowNode().name(), u"aEntry"_s);
        QCOMPARE(library->named(u"aTable").front().columns().size(), 1);
    }

    void namesARowToAugmentThatIsNotThere() {
        const auto library = test::madeLibrary("MORE-MIB DEFINITIONS ::= BEGIN IMPORTS enterprises, OBJECT-TYPE FROM "
                                               "SNMPv2-SMI lostEntry FROM LOST-MIB;\n"
                                               "moreTable OBJECT-TYPE SYNTAX SEQUENCE OF MoreEntry MAX-ACCESS "
                                               "not-accessible STATUS current DESCRIPTION \"\" ::= { enterprises 9 }\n"
                                               "moreEntry OBJECT-TYPE SYNTAX MoreEntry MAX-ACCESS not-accessible "
                                               "STATUS current DESCRIPTION \"\" AUGMENTS { lostEntry } "
                                               "::= { moreTable 1 }\n"
                                               "MoreEntry ::= SEQUENCE { more INTEGER }\n"
                                               "END\n");
        const NodeRef row = library->named(u"moreEntry").front();
        QCOMPARE(row.augments(), u"lostEntry"_s);
        QVERIFY(row.indexes().isEmpty());
        QVERIFY(row.objects().isEmpty());
    }

    void knowsTypes() {
        QCOMPARE(node(u"ifDescr"_s).syntax(), u"DisplayString (SIZE (0..255))"_s);
        QCOMPARE(node(u"ifDescr"_s).type().sizes, QList<Range>({{0, 255}}));
        QCOMPARE(node(u"ifDescr"_s).displayHint(), u"255a"_s);
        QCOMPARE(node(u"ifOperStatus"_s).type().enums.front(), (EnumItem{u"up"_s, 1}));
        QCOMPARE(node(u"ifIndex"_s).type().qualifiedName, u"IF-MIB::InterfaceIndex"_s);
        QCOMPARE(node(u"ifMtu"_s).type().name, u"Integer32"_s);
        QVERIFY(node(u"ifMtu"_s).type().qualifiedName.isEmpty());
        const TypeInfo *type = m_library->type(u"SNMPv2-TC::DisplayString");
        QVERIFY(type);
        QCOMPARE(type->displayHint, u"255a"_s);
        QCOMPARE(m_library->type(u"SNMPv2-TC::DisplayString"), type);
        QVERIFY(!m_library->type(u"SNMPv2-TC::Nothing") && !m_library->type(u"DisplayString"));
    }

    void knowsNotificationsAndGroups() {
        QCOMPARE(node(u"linkDown"_s).kind(), NodeKind::Notification);
        QCOMPARE(node(u"linkDown"_s).objects(),
            QStringList({u"IF-MIB::ifIndex"_s, u"IF-MIB::ifAdminStatus"_s, u"IF-MIB::ifOperStatus"_s}));
        QCOMPARE(node(u"snmpTrapOID"_s).access(), Access::AccessibleForNotify);
        QCOMPARE(node(u"ifMIB"_s).kind(), NodeKind::Module);
    }

    void knowsModules() {
        const ModuleInfo *info = m_library->module(u"IF-MIB");
        QVERIFY(info);
        QCOMPARE(info->lastUpdated, u"2000-06-14 00:00"_s);
        QCOMPARE(info->tier, int(Collection::Shipped));
        QCOMPARE(info->smiVersion, 2);
        QCOMPARE(info->identity, Oid({1, 3, 6, 1, 2, 1, 31}));
        QVERIFY(info->file.endsWith(u"IF-MIB"_s) && m_library->imports(u"IF-MIB").value(0).found);
        QCOMPARE(m_library->module(u"RFC1213-MIB")->smiVersion, 1);
        QVERIFY(!m_library->module(u"NO-MIB"));
    }

    void saysNothingOfAnEmptyLibrary() {
        const auto empty = Library::empty();
        QCOMPARE(empty->nodeCount(), 1);
        QCOMPARE(empty->nearest({1, 3, 6}), empty->root());
        QVERIFY(
            empty->node({1, 3, 6}).isNull() && empty->named(u"iso").isEmpty() && empty->search(u"if", 10).isEmpty());
        QVERIFY(empty->root().childCount() == 0 && empty->root().name().isEmpty() && empty->root().parent().isNull());
    }

    void readsTextsOfAnyEncoding() {
        const auto library
            = test::madeLibrary("M DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\r\n"
                                "a OBJECT-TYPE SYNTAX INTEGER UNITS \"\xb0"
                                "C\" ACCESS read-only STATUS mandatory\r\n"
                                "  DESCRIPTION \"Gr\xfc\xdf"
                                "e\r\n        two\r\n          three\"\r\n  DEFVAL { -5 } ::= { enterprises 1 }\r\n"
                                "b OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory DESCRIPTION "
                                "\"\xe2\x82\xac\" ::= { enterprises 2 } END\r\n");
        const NodeRef a = library->named(u"M::a").front();
        QCOMPARE(a.units(), u"°C"_s);
        QCOMPARE(a.description(), u"Grüße\ntwo\n  three"_s);
        QCOMPARE(a.defaultValue(), u"-5"_s);
        QCOMPARE(a.line(), 2);
        QCOMPARE(library->named(u"M::b").front().description(), u"€"_s);
    }

    void textsLoseThePagesTheyWerePrintedOn() {
        const auto library = test::madeLibrary("M DEFINITIONS ::= BEGIN IMPORTS enterprises FROM SNMPv2-SMI;\n"
                                               "a OBJECT-TYPE SYNTAX INTEGER ACCESS read-only STATUS mandatory\n"
                                               "    DESCRIPTION\n        \"Before\n\n"
                                               "Somebody & Others      Standards Track       [Page 12]\n\f\n"
                                               "RFC 2863         The Interfaces Group MIB         June 2000\n\n"
                                               "        after; see [Page 3].\"\n    ::= { enterprises 1 } END\n");
        const QString text = library->named(u"M::a").front().description();
        QVERIFY2(text.startsWith(u"Before\n") && text.endsWith(u"after; see [Page 3]."), qPrintable(text));
        QVERIFY2(!text.contains(u"Somebody") && !text.contains(u"2863"), qPrintable(text));
    }

private:
    NodeRef node(const QString &name) const {
        const QList<NodeRef> found = m_library->named(name);
        return found.isEmpty() ? NodeRef() : found.front();
    }
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
