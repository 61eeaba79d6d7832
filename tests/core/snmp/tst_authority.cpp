// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/listener.h"

#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// A listener as the authoritative engine of RFC 3414 3.2: what it accepts and what it reports.
class TestAuthority final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void discoveryIsAnsweredAndToldToNoOne();
    void aStrangerIsReported();
    void aWrongDigestIsReported();
    void aLevelThatTheUserLacksIsReported();
    void aUserWithKeysIsNotBelievedWithoutThem();
    void aMessageFromYesterdayIsReportedWithOurTime();
    void aWrongPrivacyKeyIsReported();
    void nothingIsReportedToATrap();
    void twoUsersOfOneNameAreToldApartByTheirKeys();
    void aTrapOfAnotherEngineIsTakenOnceFromItsTime();
    void messagesThatCameBeforeTheKeysAreTaken();
    void withoutUsersVersion3ArrivesAsAFailure();

private:
    [[nodiscard]] Message question(SecurityLevel level = SecurityLevel::AuthPriv) const;
    void send(const Message &message, const UsmUser *user);
    std::optional<Message> reply(const UsmUser *user = nullptr);
    void expectReport(quint32 statistic, Failure::Kind kind);

    Engine m_engine;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<QUdpSocket> m_peer;
    QList<Arrival> m_heard;
    UsmUser m_user;
};

namespace {

Credential::User operatorUser() {
    return {"operator", SecurityLevel::AuthPriv, AuthProtocol::Sha256, PrivProtocol::Aes256, Secret("authentic-pass"),
        Secret("secretive-pass"), {}, {}};
}

UsmUser localised(const Credential::User &user, const QByteArray &engineId) {
    return *localise(*deriveKeys(user), user, engineId);
}

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

} // namespace

