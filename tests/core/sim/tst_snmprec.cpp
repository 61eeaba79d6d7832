// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/snmprec.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestSnmpRec final : public QObject {
    Q_OBJECT

private slots:
    void readsEveryTag_data();
    void readsEveryTag();
    void saysWhyALineIsBad_data();
    void saysWhyALineIsBad();
    void bringsBackEveryValueItWrote_data();
    void bringsBackEveryValueItWrote();
};

void TestSnmpRec::readsEveryTag_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Value>("value");
    const auto row = [](const char *line, const Value &value) {
        QTest::newRow(line) << QByteArray("1.3.6.1.2.1.") + line << value;
    };
    row("1|2|-7", Value::integer(-7));
    row("1|2x|1f", Value::integer(31));
    row("1|4|a text | with bars", Value::octets("a text | with bars"));
    row("1|4| kept ", Value::octets(" kept "));
    row("1|4|", Value::octets({}));
    row("1|4x|001aFF", Value::octets(QByteArray::fromHex("001aff")));
    row("1|4x|", Value::octets({}));
    row("1|4e|'two\\nlines\\x00'", Value::octets(QByteArray("two\nlines\0", 10)));
    row("1|5|", Value());
    row("1|6|1.3.6.1.4.1.32473", Value::oid(Oid{1, 3, 6, 1, 4, 1, 32473}));
    row("1|6|.0.0", Value::oid(Oid{0, 0}));
    row("1|64|192.0.2.7", *Value::ipAddress(QByteArray::fromHex("c0000207")));
    row("1|64x|c0000207", *Value::ipAddress(QByteArray::fromHex("c0000207")));
    row("1|64|J}M\x07", *Value::ipAddress(QByteArray("J}M\x07")));
    row("1|65|4294967295", Value::counter32(4294967295U));
    row("1|66|12", Value::gauge32(12));
    row("1|67|8074", Value::timeTicks(8074));
    row("1|68x|0102", Value::opaque(QByteArray::fromHex("0102")));
    row("1|68x|9f78043fc00000", Value::opaqueFloat(1.5F));
    row("1|69x|4700", Value::nsap(QByteArray::fromHex("4700")));
    row("1|70|18446744073709551615", Value::counter64(18446744073709551615U));
    row("1|4:writecache|value=Server 1", Value::octets("Server 1"));
    row("1|4:delay|hexvalue=0a0b,wait=5", Value::octets(QByteArray::fromHex("0a0b")));
    row("1|65:numeric|rate=4,initial=17", Value::counter32(17));
}

void TestSnmpRec::readsEveryTag() {
    QFETCH(QByteArray, line);
    QFETCH(Value, value);
    const RecordedLine read = SnmpRec::read(line);
    QVERIFY2(read.ok(), qPrintable(read.reason));
    QCOMPARE(read.varBind.oid, Oid({1, 3, 6, 1, 2, 1, 1}));
    QCOMPARE(read.varBind.value, value);
}

void TestSnmpRec::saysWhyALineIsBad_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    QTest::newRow("cut off") << QByteArray("1.3.6.1|4") << u"cut off"_s;
    QTest::newRow("no OID") << QByteArray("1.3.x.1|2|1") << u"object identifier"_s;
    QTest::newRow("an OID no packet can carry") << QByteArray("1.77.1|2|1") << u"object identifier"_s;
    QTest::newRow("text") << QByteArray("hello") << u"object identifier"_s;
    QTest::newRow("unknown tag") << QByteArray("1.3.6|99|1") << u"unknown tag \"99\""_s;
    QTest::newRow("odd hex") << QByteArray("1.3.6|4x|123") << u"OctetString"_s;
    QTest::newRow("over 32 bits") << QByteArray("1.3.6|65|4294967296") << u"Counter32"_s;
    QTest::newRow("negative gauge") << QByteArray("1.3.6|66|-1") << u"Gauge32"_s;
    QTest::newRow("address") << QByteArray("1.3.6|64|192.0.2") << u"IpAddress"_s;
    QTest::newRow("module") << QByteArray("1.3.6|4:subprocess|date") << u"module \"subprocess\""_s;
    QTest::newRow("module without a type") << QByteArray("1.3.6|:sql|snmprec") << u"module \"sql\""_s;
}

void TestSnmpRec::saysWhyALineIsBad() {
    QFETCH(QByteArray, line);
    QFETCH(QString, reason);
    const RecordedLine read = SnmpRec::read(line);
    QVERIFY(!read.ok());
    QVERIFY2(read.reason.contains(reason), qPrintable(read.reason));
}

void TestSnmpRec::bringsBackEveryValueItWrote_data() {
    QTest::addColumn<Value>("value");
    QTest::newRow("integer") << Value::integer(-2147483647 - 1);
    QTest::newRow("text") << Value::octets("x|y");
    QTest::newRow("text with an end that others trim") << Value::octets("x ");
    QTest::newRow("line breaks") << Value::octets("a\r\nb");
    QTest::newRow("octets") << Value::octets(QByteArray::fromHex("00ff80"));
    QTest::newRow("empty") << Value::octets({});
    QTest::newRow("float") << Value::opaqueFloat(-0.1F);
    QTest::newRow("double") << Value::opaqueDouble(1e-300);
    QTest::newRow("negative 64") << Value::opaqueInteger64(-129);
    QTest::newRow("positive 64") << Value::opaqueInteger64(128);
    QTest::newRow("unsigned 64") << Value::opaqueUnsigned64(18446744073709551615U);
    QTest::newRow("counter 64") << Value::counter64(1ULL << 63);
    QTest::newRow("null") << Value();
}

void TestSnmpRec::bringsBackEveryValueItWrote() {
    QFETCH(Value, value);
    const QByteArray line = SnmpRec::write({Oid{1, 3, 6, 1, 4294967295U}, value});
    QVERIFY(!line.contains('\n'));
    const RecordedLine read = SnmpRec::read(line);
    QVERIFY2(read.ok(), line.constData());
    QCOMPARE(read.varBind.value, value);
}

QTEST_GUILESS_MAIN(TestSnmpRec)
#include "tst_snmprec.moc"
