// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/describe.h"

#include "tests/support/madelibrary.h"

#include <QElapsedTimer>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {
const Oid enterprise{1, 3, 6, 1, 4, 1, 99999};
Oid scalar(Oid::Part number) { return enterprise + Oid{1, number, 0}; }
Value hex(const char *text) { return Value::octets(QByteArray::fromHex(text)); }
} // namespace

Q_DECLARE_METATYPE(walkabout::VarBind)

class TestDescribe final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule());
        QVERIFY(m_library);
    }

    void names() {
        const Describe describe(m_library);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3}), u"IF-MIB::ifOperStatus.3"_s);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 4294967295U}), u"IF-MIB::ifOperStatus.4294967295"_s);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 8}), u"IF-MIB::ifOperStatus"_s);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 1, 3, 0}), u"SNMPv2-MIB::sysUpTime.0"_s);
        QCOMPARE(describe.name({1, 3, 6, 1, 4, 1, 9, 1}), u"SNMPv2-SMI::enterprises.9.1"_s);
        QCOMPARE(describe.name({2, 999, 1}).section(u'.', -1), u"1"_s);
        QCOMPARE(Describe(Library::empty()).name({1, 3, 6, 1}), u"1.3.6.1"_s);
        QCOMPARE(Describe(nullptr).name({1, 3, 6, 1}), u"1.3.6.1"_s);
    }

    void namesInstancesByValue() {
        const Describe describe(m_library);
        const Oid mac{0, 26, 43, 60, 77, 94};
        QCOMPARE(describe.typedName(enterprise + Oid{2, 1, 5, 1, 4, 10, 0, 0, 1, 2} + mac),
            u"testAddrState[ipv4][10.0.0.1][fast][00:1a:2b:3c:4d:5e]"_s);
        QCOMPARE(describe.typedName(enterprise + Oid{2, 1, 5, 7}), u"testAddrState.7"_s);
        QCOMPARE(describe.typedName({1, 3, 6, 1, 2, 1, 1, 3, 0}), u"sysUpTime.0"_s);
        QCOMPARE(describe.typedName({1, 3, 6, 1, 2, 1, 2, 2, 1, 8}), u"ifOperStatus"_s);
    }

    void writesValues_data() {
        QTest::addColumn<VarBind>("varBind");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("terminal");
        const auto row = [](const char *name, const Oid &oid, const Value &value, const QString &window,
                             const QString &terminal = {}) {
            QTest::newRow(name) << VarBind{oid, value} << window << (terminal.isNull() ? window : terminal);
        };
        const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
        const Oid nowhere{1, 3, 6, 1, 4, 1, 99998, 1};
        row("enum", ifEntry + Oid{8, 3}, Value::integer(1), u"up(1)"_s);
        row("a number that no label has", ifEntry + Oid{8, 3}, Value::integer(99), u"99"_s);
        row("hardware address", ifEntry + Oid{6, 3}, hex("001a2b3c4d5e"), u"00:1a:2b:3c:4d:5e"_s,
            u"0:1a:2b:3c:4d:5e"_s);
        row("MacAddress", scalar(4), hex("00000c07ac01"), u"00:00:0c:07:ac:01"_s, u"0:0:c:7:ac:1"_s);
        row("no hardware address", ifEntry + Oid{6, 1}, hex(""), u""_s);
        row("TimeTicks", {1, 3, 6, 1, 2, 1, 1, 3, 0}, Value::timeTicks(104'778'507), u"12d 03:03:05"_s,
            u"(104778507) 12 days, 3:03:05.07"_s);
        row("one day", scalar(12), Value::timeTicks(8'640'000), u"1d 00:00:00"_s, u"(8640000) 1 day, 0:00:00.00"_s);
        row("under a day", scalar(12), Value::timeTicks(123), u"00:00:01"_s, u"(123) 0:00:01.23"_s);
        row("DateAndTime", scalar(5), hex("07ea0b16030405002b0100"), u"2026-11-22 03:04:05 +01:00"_s,
            u"2026-11-22,3:4:5.0,+1:0"_s);
        row("DateAndTime without zone", scalar(5), hex("07ea0b1603040500"), u"2026-11-22 03:04:05 device's local"_s,
            u"2026-11-22,3:4:5.0"_s);
        row("DateAndTime of zeros", scalar(5), hex("0000000000000000"), u"not set"_s, u"0-0-0,0:0:0.0"_s);
        row("DateAndTime that is none", scalar(5), hex("07ea0d16030405aa"), u"07 ea 0d 16 03 04 05 aa"_s,
            u"2026-13-22,3:4:5.170"_s);
        row("hinted number", scalar(2), Value::integer(-123), u"-12.3"_s);
        row("hinted fraction", scalar(2), Value::integer(-5), u"-0.5"_s, u"-.5"_s);
        row("hinted zero", scalar(2), Value::integer(0), u"0.0"_s, u".0"_s);
        row("BITS", scalar(6), hex("c0400000"), u"bridge, router, phone"_s, u"bridge(0) router(1) phone(9)"_s);
        row("a bit without label", scalar(6), hex("20"), u"2"_s);
        row("no bit", scalar(6), hex("0000"), u""_s);
        row("DisplayString", scalar(3), Value::octets("eth0"), u"eth0"_s);
        row("UTF-8", scalar(3), Value::octets("Z\xc3\xbcrich"), u"Zürich"_s);
        row("Latin-1", scalar(3), Value::octets("Z\xfcrich"), u"Zürich (Latin-1)"_s, u"Zürich"_s);
        row("a trailing NUL", scalar(7), hex("616200"), u"ab"_s);
        row("line breaks", scalar(7), Value::octets("a\r\nb"), u"a\r\nb"_s);
        row("octets that are no text", scalar(7), hex("001a2b"), u"00 1a 2b"_s);
        row("a text that is none", scalar(3), hex("001a2b"), u"00 1a 2b"_s);
        row("an object identifier", scalar(11), Value::oid({1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3}),
            u"IF-MIB::ifOperStatus.3"_s);
        row("IpAddress", scalar(10), *Value::ipAddress(QByteArray::fromHex("c0000201")), u"192.0.2.1"_s);
        row("Counter64", scalar(8), Value::counter64(~0ULL), u"18446744073709551615"_s);
        row("Counter32", nowhere, Value::counter32(~0U), u"4294967295"_s);
        row("Float", nowhere, Value::opaqueFloat(0.1F), u"0.1"_s);
        row("Double", nowhere, Value::opaqueDouble(0.1), u"0.1"_s);
        row("Opaque", nowhere, Value::opaque("\x01\x02"), u"01 02"_s);
        row("unknown text", nowhere, Value::octets("text"), u"text"_s);
        row("wire type unlike the module's", ifEntry + Oid{8, 3}, Value::octets("up"), u"up"_s);
        row("no object", scalar(1), Value::exception(Value::Type::NoSuchObject), u"no such object"_s,
            u"No Such Object"_s);
        row("no instance", scalar(1), Value::exception(Value::Type::NoSuchInstance), u"no such instance"_s,
            u"No Such Instance"_s);
        row("the end", scalar(1), Value::exception(Value::Type::EndOfMibView), u"end of MIB view"_s,
            u"End of MIB View"_s);
    }
    void writesValues() {
        QFETCH(const VarBind, varBind);
        QFETCH(const QString, window);
        QFETCH(const QString, terminal);
        QCOMPARE(Describe(m_library).value(varBind), window);
        QCOMPARE(Describe(m_library, Describe::Style::Terminal).value(varBind), terminal);
    }

    void tellsTheTypeTheLibraryHas() {
        const Describe describe(m_library);
        QCOMPARE(describe.type({scalar(6), hex("80")}), u"Bits"_s);
        QCOMPARE(describe.type({scalar(7), hex("80")}), u"OctetString"_s);
        QCOMPARE(describe.type({scalar(9), Value::gauge32(1)}), u"Unsigned32"_s);
        QCOMPARE(describe.type({{1, 3, 6, 1, 2, 1, 2, 2, 1, 5, 1}, Value::gauge32(1)}), u"Gauge32"_s);
        QCOMPARE(describe.type({scalar(6), Value::exception(Value::Type::NoSuchInstance)}), u"NoSuchInstance"_s);
        QCOMPARE(describe.units(scalar(2)), u"degrees"_s);
        QCOMPARE(describe.units(scalar(1)), QString());
    }

    void remembersNothingOfAnotherObject() {
        const Describe describe(m_library);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 5}), u"IF-MIB::ifIndex.5"_s);
        QCOMPARE(describe.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 10, 5}), u"IF-MIB::ifInOctets.5"_s);
        const Describe copy = describe;
        QCOMPARE(copy.name({1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 5}), u"IF-MIB::ifIndex.5"_s);
    }

    void isFastEnoughToStream() {
        const Describe describe(m_library, Describe::Style::Terminal);
        const int rounds = 200'000;
        qsizetype characters = 0;
        VarBind varBind{{1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 0}, Value::integer(1)};
        const Oid column{1, 3, 6, 1, 2, 1, 2, 2, 1, 8};
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < rounds; ++i) {
            varBind.oid = column + Oid::Part(i);
            characters += describe.name(varBind.oid).size() + describe.value(varBind).size();
        }
        const double each = double(timer.nsecsElapsed()) / 1000 / rounds;
        qInfo("%.2f us for name and value", each);
        QVERIFY(characters > rounds);
        QVERIFY2(each < 20, "so slow that something is looked up anew each time");
    }

private:
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
