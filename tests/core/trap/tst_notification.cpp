// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/notification.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestNotification final : public QObject {
    Q_OBJECT

private slots:
    void mapsGenericTrapsOfV1_data();
    void mapsGenericTrapsOfV1();
    void mapsEnterpriseTrapsOfV1();
    void appendsWhatV2HasNoPlaceFor();
    void takesTheHeadFromV2();
    void understandsAHeadOutOfPlace();
    void saysWhatItCouldNotRead();

private:
    static Arrival arrival(const Result<Message> &message);
    static Message trapV1(int generic, qint32 specific);
};

namespace {

const Oid sysUpTime0{1, 3, 6, 1, 2, 1, 1, 3, 0};
const Oid snmpTrapOid0{1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0};
const Oid snmpTrapEnterprise0{1, 3, 6, 1, 6, 3, 1, 1, 4, 3, 0};
const Oid snmpTrapAddress0{1, 3, 6, 1, 6, 3, 18, 1, 3, 0};
const Oid snmpTrapCommunity0{1, 3, 6, 1, 6, 3, 18, 1, 4, 0};
const Oid enterprise{1, 3, 6, 1, 4, 1, 32473, 5};
const VarBind ifIndex{{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 3}, Value::integer(3)};

} // namespace

Arrival TestNotification::arrival(const Result<Message> &message) {
    const Peer peer{.address = QHostAddress(u"127.0.0.1"_s), .port = 40000};
    return {utcNow(), peer, "bytes", message};
}

Message TestNotification::trapV1(int generic, qint32 specific) {
    Message message;
    message.version = Version::V1;
    message.pdu = Pdu::TrapV1;
    message.community = Secret("public");
    message.trapV1 = {enterprise, QHostAddress(u"192.0.2.9"_s), generic, specific, 1234};
    message.varBinds = {ifIndex};
    return message;
}

void TestNotification::mapsGenericTrapsOfV1_data() {
    QTest::addColumn<int>("generic");
    QTest::addColumn<QString>("oid");
    const char *names[] = {"coldStart", "warmStart", "linkDown", "linkUp", "authenticationFailure", "egpNeighborLoss"};
    for (int generic = 0; generic < 6; ++generic)
        QTest::newRow(names[generic]) << generic << u"1.3.6.1.6.3.1.1.5.%1"_s.arg(generic + 1);
}

void TestNotification::mapsGenericTrapsOfV1() {
    QFETCH(int, generic);
    QFETCH(QString, oid);
    const Notification notification = Notification::from(arrival(trapV1(generic, 0)));
    QVERIFY(!notification.failure);
    QCOMPARE(notification.oid.toString(), oid);
    QCOMPARE(notification.uptime, 1234U);
    QVERIFY(!notification.isInform);
    QCOMPARE(notification.original->generic, generic);
}

void TestNotification::mapsEnterpriseTrapsOfV1() {
    const Notification notification = Notification::from(arrival(trapV1(6, 17)));
    QCOMPARE(notification.oid, enterprise + 0 + 17);
}

void TestNotification::appendsWhatV2HasNoPlaceFor() {
    const Value address = *Value::ipAddress(QByteArray::fromHex("c0000209"));
    QCOMPARE(Notification::from(arrival(trapV1(2, 0))).varBinds,
        VarBinds({ifIndex, {snmpTrapAddress0, address}, {snmpTrapCommunity0, Value::octets("public")},
            {snmpTrapEnterprise0, Value::oid(enterprise)}}));
    // A proxy's own word stands.
    Message forwarded = trapV1(2, 0);
    const VarBind other{snmpTrapAddress0, *Value::ipAddress(QByteArray::fromHex("c6336401"))};
    forwarded.varBinds = {other};
    const Notification notification = Notification::from(arrival(forwarded));
    QCOMPARE(notification.varBinds.size(), 3);
    QCOMPARE(notification.varBinds[0], other);
}

void TestNotification::takesTheHeadFromV2() {
    Message message;
    message.pdu = Pdu::Inform;
    message.community = Secret("secret");
    message.varBinds = {{sysUpTime0, Value::timeTicks(99)}, {snmpTrapOid0, Value::oid(enterprise + 0 + 1)}, ifIndex};
    const Notification notification = Notification::from(arrival(message));
    QVERIFY(!notification.failure);
    QVERIFY(notification.isInform);
    QVERIFY(!notification.original);
    QCOMPARE(notification.oid, enterprise + 0 + 1);
    QCOMPARE(notification.uptime, 99U);
    QCOMPARE(notification.community, QByteArray("secret"));
    QCOMPARE(notification.varBinds, VarBinds({ifIndex}));
    QCOMPARE(notification.bytes, QByteArray("bytes"));
}

void TestNotification::understandsAHeadOutOfPlace() {
    Message message;
    message.pdu = Pdu::TrapV2;
    message.varBinds = {ifIndex, {snmpTrapOid0, Value::oid(enterprise)}};
    const Notification notification = Notification::from(arrival(message));
    QCOMPARE(notification.oid, enterprise);
    QCOMPARE(notification.varBinds, VarBinds({ifIndex}));
}

void TestNotification::saysWhatItCouldNotRead() {
    const Failure broken(Failure::Kind::Malformed, {u"127.0.0.1:40000"_s, u"length"_s});
    QCOMPARE(Notification::from(arrival(broken)).failure, broken);
    Message nameless;
    nameless.pdu = Pdu::TrapV2;
    nameless.varBinds = {{sysUpTime0, Value::timeTicks(1)}};
    QCOMPARE(Notification::from(arrival(nameless)).failure->kind(), Failure::Kind::Malformed);
    Message get;
    get.varBinds = {ifIndex};
    const Notification notification = Notification::from(arrival(get));
    QCOMPARE(notification.failure->kind(), Failure::Kind::Malformed);
    QVERIFY(notification.varBinds.isEmpty());
}

QTEST_GUILESS_MAIN(TestNotification)
#include "tst_notification.moc"
