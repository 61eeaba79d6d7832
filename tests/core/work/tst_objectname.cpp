// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/objectname.h"

#include "core/work/describe.h"
#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestObjectName final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule());
        QVERIFY(m_library);
    }

    void finds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("oid");
        QTest::addColumn<bool>("hasInstance");
        QTest::newRow("dotted") << u"1.3.6.1.2.1.1.3.0"_s << u"1.3.6.1.2.1.1.3.0"_s << true;
        QTest::newRow("leading dot and spaces") << u" .1.3.6.1 "_s << u"1.3.6.1"_s << false;
        QTest::newRow("largest part") << u"1.3.4294967295"_s << u"1.3.4294967295"_s << false;
        QTest::newRow("module and instance") << u"IF-MIB::ifDescr.3"_s << u"1.3.6.1.2.1.2.2.1.2.3"_s << true;
        QTest::newRow("name and instance") << u"ifDescr.3"_s << u"1.3.6.1.2.1.2.2.1.2.3"_s << true;
        QTest::newRow("bare name") << u"ifDescr"_s << u"1.3.6.1.2.1.2.2.1.2"_s << false;
        QTest::newRow("a name with a hyphen") << u"mib-2"_s << u"1.3.6.1.2.1"_s << false;
        QTest::newRow("names of children") << u"system.sysDescr.0"_s << u"1.3.6.1.2.1.1.1.0"_s << true;
        QTest::newRow("a whole path") << u".iso.org.dod.internet"_s << u"1.3.6.1"_s << false;
        QTest::newRow("index by value") << u"tcpConnState[\"10.0.0.1\"][22][\"0.0.0.0\"][0]"_s
                                        << u"1.3.6.1.2.1.6.13.1.1.10.0.0.1.22.0.0.0.0.0"_s << true;
        QTest::newRow("unquoted, with a module") << u"TCP-MIB::tcpConnState[10.0.0.1][22][0.0.0.0][0]"_s
                                                 << u"1.3.6.1.2.1.6.13.1.1.10.0.0.1.22.0.0.0.0.0"_s << true;
        QTest::newRow("a bracket in a value")
            << u"testNameValue[1.3][\"a]\\\"\"][x]"_s << u"1.3.6.1.4.1.99999.3.1.4.2.1.3.3.97.93.34.120"_s << true;
        QTest::newRow("a scalar in brackets") << u"sysUpTime[0]"_s << u"1.3.6.1.2.1.1.3.0"_s << true;
        QTest::newRow("quoted octets with their count")
            << u"testNameValue.0.\"ab\".120"_s << u"1.3.6.1.4.1.99999.3.1.4.0.2.97.98.120"_s << true;
        QTest::newRow("quoted octets without")
            << u"testNameValue.0.0.'xy'"_s << u"1.3.6.1.4.1.99999.3.1.4.0.0.120.121"_s << true;
    }
    void finds() {
        QFETCH(const QString, text);
        QFETCH(const QString, oid);
        QFETCH(const bool, hasInstance);
        const auto found = ObjectName::parse(text, *m_library);
        QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.failure().text()));
        QCOMPARE(found->oid.toString(), oid);
        QCOMPARE(found->hasInstance, hasInstance);
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::addColumn<QString>("told");
        using Kind = Failure::Kind;
        QTest::newRow("nothing") << u" "_s << Kind::BadUsage << u"object"_s;
        QTest::newRow("unknown name") << u"ifDescription"_s << Kind::UnknownObject << u"ifDescription"_s;
        QTest::newRow("unknown module") << u"NO-MIB::ifDescr"_s << Kind::UnknownObject << u"NO-MIB"_s;
        QTest::newRow("unknown child") << u"system.ifDescr"_s << Kind::UnknownObject << u"system.ifDescr"_s;
        QTest::newRow("part too large") << u"1.3.4294967296"_s << Kind::BadUsage << u"4294967296"_s;
        QTest::newRow("instance too large")
            << u"ifDescr.99999999999999999999999"_s << Kind::BadUsage << u"4294967295"_s;
        QTest::newRow("too many parts") << u"1"_s + u".1"_s.repeated(128) << Kind::BadUsage << u"128"_s;
        QTest::newRow("too many parts behind a name")
            << u"ifDescr"_s + u".1"_s.repeated(128) << Kind::BadUsage << u"128"_s;
        QTest::newRow("no number") << u"1.3.x"_s << Kind::InvalidOid << u"1.3.x"_s;
        QTest::newRow("two dots") << u"1..3"_s << Kind::InvalidOid << u"1..3"_s;
        QTest::newRow("a dot at the end") << u"ifDescr."_s << Kind::InvalidOid << u"ifDescr."_s;
        QTest::newRow("an open bracket") << u"ifDescr[3"_s << Kind::BadUsage << u"bracket"_s;
        QTest::newRow("something between brackets") << u"ifDescr[3].4"_s << Kind::BadUsage << u"bracket"_s;
        QTest::newRow("too few indices") << u"tcpConnState[10.0.0.1]"_s << Kind::BadValue << u"tcpConnLocalPort"_s;
        QTest::newRow("an index of another type") << u"ifDescr[eth0]"_s << Kind::BadValue << u"ifIndex"_s;
        QTest::newRow("no column") << u"ifTable[3]"_s << Kind::BadUsage << u"ifTable"_s;
    }
    void saysWhatIsWrong() {
        QFETCH(const QString, text);
        QFETCH(const Failure::Kind, kind);
        QFETCH(const QString, told);
        const auto found = ObjectName::parse(text, *m_library);
        QVERIFY(!found.ok());
        QCOMPARE(found.failure().kind(), kind);
        QVERIFY2(found.failure().text().contains(told), qPrintable(found.failure().text()));
    }

    void readsBackWhatIsShown() {
        const Describe describe(m_library);
        for (const char16_t *dotted :
            {u"1.3.6.1.2.1.6.13.1.1.10.0.0.1.22.0.0.0.0.0", u"1.3.6.1.4.1.99999.3.1.4.2.1.3.3.97.93.34.120",
                u"1.3.6.1.4.1.99999.2.1.5.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1.1.0.26.43.60.77.94",
                u"1.3.6.1.4.1.99999.3.1.4.0.2.0.255.120", u"1.3.6.1.2.1.1.3.0", u"1.3.6.1.4.1.99999.77.1"}) {
            const Oid oid = *Oid::parse(QStringView(dotted));
            for (const QString &text : {describe.name(oid), describe.typedName(oid)}) {
                const auto found = ObjectName::parse(text, *m_library);
                QVERIFY2(found.ok(), qPrintable(text));
                QCOMPARE(found->oid.toString(), oid.toString());
            }
        }
    }

    void knowsNothingWithoutModules() {
        const auto found = ObjectName::parse(u"1.3.6.1", *Library::empty());
        QVERIFY(found.ok());
        QVERIFY(found->object.isEmpty() && !found->hasInstance);
        QVERIFY(!ObjectName::parse(u"ifDescr", *Library::empty()).ok());
    }

private:
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestObjectName)
#include "tst_objectname.moc"
