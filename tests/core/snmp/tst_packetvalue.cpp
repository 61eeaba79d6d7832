// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetvalue.h"

#include <QTest>

using namespace walkabout;

/// Values as our own reader of packets makes them of their octets.
class TestPacketValue final : public QObject {
    Q_OBJECT

private slots:
    void readsEveryTypeOfValue_data();
    void readsEveryTypeOfValue();
};

void TestPacketValue::readsEveryTypeOfValue_data() {
    QTest::addColumn<QByteArray>("element"); // in hex
    QTest::addColumn<Value>("value");
    QTest::newRow("negative") << QByteArray("0201ff") << Value::integer(-1);
    QTest::newRow("Counter32") << QByteArray("410500ffffffff") << Value::counter32(0xffffffff);
    QTest::newRow("Counter32 without its zero") << QByteArray("4104ffffffff") << Value::counter32(0xffffffff);
    QTest::newRow("Gauge32") << QByteArray("420100") << Value::gauge32(0);
    QTest::newRow("TimeTicks") << QByteArray("43020101") << Value::timeTicks(257);
    QTest::newRow("Counter64") << QByteArray("460900ffffffffffffffff") << Value::counter64(~quint64(0));
    QTest::newRow("IpAddress") << QByteArray("4004c0000201") << *Value::ipAddress(QByteArray("\xc0\0\2\1", 4));
    QTest::newRow("float") << QByteArray("44079f78043f800000") << Value::opaqueFloat(1);
    QTest::newRow("double") << QByteArray("440b9f7908bff0000000000000") << Value::opaqueDouble(-1);
    QTest::newRow("Opaque") << QByteArray("440204ff") << Value::opaque("\4\xff");
    QTest::newRow("OID") << QByteArray("06052b8f8f8f7f") << Value::oid(Oid{1, 3, 31705087});
    QTest::newRow("OID of 2.999") << QByteArray("06028837") << Value::oid(Oid{2, 999});
    QTest::newRow("null") << QByteArray("0500") << Value();
    QTest::newRow("endOfMibView") << QByteArray("8200") << Value::exception(Value::Type::EndOfMibView);
}

void TestPacketValue::readsEveryTypeOfValue() {
    QFETCH(const QByteArray, element);
    QFETCH(const Value, value);
    const QByteArray bytes = QByteArray::fromHex(element);
    const auto read = berValue(quint8(bytes[0]), bytes.sliced(2));
    QVERIFY(read);
    QCOMPARE(*read, value);
}

QTEST_GUILESS_MAIN(TestPacketValue)
#include "tst_packetvalue.moc"
