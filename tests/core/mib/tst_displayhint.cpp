// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/displayhint.h"

#include <QElapsedTimer>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestDisplayHint final : public QObject {
    Q_OBJECT

private slots:
    void writesIntegers_data() {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << qint64(42) << u"d"_s << u"42"_s;
        QTest::newRow("two decimals") << qint64(1234) << u"d-2"_s << u"12.34"_s;
        QTest::newRow("padded with zeros") << qint64(4) << u"d-2"_s << u"0.04"_s;
        QTest::newRow("negative") << qint64(-5) << u"d-1"_s << u"-0.5"_s;
        QTest::newRow("least number") << std::numeric_limits<qint64>::min() << u"d-3"_s << u"-9223372036854775.808"_s;
        QTest::newRow("no decimals") << qint64(7) << u"d-0"_s << u"7"_s;
        QTest::newRow("hex") << qint64(255) << u"x"_s << u"ff"_s;
        QTest::newRow("octal") << qint64(8) << u"o"_s << u"10"_s;
        QTest::newRow("binary") << qint64(5) << u"b"_s << u"101"_s;
    }
    void writesIntegers() {
        QFETCH(const qint64, value);
        QFETCH(const QString, hint);
        QFETCH(const QString, text);
        QCOMPARE(displayhint::formatInteger(value, hint), text);
        QCOMPARE(displayhint::parseInteger(text, hint), value);
    }

    void readsIntegersAsTyped() {
        QCOMPARE(displayhint::parseInteger(u"12.3", u"d-2"), 1230);
        QCOMPARE(displayhint::parseInteger(u"12", u"d-2"), 1200);
        QCOMPARE(displayhint::parseInteger(u" 0xFF ", u"x"), 255);
        QCOMPARE(displayhint::parseInteger(u"12.345", u"d-2"), std::nullopt);
        QCOMPARE(displayhint::parseInteger(u"12.", u"d-2"), std::nullopt);
        QCOMPARE(displayhint::parseInteger(u"1.5", u"d"), std::nullopt);
        QCOMPARE(displayhint::parseInteger(u"", u"d"), std::nullopt);
        QCOMPARE(displayhint::parseInteger(u"99999999999999999999", u"d"), std::nullopt);
    }

    void refusesHintsThatAreNone() {
        for (const auto &hint : {u"d-5000"_s, u"d-99999999999"_s, u"d-"_s, u"d--2"_s, u"q"_s, u""_s, u"1x:"_s}) {
            QCOMPARE(displayhint::formatInteger(1, hint), std::nullopt);
            QCOMPARE(displayhint::parseInteger(u"1", hint), std::nullopt);
        }
        for (const auto &hint : {u""_s, u"x"_s, u"*"_s, u"1"_s, u"1q"_s, u":1x"_s, u"1x::"_s, u"d"_s})
            QCOMPARE(displayhint::formatOctets("ab", hint), std::nullopt);
    }

    void writesOctets_data() {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("text");
        const auto hex = [](const char *text) { return QByteArray::fromHex(text); };
        QTest::newRow("MacAddress") << hex("001a2b3c4d5e") << u"1x:"_s << u"0:1a:2b:3c:4d:5e"_s;
        QTest::newRow("DateAndTime, 11 octets")
            << hex("07c8051a0d1e0f002d0400") << u"2d-1d-1d,1d:1d:1d.1d,1a1d:1d"_s << u"1992-5-26,13:30:15.0,-4:0"_s;
        QTest::newRow("DateAndTime, 8 octets")
            << hex("07c8051a0d1e0f00") << u"2d-1d-1d,1d:1d:1d.1d,1a1d:1d"_s << u"1992-5-26,13:30:15.0"_s;
        QTest::newRow("DisplayString") << QByteArray("Ethernet1/1") << u"255a"_s << u"Ethernet1/1"_s;
        QTest::newRow("UTF-8") << QByteArray("Z\xc3\xbcrich") << u"255t"_s << u"Zürich"_s;
        QTest::newRow("UTF-8 by single octets") << QByteArray("Z\xc3\xbcrich") << u"1t"_s << u"Zürich"_s;
        QTest::newRow("InetAddressIPv4") << hex("0a000001") << u"1d.1d.1d.1d"_s << u"10.0.0.1"_s;
        QTest::newRow("InetAddressIPv4z") << hex("0a00000100000005") << u"1d.1d.1d.1d%4d"_s << u"10.0.0.1%5"_s;
        QTest::newRow("InetAddressIPv6") << hex("20010db8000000000000000000000001") << u"2x:2x:2x:2x:2x:2x:2x:2x"_s
                                         << u"2001:db8:0:0:0:0:0:1"_s;
        QTest::newRow("octal") << hex("0810") << u"1o "_s << u"10 20"_s;
        QTest::newRow("repeat with terminator") << hex("03010203020405") << u"*1d./1d,"_s << u"1.2.3/2,4,5"_s;
        QTest::newRow("repeat of every part") << hex("020102010a") << u"*1d./"_s << u"1.2/10"_s;
        QTest::newRow("SnmpUDPAddress") << hex("7f00000100a1") << u"1d.1d.1d.1d/2d"_s << u"127.0.0.1/161"_s;
        QTest::newRow("empty") << QByteArray() << u"1x:"_s << QString(u""_s);
    }
    void writesOctets() {
        QFETCH(const QByteArray, octets);
        QFETCH(const QString, hint);
        QFETCH(const QString, text);
        QCOMPARE(displayhint::formatOctets(octets, hint), text);
        QCOMPARE(displayhint::parseOctets(text, hint), octets);
    }

    void takesWhatIsThereWhereTheWidthIsLonger() {
        QCOMPARE(displayhint::formatOctets(QByteArray::fromHex("0102030405"), u"4d:"), u"16909060:5"_s);
        QCOMPARE(displayhint::formatOctets("abc", u"4294967295a"), u"abc"_s);
        QCOMPARE(displayhint::parseOctets(u"abc", u"4294967295a"), QByteArray("abc"));
        QCOMPARE(displayhint::formatOctets(QByteArray::fromHex("00000000000000000102"), u"4294967295x"), u"102"_s);
        QCOMPARE(
            displayhint::formatOctets(QByteArray::fromHex("0102030405060708090a"), u"16x"), u"102030405060708090a"_s);
    }

    void endsWithHintsThatWouldNotEnd() {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(displayhint::formatOctets("abc", u"0a"), std::nullopt);
        QCOMPARE(displayhint::formatOctets("abc", u"1d0d"), std::nullopt);
        QVERIFY(!displayhint::parseOctets(u"abc", u"0a"));
        (void)displayhint::formatOctets(QByteArray(65535, '\xff'), u"*0d!");
        (void)displayhint::formatOctets(QByteArray(65535, '\xff'), u"*1d!?");
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void refusesTextThatNoPersonCanRead() {
        QCOMPARE(displayhint::formatOctets(QByteArray::fromHex("ff00fe"), u"255a"), std::nullopt);
        QCOMPARE(displayhint::formatOctets(QByteArray::fromHex("61016a"), u"255a"), std::nullopt);
        QCOMPARE(displayhint::formatOctets(QByteArray(20, '\x11'), u"20d"), std::nullopt);
    }

    void refusesTypedTextThatDoesNotFit() {
        QCOMPARE(displayhint::parseOctets(u"0:1g:2b", u"1x:"), std::nullopt);
        QCOMPARE(displayhint::parseOctets(u"0:1a:", u"1x:"), std::nullopt);
        QCOMPARE(displayhint::parseOctets(u"0:100:2b", u"1x:"), std::nullopt);
        QCOMPARE(displayhint::parseOctets(u"256.0.0.1", u"1d.1d.1d.1d"), std::nullopt);
        QCOMPARE(displayhint::parseOctets(u"00:1A:2B", u"1x:"), QByteArray::fromHex("001a2b"));
    }
};

QTEST_GUILESS_MAIN(TestDisplayHint)
#include "tst_displayhint.moc"
