// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/engine.h"
#include "tests/integration/diagnosed.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Cause = Finding::Cause;

namespace {

const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid hidden{1, 3, 6, 1, 2, 1, 2};

Credential::User userOf(const Credential &credential) { return credential.user(); }

} // namespace

/// Each reason for no answer, on a real snmpd wherever it can have that reason.
class TestDiagnosis final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_agent.reset(); }

    void userAndKeys_data();
    void userAndKeys();
    void communityAndVersion_data();
    void communityAndVersion();
    void aSharedEngine();
    void cancelEndsIt();
    void anySlotMayDeleteIt();
    void noSecretReachesTheLog();

private:
    [[nodiscard]] DiagnosisPlan planFor(const Credential &credential, const Oid &object = {}) const {
        return test::planFor(m_agent->endpoint(), credential, object);
    }
    Finding found(const DiagnosisPlan &plan) { return m_diagnosed.found(plan); }

    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
    Diagnosed m_diagnosed{m_engine};
};

void TestDiagnosis::initTestCase() {
    QByteArray more = "view some included .1.3.6.1.2.1.1\n"
                      "createUser narrow SHA-256 \"authentic phrase\" AES \"private phrase\"\n"
                      "rouser narrow priv -V some\n"
                      "rocommunity looking default -V some\n";
    for (const auto &[name, auth, priv] : {std::tuple("sha512aes256", AuthProtocol::Sha512, PrivProtocol::Aes256),
             std::tuple("sha1aes256c", AuthProtocol::Sha1, PrivProtocol::Aes256Cisco)})
        more += Snmpd::line(Snmpd::user(name, SecurityLevel::AuthPriv, auth, priv));
    more += Snmpd::line(Snmpd::user("authonly", SecurityLevel::AuthNoPriv, AuthProtocol::Sha256, PrivProtocol::None));
    QString why;
    m_agent = Snmpd::start(&why, more);
    if (!m_agent)
        QSKIP(qPrintable(why));
}

void TestDiagnosis::userAndKeys_data() {
    QTest::addColumn<Credential::User>("user");
    QTest::addColumn<Oid>("object");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<Remedy>("remedy");
    const auto right = userOf(Snmpd::sha256aes());
    const auto row = [](const char *name, const Credential::User &user, Cause cause, const Remedy &remedy = {},
                         const Oid &object = {}) { QTest::newRow(name) << user << object << cause << remedy; };
    row("all is well", right, Cause::Answers);
    auto user = right;
    user.name = "nobody";
    row("unknown user", user, Cause::UnknownUser);
    user = right;
    user.authPassphrase = Secret("another phrase");
    row("authentication pass-phrase", user, Cause::AuthPassphrase);
    user = right;
    user.name = "sha512aes256";
    user.priv = PrivProtocol::Aes256;
    Remedy auth;
    auth.auth = AuthProtocol::Sha512;
    row("authentication protocol", user, Cause::AuthProtocol, auth);
    user = right;
    user.privPassphrase = Secret("another phrase");
    row("privacy pass-phrase", user, Cause::PrivPassphrase);
    user = right;
    user.name = "sha512aes256";
    user.auth = AuthProtocol::Sha512;
    Remedy priv;
    priv.priv = PrivProtocol::Aes256;
    row("privacy protocol", user, Cause::PrivProtocol, priv);
    user = right;
    user.name = "sha1aes256c";
    user.auth = AuthProtocol::Sha1;
    user.priv = PrivProtocol::Aes256;
    priv.priv = PrivProtocol::Aes256Cisco;
    row("the other AES-256", user, Cause::PrivProtocol, priv);
    user = right;
    user.name = "authonly";
    Remedy level;
    level.level = SecurityLevel::AuthNoPriv;
    row("level too high", user, Cause::Level, level);
    user = right;
    user.level = SecurityLevel::AuthNoPriv;
    row("level too low", user, Cause::NoAccess);
    user = right;
    user.contextName = "nowhere";
    Remedy context;
    context.clearContext = true;
    row("context", user, Cause::Context, context);
    user = right;
    user.engineId = QByteArray::fromHex("80001f8804deadbeef");
    Remedy engine;
    engine.clearEngineId = true;
    row("engine ID", user, Cause::EngineId, engine);
    user = right;
    user.name = "narrow";
    row("a view hides the object", user, Cause::HiddenObject, {}, hidden);
    row("a view shows the object", user, Cause::Answers, {}, sysDescr);
}

void TestDiagnosis::userAndKeys() {
    QFETCH(const Credential::User, user);
    QFETCH(const Oid, object);
    QFETCH(const Cause, cause);
    QFETCH(const Remedy, remedy);
    const Finding finding = found(planFor(*Credential::user(user), object));
    QVERIFY2(finding.cause == cause, qPrintable(finding.text() + u'\n' + m_diagnosed.steps.join(u'\n')));
    QCOMPARE(finding.remedy.value_or(Remedy{}), remedy);
    QVERIFY(!finding.text().isEmpty() && !m_diagnosed.steps.isEmpty());
    QVERIFY2(m_diagnosed.longestGap < 100 * Slowdown, qPrintable(QString::number(m_diagnosed.longestGap)));
}