void TestAuthority::init() {
    m_heard.clear();
    m_listener = std::make_unique<Listener>(m_engine);
    QVERIFY(!m_listener->listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    m_listener->setUsers({*Credential::user(operatorUser()),
        *Credential::user(
            {"guest", SecurityLevel::NoAuthNoPriv, AuthProtocol::None, PrivProtocol::None, {}, {}, {}, {}})});
    connect(m_listener.get(), &Listener::arrived, this, [this](const Arrival &arrival) {
        m_heard.append(arrival);
        if (!arrival.message || arrival.message->pdu == Pdu::TrapV2)
            return;
        Message response = *arrival.message;
        response.pdu = Pdu::Response;
        for (VarBind &varBind : response.varBinds) {
            if (varBind.oid == sysName)
                varBind.value = Value::octets("here");
        }
        m_listener->answer(arrival, response);
    });
    m_peer = std::make_unique<QUdpSocket>();
    QVERIFY(m_peer->bind(QHostAddress::LocalHost));
    m_user = localised(operatorUser(), m_engine.engineId());
}

void TestAuthority::cleanup() { m_listener.reset(); }

Message TestAuthority::question(SecurityLevel level) const {
    Message message;
    message.version = Version::V3;
    message.v3.messageId = 55;
    message.v3.level = level;
    message.v3.engineId = m_engine.engineId();
    message.v3.engineBoots = m_engine.boots();
    message.v3.engineTime = m_engine.time();
    message.v3.user = "operator";
    message.v3.contextName = "vlan7";
    message.requestId = 66;
    message.varBinds = {{sysName, Value()}};
    return message;
}

void TestAuthority::send(const Message &message, const UsmUser *user) {
    const auto bytes = codec::encode(message, m_engine, user);
    QVERIFY2(bytes.ok(), qPrintable(bytes.ok() ? QString() : bytes.failure().logText()));
    m_peer->writeDatagram(*bytes, m_listener->address(), m_listener->port());
}

std::optional<Message> TestAuthority::reply(const UsmUser *user) {
    if (!QTest::qWaitFor([this] { return m_peer->hasPendingDatagrams(); }))
        return std::nullopt;
    QByteArray bytes(65536, '\0');
    bytes.resize(m_peer->readDatagram(bytes.data(), bytes.size()));
    auto message = codec::decode(bytes, m_engine, user);
    return message ? std::optional(*std::move(message)) : std::nullopt;
}

void TestAuthority::expectReport(quint32 statistic, Failure::Kind kind) {
    const auto report = reply(statistic == 2 ? &m_user : nullptr);
    QVERIFY(report);
    QCOMPARE(report->pdu, Pdu::Report);
    QCOMPARE(report->v3.messageId, 55);
    QCOMPARE(report->v3.engineId, m_engine.engineId());
    QVERIFY(!report->v3.reportable);
    QCOMPARE(report->v3.level, statistic == 2 ? SecurityLevel::AuthNoPriv : SecurityLevel::NoAuthNoPriv);
    QCOMPARE(report->varBinds.size(), 1);
    QCOMPARE(report->varBinds.first().oid, Oid({1, 3, 6, 1, 6, 3, 15, 1, 1, statistic, 0}));
    QCOMPARE(report->varBinds.first().value, Value::counter32(1));
    QCOMPARE(m_heard.size(), 1);
    QVERIFY(!m_heard.first().message.ok());
    QCOMPARE(m_heard.first().message.failure().kind(), kind);
}

void TestAuthority::discoveryIsAnsweredAndToldToNoOne() {
    Message discovery;
    discovery.version = Version::V3;
    discovery.v3.messageId = 55;
    discovery.requestId = 66;
    send(discovery, nullptr);
    const auto report = reply();
    QVERIFY(report);
    QCOMPARE(report->pdu, Pdu::Report);
    QCOMPARE(report->v3.messageId, 55);
    QCOMPARE(report->requestId, 66);
    QCOMPARE(report->v3.engineId, m_engine.engineId());
    QCOMPARE(report->varBinds.first().oid, Oid({1, 3, 6, 1, 6, 3, 15, 1, 1, 4, 0}));
    QCOMPARE(m_heard.size(), 0);
}

void TestAuthority::aStrangerIsReported() {
    Message message = question();
    message.v3.user = "stranger";
    UsmUser stranger = m_user;
    stranger.name = "stranger";
    send(message, &stranger);
    expectReport(3, Failure::Kind::UnknownUser);
}

void TestAuthority::aWrongDigestIsReported() {
    UsmUser wrong = m_user;
    wrong.authKey = Secret(QByteArray(32, 'w'));
    send(question(), &wrong);
    expectReport(5, Failure::Kind::WrongDigest);
}

void TestAuthority::aLevelThatTheUserLacksIsReported() {
    Message message = question();
    message.v3.user = "guest";
    UsmUser guest = m_user;
    guest.name = "guest";
    send(message, &guest);
    expectReport(1, Failure::Kind::UnsupportedLevel);
}

void TestAuthority::aUserWithKeysIsNotBelievedWithoutThem() {
    const UsmUser bare{
        m_engine.engineId(), "operator", SecurityLevel::NoAuthNoPriv, AuthProtocol::None, PrivProtocol::None, {}, {}};
    send(question(SecurityLevel::NoAuthNoPriv), &bare);
    expectReport(1, Failure::Kind::UnsupportedLevel);
}

void TestAuthority::aMessageFromYesterdayIsReportedWithOurTime() {
    Message message = question();
    message.v3.engineBoots = m_engine.boots() + 1;
    send(message, &m_user);
    expectReport(2, Failure::Kind::NotInTimeWindow);

    m_heard.clear();
    message.v3.engineBoots = m_engine.boots();
    message.v3.engineTime = m_engine.time() + 151;
    send(message, &m_user);
    const auto report = reply(&m_user);
    QVERIFY(report);
    QCOMPARE(report->v3.engineBoots, m_engine.boots());
    QVERIFY(report->v3.engineTime <= m_engine.time());

    message.v3.engineTime = m_engine.time() + 100; // inside the window
    send(message, &m_user);
    const auto answer = reply(&m_user);
    QVERIFY(answer);
    QCOMPARE(answer->pdu, Pdu::Response);
}

void TestAuthority::aWrongPrivacyKeyIsReported() {
    UsmUser wrong = m_user;
    wrong.privKey = Secret(QByteArray(32, 'w'));
    send(question(), &wrong);
    expectReport(6, Failure::Kind::DecryptionError);
}

void TestAuthority::nothingIsReportedToATrap() {
    Message trap = question();
    trap.pdu = Pdu::TrapV2;
    trap.v3.user = "stranger";
    UsmUser stranger = m_user;
    stranger.name = "stranger";
    send(trap, &stranger);
    QTRY_COMPARE(m_heard.size(), 1);
    QCOMPARE(m_heard.first().message.failure(), Failure(Failure::Kind::UnknownUser, {u"stranger"_s}));
    send(question(), &m_user); // what comes back first is this one's
    const auto answer = reply(&m_user);
    QVERIFY(answer);
    QCOMPARE(answer->pdu, Pdu::Response);
}

void TestAuthority::twoUsersOfOneNameAreToldApartByTheirKeys() {
    Credential::User other = operatorUser();
    other.auth = AuthProtocol::Sha1;
    other.priv = PrivProtocol::Aes128;
    other.authPassphrase = Secret("another-pass");
    m_listener->setUsers({*Credential::user(operatorUser()), *Credential::user(other)});
    const UsmUser second = localised(other, m_engine.engineId());
    for (const UsmUser &user : {second, m_user, second}) {
        send(question(), &user);
        const auto answer = reply(&user);
        QVERIFY(answer);
        QCOMPARE(answer->pdu, Pdu::Response);
    }
}

void TestAuthority::aTrapOfAnotherEngineIsTakenOnceFromItsTime() {
    const QByteArray engineId = QByteArray::fromHex("80001f8880aabbccdd");
    const UsmUser sender = localised(operatorUser(), engineId);
    Message trap = question();
    trap.pdu = Pdu::TrapV2;
    trap.v3.engineId = engineId;
    trap.v3.engineBoots = 7;
    trap.v3.engineTime = 10000;
    trap.v3.reportable = false;
    send(trap, &sender);
    QTRY_COMPARE(m_heard.size(), 1);
    QVERIFY2(m_heard[0].message.ok(),
        qPrintable(m_heard[0].message.ok() ? QString() : m_heard[0].message.failure().logText()));
    QCOMPARE(m_heard[0].message->v3.engineId, engineId);
    QCOMPARE(m_heard[0].message->v3.engineBoots, 7U);
    QCOMPARE(m_heard[0].message->v3.engineTime, 10000U);
    trap.v3.engineTime = 9900; // late, but in the window
    send(trap, &sender);
    QTRY_COMPARE(m_heard.size(), 2);
    QVERIFY(m_heard[1].message.ok());
    trap.v3.engineTime = 9800; // someone plays it again
    send(trap, &sender);
    QTRY_COMPARE(m_heard.size(), 3);
    QVERIFY(!m_heard[2].message.ok());
    QCOMPARE(m_heard[2].message.failure().kind(), Failure::Kind::NotInTimeWindow);
    trap.v3.engineBoots = 6;
    trap.v3.engineTime = 20000;
    send(trap, &sender);
    QTRY_COMPARE(m_heard.size(), 4);
    QVERIFY(!m_heard[3].message.ok());
}

void TestAuthority::messagesThatCameBeforeTheKeysAreTaken() {
    // Keys are made on the pool; nothing was read yet.
    m_listener->setUsers({*Credential::user(operatorUser())});
    send(question(), &m_user);
    const auto answer = reply(&m_user);
    QVERIFY(answer);
    QCOMPARE(answer->pdu, Pdu::Response);
    QCOMPARE(answer->varBinds.first().value, Value::octets("here"));
    QCOMPARE(answer->v3.contextName, QByteArray("vlan7"));
    QCOMPARE(m_heard.size(), 1);
}

void TestAuthority::withoutUsersVersion3ArrivesAsAFailure() {
    m_listener->setUsers({});
    send(question(), &m_user);
    QTRY_COMPARE(m_heard.size(), 1);
    QCOMPARE(m_heard.first().message.failure().kind(), Failure::Kind::UnknownUser);
}

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"
