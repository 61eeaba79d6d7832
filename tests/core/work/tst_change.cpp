// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/change.h"

#include "tests/support/madelibrary.h"

#include <QTest>

#include <limits>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {
Value hex(const char *text) { return Value::octets(QByteArray::fromHex(text)); }
} // namespace

Q_DECLARE_METATYPE(walkabout::Value)

class TestChange final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule());
        QVERIFY(m_library);
    }

    void takesTheTypeFromTheModule_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<Value>("value");
        QTest::newRow("number") << u"testLevel.0=-5"_s << Value::integer(-5);
        QTest::newRow("second range") << u"testLevel.0=10"_s << Value::integer(10);
        QTest::newRow("scalar without .0") << u"testLevel=3"_s << Value::integer(3);
        QTest::newRow("hint backwards") << u"testTemperature.0=21.5"_s << Value::integer(215);
        QTest::newRow("label") << u"testMode.0=fast"_s << Value::integer(2);
        QTest::newRow("label with number") << u"testMode.0=fast(2)"_s << Value::integer(2);
        QTest::newRow("number of a label") << u"testMode.0=2"_s << Value::integer(2);
        QTest::newRow("text") << u"testName.0=a=b c "_s << Value::octets("a=b c ");
        QTest::newRow("text that looks like hex") << u"testName.0=0x4142"_s << Value::octets("0x4142");
        QTest::newRow("UTF-8 counts octets") << u"testName.0=Zürich"_s << Value::octets("Z\xc3\xbcrich");
        QTest::newRow("hardware address") << u"testMac.0=00:1a:2b:3c:4d:5e"_s << hex("001a2b3c4d5e");
        QTest::newRow("hardware address, one digit") << u"testMac.0=a:1b:2c:3d:4e:5f"_s << hex("0a1b2c3d4e5f");
        QTest::newRow("hardware address, Cisco's") << u"testMac.0=001a.2b3c.4d5e"_s << hex("001a2b3c4d5e");
        QTest::newRow("date") << u"testWhen.0=2026-11-22 03:04:05 +01:00"_s << hex("07ea0b16030405002b0100");
        QTest::newRow("date, ISO") << u"testWhen.0=2026-11-22T03:04:05Z"_s << hex("07ea0b16030405002b0000");
        QTest::newRow("date by its hint") << u"testWhen.0=2026-11-22,3:4:5.0,+1:0"_s << hex("07ea0b16030405002b0100");
        QTest::newRow("date without zone") << u"testWhen.0=2026-11-22 03:04:05"_s << hex("07ea0b1603040500");
        QTest::newRow("bits") << u"testFeatures.0=bridge(0) phone"_s << hex("8040");
        QTest::newRow("bits as the window shows them") << u"testFeatures.0=bridge, router"_s << hex("c000");
        QTest::newRow("no bits") << u"testFeatures.0="_s << hex("0000");
        QTest::newRow("bits in hex") << u"testFeatures.0=0x80"_s << hex("80");
        QTest::newRow("octets in hex") << u"testRaw.0=0x00 ff"_s << hex("00ff");
        QTest::newRow("octets as text") << u"testRaw.0=plain"_s << Value::octets("plain");
        QTest::newRow("unsigned") << u"testCount.0=4294967295"_s << Value::gauge32(4294967295U);
        QTest::newRow("address") << u"testPeer.0=192.0.2.1"_s << *Value::ipAddress(QByteArray::fromHex("c0000201"));
        QTest::newRow("object by name") << u"testPointer.0=IF-MIB::ifOperStatus.3"_s
                                        << Value::oid({1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3});
        QTest::newRow("object by number") << u"testPointer.0=.1.3.6"_s << Value::oid({1, 3, 6});
        QTest::newRow("hundredths") << u"testDelay.0=300"_s << Value::timeTicks(300);
        QTest::newRow("time") << u"testDelay.0=12d 03:04:05"_s << Value::timeTicks(104784500);
        QTest::newRow("time as the terminal shows it")
            << u"testDelay.0=(104778507) 12 days, 3:03:05.07"_s << Value::timeTicks(104778507);
        QTest::newRow("RowStatus") << u"testAddrStatus.1=createAndGo"_s << Value::integer(4);
        // a type given
        QTest::newRow("i") << u"sysUpTime.0=i:-7"_s << Value::integer(-7);
        QTest::newRow("i with a label") << u"testMode.0=i:fast"_s << Value::integer(2);
        QTest::newRow("u") << u"1.3.6.1.9=u:7"_s << Value::gauge32(7);
        QTest::newRow("c") << u"1.3.6.1.9=c:7"_s << Value::counter32(7);
        QTest::newRow("C") << u"1.3.6.1.9=C:18446744073709551615"_s
                           << Value::counter64(std::numeric_limits<quint64>::max());
        QTest::newRow("t") << u"1.3.6.1.9=t:7"_s << Value::timeTicks(7);
        QTest::newRow("a") << u"1.3.6.1.9=a:10.0.0.1"_s << *Value::ipAddress(QByteArray::fromHex("0a000001"));
        QTest::newRow("o") << u"1.3.6.1.9=o:sysDescr.0"_s << Value::oid({1, 3, 6, 1, 2, 1, 1, 1, 0});
        QTest::newRow("s") << u"1.3.6.1.9=s:i:5"_s << Value::octets("i:5");
        QTest::newRow("s against the size") << u"testName.0=s:a"_s << Value::octets("a");
        QTest::newRow("x") << u"1.3.6.1.9=x:00 1A"_s << hex("001a");
        QTest::newRow("d") << u"1.3.6.1.9=d:0.255 7"_s << hex("00ff07");
        QTest::newRow("b") << u"1.3.6.1.9=b:0,9"_s << hex("8040");
        QTest::newRow("n") << u"1.3.6.1.9=n:"_s << Value();
        QTest::newRow("U") << u"1.3.6.1.9=U:7"_s << Value::opaqueUnsigned64(7);
        QTest::newRow("I") << u"1.3.6.1.9=I:-7"_s << Value::opaqueInteger64(-7);
        QTest::newRow("F") << u"1.3.6.1.9=F:1.5"_s << Value::opaqueFloat(1.5F);
        QTest::newRow("D") << u"1.3.6.1.9=D:-2.5"_s << Value::opaqueDouble(-2.5);
        QTest::newRow("= as a type") << u"testMode.0==:fast"_s << Value::integer(2);
    }
    void takesTheTypeFromTheModule() {
        QFETCH(const QString, assignment);
        QFETCH(const Value, value);
        const auto made = change::parse(*m_library, assignment);
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.failure().text()));
        QCOMPARE(made->value.type(), value.type());
        QCOMPARE(made->value, value);
    }

    void saysWhatItAccepts_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<Failure::Kind>("kind");
        QTest::addColumn<QString>("told");
        using Kind = Failure::Kind;
        QTest::newRow("between the ranges") << u"testLevel.0=7"_s << Kind::BadValue << u"-5 to 5 or 10"_s;
        QTest::newRow("no number") << u"testLevel.0=many"_s << Kind::BadValue << u"-5 to 5"_s;
        QTest::newRow("unknown label") << u"testMode.0=quick"_s << Kind::BadValue << u"slow(1), fast(2)"_s;
        QTest::newRow("number without label") << u"testMode.0=3"_s << Kind::BadValue << u"slow(1)"_s;
        QTest::newRow("label and number disagree") << u"testMode.0=fast(1)"_s << Kind::BadValue << u"slow(1)"_s;
        QTest::newRow("too long") << u"testName.0=123456789"_s << Kind::BadValue << u"9 octets"_s;
        QTest::newRow("too short") << u"testName.0=1"_s << Kind::BadValue << u"2 to 8"_s;
        QTest::newRow("short hardware address") << u"testMac.0=00:1a"_s << Kind::BadValue << u"6"_s;
        QTest::newRow("no hardware address") << u"testMac.0=eth0"_s << Kind::BadValue << u"00:1a"_s;
        QTest::newRow("no date") << u"testWhen.0=2026-13-22 03:04:05"_s << Kind::BadValue << u"date"_s;
        QTest::newRow("unknown bit") << u"testFeatures.0=bridge fax"_s << Kind::BadValue << u"bridge(0)"_s;
        QTest::newRow("half a hex octet") << u"testRaw.0=0x123"_s << Kind::BadValue << u"hex"_s;
        QTest::newRow("no address") << u"testPeer.0=300.0.2.1"_s << Kind::BadValue << u"IPv4"_s;
        QTest::newRow("unknown object") << u"testPointer.0=nowhere"_s << Kind::BadValue << u"name"_s;
        QTest::newRow("negative unsigned") << u"testCount.0=-1"_s << Kind::BadValue << u"0 to 4294967295"_s;
        QTest::newRow("read-only") << u"testTotal.0=1"_s << Kind::NotWritable << u"testTotal"_s;
        QTest::newRow("type unknown") << u"1.3.6.1.9=1"_s << Kind::BadValue << u"i:5"_s;
        QTest::newRow("no row") << u"testAddrStatus=4"_s << Kind::BadUsage << u"row"_s;
        QTest::newRow("no assignment") << u"testLevel.0"_s << Kind::BadUsage << u"OBJECT=VALUE"_s;
        QTest::newRow("no object") << u"=5"_s << Kind::BadUsage << u"OBJECT=VALUE"_s;
        QTest::newRow("unknown name") << u"nowhere.0=5"_s << Kind::UnknownObject << u"nowhere"_s;
        QTest::newRow("i over its bounds") << u"1.3.6.1.9=i:2147483648"_s << Kind::BadValue << u"2147483647"_s;
        QTest::newRow("d over 255") << u"1.3.6.1.9=d:256"_s << Kind::BadValue << u"255"_s;
        QTest::newRow("F that is none") << u"1.3.6.1.9=F:x"_s << Kind::BadValue << u"decimal"_s;
    }
    void saysWhatItAccepts() {
        QFETCH(const QString, assignment);
        QFETCH(const Failure::Kind, kind);
        QFETCH(const QString, told);
        const auto made = change::parse(*m_library, assignment);
        QVERIFY(!made.ok());
        QCOMPARE(made.failure().kind(), kind);
        QVERIFY2(made.failure().text().contains(told), qPrintable(made.failure().text()));
    }

    void findsTheAssignmentBehindBrackets() {
        const auto made = change::parse(*m_library, u"testNameValue[1.3][\"a=b\"][x]=i:7");
        QVERIFY(made.ok());
        QCOMPARE(made->oid.toString(), u"1.3.6.1.4.1.99999.3.1.4.2.1.3.3.97.61.98.120"_s);
        QCOMPARE(made->value, Value::integer(7));
    }

    void refusesALetterThatIsNone() {
        const auto made = change::make(*m_library, {1, 3, 6}, u"1", u'q');
        QVERIFY(!made.ok());
        QCOMPARE(made.failure().kind(), Failure::Kind::BadValue);
    }

private:
    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