void TestDiagnosis::communityAndVersion_data() {
    QTest::addColumn<Version>("version");
    QTest::addColumn<QByteArray>("community");
    QTest::addColumn<Endpoint::Transport>("transport");
    QTest::addColumn<Oid>("object");
    QTest::addColumn<bool>("others");
    QTest::addColumn<Cause>("cause");
    const auto udp = Endpoint::Transport::Udp;
    QTest::newRow("v1") << Version::V1 << QByteArray("public") << udp << Oid() << false << Cause::Answers;
    QTest::newRow("v2c") << Version::V2c << QByteArray("public") << udp << sysDescr << false << Cause::Answers;
    QTest::newRow("tcp") << Version::V2c << QByteArray("public") << Endpoint::Transport::Tcp << Oid() << false
                         << Cause::Answers;
    if (m_agent->hasIPv6())
        QTest::newRow("IPv6") << Version::V2c << QByteArray("public") << Endpoint::Transport::Udp6 << Oid() << false
                              << Cause::Answers;
    QTest::newRow("wrong community") << Version::V2c << QByteArray("wrong") << udp << Oid() << false << Cause::Silent;
    QTest::newRow("wrong community, others asked")
        << Version::V2c << QByteArray("wrong") << udp << Oid() << true << Cause::OtherVersion;
    QTest::newRow("a view hides the object")
        << Version::V2c << QByteArray("looking") << udp << hidden << false << Cause::HiddenObject;
    QTest::newRow("the same in v1") << Version::V1 << QByteArray("looking") << udp << hidden << false
                                    << Cause::HiddenObject;
}

void TestDiagnosis::communityAndVersion() {
    QFETCH(const Version, version);
    QFETCH(const QByteArray, community);
    QFETCH(const Endpoint::Transport, transport);
    QFETCH(const Oid, object);
    QFETCH(const bool, others);
    QFETCH(const Cause, cause);
    DiagnosisPlan plan = planFor(Credential::community(version, Secret(community)), object);
    plan.endpoint = m_agent->endpoint(transport);
    plan.otherVersions = others;
    const Finding finding = found(plan);
    QVERIFY2(finding.cause == cause, qPrintable(finding.text() + u'\n' + m_diagnosed.steps.join(u'\n')));
    if (cause == Cause::OtherVersion)
        QCOMPARE(finding.remedy->version, Version::V3);
}

void TestDiagnosis::aSharedEngine() {
    // Two real agents that a clumsy image gave one engine ID.
    QString why;
    const auto one = Snmpd::start(&why, "exactEngineID 0x80001f880411223344\n");
    const auto other = Snmpd::start(&why, "exactEngineID 0x80001f880411223344\n");
    QVERIFY2(one && other, qPrintable(why));
    Session session(m_engine, one->endpoint(), Snmpd::sha256aes());
    const auto get = session.get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    DiagnosisPlan plan = planFor(Snmpd::sha256aes());
    plan.endpoint = other->endpoint();
    plan.engines.insert(u"core1"_s, session.engineId());
    const Finding finding = found(plan);
    QVERIFY2(finding.cause == Cause::SharedEngine, qPrintable(finding.text()));
    QCOMPARE(finding.arguments.value(1), u"core1"_s);
}

void TestDiagnosis::cancelEndsIt() {
    Diagnosis diagnosis(m_engine, planFor(Snmpd::sha256aes()));
    connect(&diagnosis, &Diagnosis::stepped, &diagnosis, &Diagnosis::cancel);
    QVERIFY(finishes(diagnosis));
    QCOMPARE(diagnosis.ending(), Ending::Cancelled);
}

void TestDiagnosis::anySlotMayDeleteIt() {
    Credential::User user = userOf(Snmpd::sha256aes());
    user.authPassphrase = Secret("another phrase");
    for (int at = 1; at <= 4; ++at) {
        auto diagnosis = std::make_unique<Diagnosis>(m_engine, planFor(*Credential::user(user)));
        int steps = 0;
        connect(diagnosis.get(), &Diagnosis::stepped, this, [&] {
            if (++steps == at)
                diagnosis.reset();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!diagnosis, 20'000);
    }
}

void TestDiagnosis::noSecretReachesTheLog() {
    Log log;
    log.setLeast(LogLevel::Debug);
    Credential::User user = userOf(Snmpd::sha256aes());
    user.privPassphrase = Secret("unheard-of-phrase");
    QCOMPARE(found(planFor(*Credential::user(user))).cause, Cause::PrivPassphrase);
    QCOMPARE(found(planFor(Credential::community(Version::V2c, Secret("unheard-of-community")))).cause, Cause::Silent);
    QVERIFY(!log.records().empty());
    for (const LogRecord &record : log.records())
        QVERIFY2(!record.text.contains(u"unheard-of"_s) && !record.text.contains(u"authentic phrase"_s),
            qPrintable(record.text));
    for (const QString &step : std::as_const(m_diagnosed.steps))
        QVERIFY(!step.contains(u"unheard-of"_s));
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
