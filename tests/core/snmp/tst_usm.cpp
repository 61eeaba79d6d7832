// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Keys and protocols against net-snmp's own agent, which derives its keys by itself: discovery, then an authentic GET,
/// by hand through a plain socket.
class TestUsm final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keysAreThoseOfTheRfc();
    void aRealAgentAnswers_data();
    void aRealAgentAnswers();
    void aWrongPassphraseIsReported();
    void theRightKeyWorksAfterAWrongOne();
    void aTamperedAnswerIsNotAuthentic();
    void shortKeysNeverReachTheLibrary();

private:
    Result<Message> exchange(const Message &message, const UsmUser *user, QByteArray *raw = nullptr);
    Result<UsmUser> meet(const Credential::User &user);
    Message question(const UsmUser &user) const;

    Engine m_engine;
    QTemporaryDir m_folder;
    QProcess m_agent;
    QUdpSocket m_socket;
    quint16 m_port = 0;
    quint32 m_boots = 0;
    quint32 m_time = 0;
    qint32 m_id = 100;
};

namespace {

struct Combination {
    const char *name;
    AuthProtocol auth;
    const char *authWord; // in snmpd.conf
    PrivProtocol priv;
    const char *privWord;
};

constexpr Combination combinations[] = {
    {"md5des", AuthProtocol::Md5, "MD5", PrivProtocol::Des, "DES"},
    {"md5aes", AuthProtocol::Md5, "MD5", PrivProtocol::Aes128, "AES"},
    {"md5aes256", AuthProtocol::Md5, "MD5", PrivProtocol::Aes256, "AES-256"},
    {"md5aes256c", AuthProtocol::Md5, "MD5", PrivProtocol::Aes256Cisco, "AES-256-C"},
    {"shades", AuthProtocol::Sha1, "SHA", PrivProtocol::Des, "DES"},
    {"shaaes", AuthProtocol::Sha1, "SHA", PrivProtocol::Aes128, "AES"},
    {"shaaes192", AuthProtocol::Sha1, "SHA", PrivProtocol::Aes192, "AES-192"},
    {"shaaes256", AuthProtocol::Sha1, "SHA", PrivProtocol::Aes256, "AES-256"},
    {"shaaes192c", AuthProtocol::Sha1, "SHA", PrivProtocol::Aes192Cisco, "AES-192-C"},
    {"shaaes256c", AuthProtocol::Sha1, "SHA", PrivProtocol::Aes256Cisco, "AES-256-C"},
    {"sha224aes256", AuthProtocol::Sha224, "SHA-224", PrivProtocol::Aes256, "AES-256"},
    {"sha224aes256c", AuthProtocol::Sha224, "SHA-224", PrivProtocol::Aes256Cisco, "AES-256-C"},
    {"sha256aes", AuthProtocol::Sha256, "SHA-256", PrivProtocol::Aes128, "AES"},
    {"sha256aes256", AuthProtocol::Sha256, "SHA-256", PrivProtocol::Aes256, "AES-256"},
    {"sha384aes192", AuthProtocol::Sha384, "SHA-384", PrivProtocol::Aes192, "AES-192"},
    {"sha512aes256", AuthProtocol::Sha512, "SHA-512", PrivProtocol::Aes256, "AES-256"},
    {"sha512des", AuthProtocol::Sha512, "SHA-512", PrivProtocol::Des, "DES"},
    {"sha512aes256c", AuthProtocol::Sha512, "SHA-512", PrivProtocol::Aes256Cisco, "AES-256-C"},
};
constexpr auto AuthPassphrase = "authentic-pass";
constexpr auto PrivPassphrase = "secretive-pass";

Credential::User userOf(const Combination &combination) {
    return {combination.name, SecurityLevel::AuthPriv, combination.auth, combination.priv, Secret(AuthPassphrase),
        Secret(PrivPassphrase), {}, {}};
}

const Oid sysContact{1, 3, 6, 1, 2, 1, 1, 4, 0};

} // namespace

