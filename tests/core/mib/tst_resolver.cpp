// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/library.h"

#include "tests/support/madelibrary.h"

#include <QTest>

#include <ctime>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestResolver final : public QObject {
    Q_OBJECT

private slots:
    void placesTrapsWhereRfc3584Does() {
        const auto library
            = made("IMPORTS enterprises FROM RFC1155-SMI snmp FROM RFC1213-MIB TRAP-TYPE FROM RFC-1215;\n"
                   "ours OBJECT IDENTIFIER ::= { enterprises 99998 }\n"
                   "alarm TRAP-TYPE ENTERPRISE ours DESCRIPTION \"a\" ::= 7\n"
                   "oldLinkDown TRAP-TYPE ENTERPRISE snmp ::= 2\n");
        QCOMPARE(only(library, u"M::alarm"_s).oid(), Oid({1, 3, 6, 1, 4, 1, 99998, 0, 7}));
        QCOMPARE(only(library, u"M::alarm"_s).kind(), NodeKind::Notification);
        QCOMPARE(only(library, u"M::oldLinkDown"_s).oid(), Oid({1, 3, 6, 1, 6, 3, 1, 1, 5, 3}));
        QCOMPARE(library->node({1, 3, 6, 1, 6, 3, 1, 1, 5, 3}).qualifiedName(), u"IF-MIB::linkDown"_s);
    }

    void readsObjectIdentifiersOfEveryForm_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("oid");
        QTest::newRow("from the top") << QByteArray("{ iso org(3) dod(6) 1 4 1 9 }") << u"1.3.6.1.4.1.9"_s;
        QTest::newRow("numbers") << QByteArray("{ 1 3 6 1 4 1 9 }") << u"1.3.6.1.4.1.9"_s;
        QTest::newRow("names alone") << QByteArray("{ iso org dod internet private enterprises 9 }")
                                     << u"1.3.6.1.4.1.9"_s;
        QTest::newRow("number of the root") << QByteArray("{ iso(1) 3 9 }") << u"1.3.9"_s;
        QTest::newRow("module and name") << QByteArray("{ IF-MIB.ifEntry 99 }") << u"1.3.6.1.2.1.2.2.1.99"_s;
        QTest::newRow("an alias") << QByteArray("{ enterprises }") << u"1.3.6.1.4.1"_s;
        QTest::newRow("commas") << QByteArray("{ enterprises, 9, 1 }") << u"1.3.6.1.4.1.9.1"_s;
        QTest::newRow("the largest part") << QByteArray("{ enterprises 4294967295 }") << u"1.3.6.1.4.1.4294967295"_s;
    }
    void readsObjectIdentifiersOfEveryForm() {
        QFETCH(QByteArray, value);
        const auto library = made("IMPORTS enterprises FROM SNMPv2-SMI; x OBJECT IDENTIFIER ::= " + value);
        QTEST(only(library, u"M::x"_s).oid().toString(), "oid");
    }

    void keepsWhatItCannotPlace() {
        const auto library = made("IMPORTS lost FROM GONE-MIB;\n"
                                  "a OBJECT IDENTIFIER ::= { lost 1 }\n"
                                  "b OBJECT IDENTIFIER ::= { a 1 }\n"
                                  "c OBJECT IDENTIFIER ::= { d 1 }\n"
                                  "d OBJECT IDENTIFIER ::= { c 1 }\n"
                                  "e OBJECT IDENTIFIER ::= { e 1 }\n"
                                  "f OBJECT IDENTIFIER ::= { iso 4294967296 }\n");
        QStringList unplaced;
        for (const Unplaced &one : library->unplaced())
            unplaced.append(one.name);
        unplaced.sort();
        QCOMPARE(unplaced.join(u' '), u"a b c d e f"_s);
        QVERIFY(has(library, u"missing-module"_s, u"GONE-MIB"_s));
        QVERIFY(has(library, u"unknown-parent"_s, u"lost"_s));
        QVERIFY(has(library, u"circular-oid"_s, u""_s));
        QVERIFY(has(library, u"bad-number"_s, u""_s));
    }

    void suppliesWhatIsNotImported() {
        const auto library = made("a OBJECT IDENTIFIER ::= { enterprises 1 }\n"
                                  "b OBJECT-TYPE SYNTAX DisplayString ACCESS read-only STATUS mandatory ::= { a 1 }\n"
                                  "c OBJECT-TYPE SYNTAX Counter ACCESS read-only STATUS mandatory ::= { a 2 }\n");
        QCOMPARE(only(library, u"M::b"_s).type().qualifiedName, u"SNMPv2-TC::DisplayString"_s);
        QCOMPARE(only(library, u"M::c"_s).base(), BaseType::Counter32);
        QVERIFY(has(library, u"missing-import"_s, u"enterprises"_s));
        QVERIFY(has(library, u"missing-import"_s, u"DisplayString"_s));
    }

    void followsNamesThatModulesPassOn() {
        const auto library = test::madeLibrary(
            "A DEFINITIONS ::= BEGIN IMPORTS x, T FROM B; a OBJECT-TYPE SYNTAX T ACCESS read-only STATUS mandatory ::= "
            "{ x 1 } END\n"
            "B DEFINITIONS ::= BEGIN IMPORTS x, T FROM C; END\n"
            "C DEFINITIONS ::= BEGIN IMPORTS T FROM C; x OBJECT IDENTIFIER ::= { iso 9 } T ::= INTEGER (0..5) END\n");
        QCOMPARE(only(library, u"A::a"_s).oid(), Oid({1, 9, 1}));
        QCOMPARE(only(library, u"A::a"_s).type().qualifiedName, u"C::T"_s);
        QVERIFY(!has(library, u"import-not-found"_s, u""_s));
    }

    void inheritsAlongAChainOfTypes() {
        const auto library = made("IMPORTS enterprises, Gauge32 FROM SNMPv2-SMI TEXTUAL-CONVENTION FROM SNMPv2-TC;\n"
                                  "Tenths ::= TEXTUAL-CONVENTION DISPLAY-HINT \"d-1\" STATUS current DESCRIPTION \"t\" "
                                  "SYNTAX Gauge32 (0..1000)\n"
                                  "Level ::= Tenths\n"
                                  "a OBJECT-TYPE SYNTAX Level (0..9 | 20) MAX-ACCESS read-only STATUS current "
                                  "DESCRIPTION \"\" ::= { enterprises 1 }\n"
                                  "State ::= INTEGER { on(1), off(2) }\n"
                                  "b OBJECT-TYPE SYNTAX State { on(1) } MAX-ACCESS read-only STATUS current "
                                  "DESCRIPTION \"\" ::= { enterprises 2 }\n"
                                  "Loop ::= Pool Pool ::= Loop\n");
        const TypeInfo type = only(library, u"M::a"_s).type();
        QCOMPARE(type.base, BaseType::Gauge32);
        QCOMPARE(type.displayHint, u"d-1"_s);
        QCOMPARE(type.ranges, QList<Range>({{0, 9}, {20, 20}}));
        QCOMPARE(type.chain, QStringList{u"M::Tenths"_s});
        QCOMPARE(only(library, u"M::a"_s).syntax(), u"Level (0..9 | 20)"_s);
        QCOMPARE(only(library, u"M::b"_s).type().enums.size(), 1);
        QVERIFY(library->type(u"M::Loop"));
        QVERIFY(has(library, u"circular-type"_s, u""_s));
    }

    void bearsDepthAndBreadth() {
        QByteArray text = "n0 OBJECT IDENTIFIER ::= { iso 7 }\n";
        for (int i = 1; i < 200'000; ++i)
            text += "n" + QByteArray::number(i) + " OBJECT IDENTIFIER ::= { n" + QByteArray::number(i - 1) + " 1 }\n";
        text += "wide OBJECT IDENTIFIER ::= { iso 8 }\n";
        for (int i = 60'000; i > 0; --i)
            text += "w" + QByteArray::number(i) + " OBJECT IDENTIFIER ::= { wide " + QByteArray::number(i) + " }\n";
        const std::clock_t begin = std::clock(); // processor time: others may use the machine
        const auto library = made(text);
        QVERIFY((std::clock() - begin) / CLOCKS_PER_SEC < 30);
        QCOMPARE(only(library, u"M::n126"_s).oid().size(), Oid::MaxLength);
        QCOMPARE(library->unplaced().size(), 200'000 - 127);
        QVERIFY(has(library, u"oid-too-long"_s, u"n127"_s));
        QCOMPARE(only(library, u"M::wide"_s).childCount(), 60'000);
        QCOMPARE(only(library, u"M::wide"_s).child(59'999).name(), u"w60000"_s);
        QCOMPARE(library->node({1, 8, 777}).name(), u"w777"_s);
    }

private:
    static Library::Pointer made(const QByteArray &body) {
        return test::madeLibrary("M DEFINITIONS ::= BEGIN\n" + body + "\nEND\n");
    }
    static NodeRef only(const Library::Pointer &library, const QString &name) {
        const QList<NodeRef> found = library->named(name);
        return found.size() == 1 ? found.front() : NodeRef();
    }
    static bool has(const Library::Pointer &library, const QString &code, const QString &words) {
        return std::ranges::any_of(library->diagnostics(),
            [&](const Diagnostic &one) { return one.code == code && one.message.contains(words); });
    }
};

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
