// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/describe.h"
#include "core/work/vendor.h"
#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Who made a device, by its sysObjectID.
class TestVendor final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = madeLibrary(testModule()); }

    void enterprisesAreKnownByTheirNumber_data() {
        QTest::addColumn<Oid>("identity");
        QTest::addColumn<QString>("vendor");
        QTest::newRow("the first of the list") << Oid{1, 3, 6, 1, 4, 1, 2, 6} << u"IBM"_s;
        QTest::newRow("one in its middle") << Oid{1, 3, 6, 1, 4, 1, 9, 1, 516} << u"Cisco Systems"_s;
        QTest::newRow("net-snmp's agent") << Oid{1, 3, 6, 1, 4, 1, 8072, 3, 2, 10} << u"Net-SNMP"_s;
        QTest::newRow("the last") << Oid{1, 3, 6, 1, 4, 1, 47196, 4} << u"HPE Aruba Networking"_s;
        QTest::newRow("by its module") << Oid{1, 3, 6, 1, 4, 1, 99999, 7} << u"Tests"_s;
        QTest::newRow("nobody's number") << Oid{1, 3, 6, 1, 4, 1, 4000000000, 7} << QString();
        QTest::newRow("no enterprise") << Oid{1, 3, 6, 1, 2, 1, 1} << QString();
        QTest::newRow("enterprises itself") << Oid{1, 3, 6, 1, 4, 1} << QString();
    }

    void enterprisesAreKnownByTheirNumber() {
        QFETCH(Oid, identity);
        QTEST(vendorOf(identity, *m_library), "vendor");
    }

    void theWindowNamesTheVendorAndScriptsGetTheNumberAlone() {
        const VarBind identity{Oid{1, 3, 6, 1, 2, 1, 1, 2, 0}, Value::oid(Oid{1, 3, 6, 1, 4, 1, 9, 1, 516})};
        const QString number = u"SNMPv2-SMI::enterprises.9.1.516"_s;
        QCOMPARE(Describe(m_library).value(identity), number + u" · Cisco Systems"_s);
        QCOMPARE(Describe(m_library, Describe::Style::Terminal).value(identity), number);
        const VarBind other{Oid{1, 3, 6, 1, 2, 1, 1, 9, 1, 2, 1}, identity.value};
        QCOMPARE(Describe(m_library).value(other), number);
    }

private:
    Library::Pointer m_library;
};

QTEST_APPLESS_MAIN(TestVendor)
#include "tst_vendor.moc"