void TestUsm::initTestCase() {
    const QString snmpd = QStandardPaths::findExecutable(u"snmpd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    if (snmpd.isEmpty())
        return;
    QVERIFY(m_socket.bind(QHostAddress::LocalHost));
    QUdpSocket free;
    QVERIFY(free.bind(QHostAddress::LocalHost));
    m_port = free.localPort();
    free.close();
    QFile configuration(m_folder.filePath(u"snmpd.conf"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write("sysContact here\n");
    for (const Combination &combination : combinations) {
        configuration.write("createUser " + QByteArray(combination.name) + ' ' + combination.authWord + " \""
            + AuthPassphrase + "\" " + combination.privWord + " \"" + PrivPassphrase + "\"\n");
        configuration.write("rouser " + QByteArray(combination.name) + " priv\n");
    }
    configuration.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SNMP_PERSISTENT_DIR"_s, m_folder.path());
    environment.insert(u"MIBS"_s, QString());
    m_agent.setProcessEnvironment(environment);
    m_agent.setProcessChannelMode(QProcess::MergedChannels);
    m_agent.start(snmpd,
        {u"-f"_s, u"-Lo"_s, u"-C"_s, u"-r"_s, u"-c"_s, configuration.fileName(), u"-p"_s, m_folder.filePath(u"pid"_s),
            u"-I"_s, u"system_mib,vacm_conf,usmConf,snmpEngine,usmStats"_s, u"udp:127.0.0.1:%1"_s.arg(m_port)});
    QVERIFY(m_agent.waitForStarted());
    // Ready once it answers a discovery.
    Message discovery;
    discovery.version = Version::V3;
    bool ready = false;
    for (int i = 0; i < 50 && !ready; ++i)
        ready = exchange(discovery, nullptr).ok();
    QVERIFY2(ready, m_agent.readAll().constData());
}

void TestUsm::cleanupTestCase() {
    if (m_agent.state() != QProcess::NotRunning) {
        m_agent.terminate();
        QVERIFY(m_agent.waitForFinished());
    }
}

Result<Message> TestUsm::exchange(const Message &message, const UsmUser *user, QByteArray *raw) {
    const auto bytes = codec::encode(message, m_engine, user);
    if (!bytes)
        return bytes.failure();
    while (m_socket.hasPendingDatagrams())
        m_socket.readDatagram(nullptr, 0);
    m_socket.writeDatagram(*bytes, QHostAddress::LocalHost, m_port);
    if (!m_socket.waitForReadyRead(1000) && !m_socket.hasPendingDatagrams())
        return Failure(Failure::Kind::Timeout, {u"snmpd"_s, u"1"_s});
    QByteArray answer(65536, '\0');
    const qint64 size = m_socket.readDatagram(answer.data(), answer.size());
    if (size < 0) // refused: it is still starting
        return Failure(Failure::Kind::Refused, {u"snmpd"_s});
    answer.resize(size);
    if (raw)
        *raw = answer;
    return codec::decode(answer, m_engine, user);
}

Result<UsmUser> TestUsm::meet(const Credential::User &user) {
    Message discovery;
    discovery.version = Version::V3;
    discovery.v3.messageId = ++m_id;
    discovery.requestId = ++m_id;
    const auto report = exchange(discovery, nullptr);
    if (!report)
        return report.failure();
    const auto keys = deriveKeys(user);
    if (!keys)
        return keys.failure();
    auto localised = localise(*keys, user, report->v3.engineId);
    if (!localised)
        return localised;
    // Its clock comes with an authentic report.
    m_boots = 0;
    m_time = 0;
    const auto clock = exchange(question(*localised), &*localised);
    if (!clock)
        return clock.failure();
    m_boots = clock->v3.engineBoots;
    m_time = clock->v3.engineTime;
    return localised;
}

Message TestUsm::question(const UsmUser &user) const {
    Message message;
    message.version = Version::V3;
    message.v3.messageId = m_id + 1;
    message.v3.level = user.level;
    message.v3.engineId = user.engineId;
    message.v3.engineBoots = m_boots;
    message.v3.engineTime = m_time;
    message.v3.user = user.name;
    message.requestId = m_id + 2;
    message.varBinds = {{sysContact, Value()}};
    return message;
}

void TestUsm::keysAreThoseOfTheRfc() {
    // RFC 3414 A.3: "maplesyrup", and an engine ID of eleven zeroes and a two.
    const QByteArray engineId = QByteArray(11, '\0') + '\2';
    Credential::User user{"u", SecurityLevel::AuthPriv, AuthProtocol::Md5, PrivProtocol::Des, Secret("maplesyrup"),
        Secret("maplesyrup"), {}, {}};
    const auto md5 = deriveKeys(user);
    QVERIFY(md5.ok());
    QVERIFY(md5->auth == Secret(QByteArray::fromHex("9faf3283884e92834ebc9847d8edd963")));
    QVERIFY(localise(*md5, user, engineId)->authKey == Secret(QByteArray::fromHex("526f5eed9fcce26f8964c2930787d82b")));
    user.auth = AuthProtocol::Sha1;
    const auto sha = deriveKeys(user);
    QVERIFY(sha.ok());
    QVERIFY(sha->auth == Secret(QByteArray::fromHex("9fb5cc0381497b3793528939ff788d5d79145211")));
    QVERIFY(localise(*sha, user, engineId)->authKey
        == Secret(QByteArray::fromHex("6695febc9288e36282235fc7151f128497b38f3f")));
    QCOMPARE(localise(*sha, user, engineId)->privKey.size(), 16);
}

void TestUsm::aRealAgentAnswers_data() {
    QTest::addColumn<int>("which");
    for (int i = 0; i < int(std::size(combinations)); ++i)
        QTest::newRow(combinations[i].name) << i;
}

void TestUsm::aRealAgentAnswers() {
    QFETCH(int, which);
    if (m_agent.state() != QProcess::Running)
        QSKIP("snmpd is not installed");
    const auto user = meet(userOf(combinations[which]));
    QVERIFY2(user.ok(), qPrintable(user.ok() ? QString() : user.failure().logText()));
    QVERIFY(m_boots > 0);
    const Message asked = question(*user);
    const auto answer = exchange(asked, &*user);
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.failure().logText()));
    QCOMPARE(answer->pdu, Pdu::Response);
    QCOMPARE(answer->v3.level, SecurityLevel::AuthPriv);
    QCOMPARE(answer->v3.messageId, asked.v3.messageId);
    QCOMPARE(answer->v3.user, asked.v3.user);
    QCOMPARE(answer->requestId, asked.requestId);
    QCOMPARE(answer->varBinds, (VarBinds{{sysContact, Value::octets("here")}}));
}

void TestUsm::aWrongPassphraseIsReported() {
    if (m_agent.state() != QProcess::Running)
        QSKIP("snmpd is not installed");
    Credential::User wrong = userOf(combinations[5]);
    wrong.authPassphrase = Secret("not the pass-phrase");
    const auto user = meet(wrong);
    QVERIFY(user.ok()); // a report is an answer
    const auto answer = exchange(question(*user), &*user);
    QVERIFY(answer.ok());
    QCOMPARE(answer->pdu, Pdu::Report);
    QCOMPARE(answer->varBinds.first().oid, Oid({1, 3, 6, 1, 6, 3, 15, 1, 1, 5, 0}));
}

void TestUsm::theRightKeyWorksAfterAWrongOne() {
    aWrongPassphraseIsReported();
    const auto user = meet(userOf(combinations[5]));
    QVERIFY(user.ok());
    const auto answer = exchange(question(*user), &*user);
    QVERIFY(answer.ok());
    QCOMPARE(answer->pdu, Pdu::Response);
}

void TestUsm::aTamperedAnswerIsNotAuthentic() {
    if (m_agent.state() != QProcess::Running)
        QSKIP("snmpd is not installed");
    const auto user = meet(userOf(combinations[5]));
    QVERIFY(user.ok());
    QByteArray raw;
    QVERIFY(exchange(question(*user), &*user, &raw).ok());
    raw.back() = char(raw.back() ^ 1);
    const auto tampered = codec::decode(raw, m_engine, &*user);
    QVERIFY(!tampered.ok());
    QCOMPARE(tampered.failure(), Failure(Failure::Kind::WrongDigest, {u"shaaes"_s}));
}

void TestUsm::shortKeysNeverReachTheLibrary() {
    Message message;
    message.version = Version::V3;
    message.v3.engineId = "some engine";
    message.v3.user = "u";
    message.v3.level = SecurityLevel::AuthPriv;
    UsmUser user{"some engine", "u", SecurityLevel::AuthPriv, AuthProtocol::Sha1, PrivProtocol::Aes256,
        Secret(QByteArray(20, 'k')), Secret(QByteArray(31, 'k'))};
    auto bytes = codec::encode(message, m_engine, &user);
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.failure().kind(), Failure::Kind::BadKey);
    user.privKey = Secret(QByteArray(32, 'k'));
    QVERIFY(codec::encode(message, m_engine, &user).ok());
    user.authKey = Secret(QByteArray(7, 'k'));
    bytes = codec::encode(message, m_engine, &user);
    QVERIFY(!bytes.ok());
    QCOMPARE(bytes.failure().kind(), Failure::Kind::BadKey);
}

QTEST_GUILESS_MAIN(TestUsm)
#include "tst_usm.moc"
