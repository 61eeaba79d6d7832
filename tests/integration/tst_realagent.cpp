// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid sysContact{1, 3, 6, 1, 2, 1, 1, 4, 0};
const Oid sysLocation{1, 3, 6, 1, 2, 1, 1, 6, 0};
const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

const QStringList v2c{u"-v2c"_s, u"-cpublic"_s};

Credential community(Version version, const char *name) { return Credential::community(version, Secret(name)); }

/// The lines without what moves between two reads.
QStringList steady(const QStringList &lines) {
    QStringList result;
    for (const QString &line : lines) {
        const qsizetype at = line.indexOf(u" = ");
        const QStringView value = QStringView(line).sliced(at + 3);
        const bool isTicks = !value.isEmpty() && std::ranges::all_of(value, [](QChar c) { return c.isDigit(); });
        const bool moves = isTicks || value.startsWith(u"Counter") || value.startsWith(u"Gauge");
        result.append(moves ? line.first(at) + u" moves"_s : line);
    }
    return result;
}

QStringList lines(const VarBinds &varBinds) {
    QStringList result;
    for (const VarBind &varBind : varBinds)
        result.append(Snmpd::line(varBind));
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Credential)

/// Against Debian's snmpd; the truth is what net-snmp's own tools print for the same agent.
class TestRealAgent final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_agent.reset(); }
    void getsWhatSnmpgetGets_data() { everyWay(); }
    void getsWhatSnmpgetGets();
    void walksWhatSnmpwalkWalks_data() { everyWay(); }
    void walksWhatSnmpwalkWalks();
    void readsTheInterfacesTable();
    void setsAndReadsBack_data() { everyWay(); }
    void setsAndReadsBack();
    void isNotLetInWithoutTheRight();
    void tellsTheCredentialToMend_data();
    void tellsTheCredentialToMend();
    void learnsTheClockFromTheAgentsReport();

private:
    void everyWay() const;
    [[nodiscard]] std::unique_ptr<Session> session(
        Endpoint::Transport transport, const Credential &credential, Bounds bounds = {1000ms, 3}) {
        return std::make_unique<Session>(m_engine, m_agent->endpoint(transport), credential, bounds);
    }

    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
};

void TestRealAgent::initTestCase() {
    QString why;
    m_agent = Snmpd::start(&why);
    if (!m_agent)
        QSKIP(qPrintable(why));
    if (!Snmpd::isInstalled(u"snmpget"_s) || !Snmpd::isInstalled(u"snmpwalk"_s))
        QSKIP("snmpget and snmpwalk, whose output is the truth, are not installed");
}

void TestRealAgent::everyWay() const {
    QTest::addColumn<Endpoint::Transport>("transport");
    QTest::addColumn<Credential>("reader");
    QTest::addColumn<Credential>("writer");
    const auto udp = Endpoint::Transport::Udp;
    const auto row = [](const char *name, Endpoint::Transport transport, Version version) {
        QTest::newRow(name) << transport << community(version, "public") << community(version, "private");
    };
    row("v1", udp, Version::V1);
    row("v2c", udp, Version::V2c);
    row("v2c over TCP", Endpoint::Transport::Tcp, Version::V2c);
    if (m_agent->hasIPv6())
        row("v2c over IPv6", Endpoint::Transport::Udp6, Version::V2c);
    QTest::newRow("v3, SHA-256 and AES") << udp << Snmpd::sha256aes() << Snmpd::sha256aes();
    QTest::newRow("v3, MD5 and DES") << udp << Snmpd::md5des() << Snmpd::md5des();
    QTest::newRow("v3 over TCP") << Endpoint::Transport::Tcp << Snmpd::sha256aes() << Snmpd::sha256aes();
}

void TestRealAgent::getsWhatSnmpgetGets() {
    QFETCH(Endpoint::Transport, transport);
    QFETCH(Credential, reader);
    const auto s = session(transport, reader);
    const QList<Oid> objects{sysDescr, systemGroup + 2 + 0, systemGroup + 3 + 0, systemGroup + 5 + 0, ifEntry + 2 + 1,
        ifEntry + 5 + 1, ifEntry + 10 + 1};
    QStringList names;
    for (const Oid &oid : objects)
        names.append(u'.' + oid.toString());
    const auto get = s->get(objects);
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    const QStringList truth = m_agent->ask(u"snmpget"_s, v2c, names);
    QCOMPARE(truth.size(), objects.size());
    QCOMPARE(steady(lines(get->varBinds())), steady(truth));
}

void TestRealAgent::walksWhatSnmpwalkWalks() {
    QFETCH(Endpoint::Transport, transport);
    QFETCH(Credential, reader);
    const auto s = session(transport, reader);
    for (const Oid &root : {systemGroup, ifEntry, Oid({1, 3, 6, 1, 6, 3, 16})}) {
        const auto walk = s->walk({.root = root});
        VarBinds varBinds;
        connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) { varBinds += batch; });
        QVERIFY(finishes(*walk));
        QCOMPARE(walk->ending(), Ending::Whole);
        // A v1 walk does not see Counter64; there is none in these subtrees.
        const QStringList truth = m_agent->ask(u"snmpwalk"_s, v2c, {u'.' + root.toString()});
        QVERIFY(truth.size() > 5);
        QCOMPARE(steady(lines(varBinds)), steady(truth));
    }
}

void TestRealAgent::readsTheInterfacesTable() {
    const auto s = session(Endpoint::Transport::Udp, community(Version::V2c, "public"));
    QList<Oid> columns;
    for (quint32 i = 1; i <= 22; ++i)
        columns.append(ifEntry + i);
    const auto table = s->table({.columns = columns});
    VarBinds varBinds;
    connect(table.get(), &Operation::batch, table.get(), [&](const VarBinds &batch) { varBinds += batch; });
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    std::ranges::sort(varBinds, {}, &VarBind::oid);
    const QStringList truth = m_agent->ask(u"snmpwalk"_s, v2c, {u'.' + ifEntry.toString()});
    QCOMPARE(steady(lines(varBinds)), steady(truth));
}

void TestRealAgent::setsAndReadsBack() {
    QFETCH(Endpoint::Transport, transport);
    QFETCH(Credential, writer);
    const auto s = session(transport, writer);
    const QByteArray text = QByteArray("set by ") + QTest::currentDataTag();
    const auto set = s->set({{sysContact, Value::octets(text)}, {sysLocation, Value::octets("here, " + text)}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    const QStringList truth
        = m_agent->ask(u"snmpget"_s, v2c, {u'.' + sysContact.toString(), u'.' + sysLocation.toString()});
    QCOMPARE(lines({{sysContact, Value::octets(text)}, {sysLocation, Value::octets("here, " + text)}}), truth);
    const auto wrong = s->set({{sysContact, Value::octets("never")}, {sysLocation, Value::integer(1)}});
    QVERIFY(finishes(*wrong));
    QCOMPARE(wrong->ending(), Ending::AgentError);
    QCOMPARE(wrong->errorIndex(), 2);
    const auto readBack = s->get({sysContact});
    QVERIFY(finishes(*readBack));
    QCOMPARE(readBack->varBinds().at(0).value, Value::octets(text)); // all or nothing
}

void TestRealAgent::isNotLetInWithoutTheRight() {
    const auto reader = session(Endpoint::Transport::Udp, community(Version::V2c, "public"));
    const auto set = reader->set({{sysContact, Value::octets("never")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::AgentError);
    QCOMPARE(set->failure()->arguments().at(0), u"noAccess"_s);
    const auto stranger = session(Endpoint::Transport::Udp, community(Version::V2c, "unknown"), {100ms, 1});
    const auto get = stranger->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Timeout);
}

void TestRealAgent::tellsTheCredentialToMend_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<AuthProtocol>("auth");
    QTest::addColumn<QByteArray>("authPhrase");
    QTest::addColumn<PrivProtocol>("priv");
    QTest::addColumn<QByteArray>("privPhrase");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("kind");
    const QByteArray name("sha256aes");
    const QByteArray auth("authentic phrase");
    const QByteArray priv("private phrase");
    const auto row = [](const char *what) -> QTestData & { return QTest::newRow(what); };
    row("user") << QByteArray("nobody") << AuthProtocol::Sha256 << auth << PrivProtocol::Aes128 << priv
                << Ending::Authentication << int(Failure::Kind::UnknownUser);
    row("authentication phrase") << name << AuthProtocol::Sha256 << QByteArray("another phrase") << PrivProtocol::Aes128
                                 << priv << Ending::Authentication << int(Failure::Kind::WrongDigest);
    row("authentication protocol") << name << AuthProtocol::Sha1 << auth << PrivProtocol::Aes128 << priv
                                   << Ending::Authentication << int(Failure::Kind::WrongDigest);
    row("privacy phrase") << name << AuthProtocol::Sha256 << auth << PrivProtocol::Aes128
                          << QByteArray("another phrase") << Ending::Timeout << int(Failure::Kind::SilentPrivacy);
    row("privacy protocol") << name << AuthProtocol::Sha256 << auth << PrivProtocol::Des << priv << Ending::Timeout
                            << int(Failure::Kind::SilentPrivacy);
}

void TestRealAgent::tellsTheCredentialToMend() {
    QFETCH(QByteArray, name);
    QFETCH(AuthProtocol, auth);
    QFETCH(QByteArray, authPhrase);
    QFETCH(PrivProtocol, priv);
    QFETCH(QByteArray, privPhrase);
    QFETCH(Ending, ending);
    QFETCH(int, kind);
    const auto credential = Credential::user({.name = name,
        .auth = auth,
        .priv = priv,
        .authPassphrase = Secret(authPhrase),
        .privPassphrase = Secret(privPhrase)});
    const auto s = session(Endpoint::Transport::Udp, *credential, {200ms, 1});
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), ending);
    QCOMPARE(int(get->failure()->kind()), kind);
    // The right user beside it, of the same name and engine, is not touched by the wrong keys.
    const auto right = session(Endpoint::Transport::Udp, Snmpd::sha256aes());
    const auto rightGet = right->get({sysDescr});
    QVERIFY(finishes(*rightGet));
    QCOMPARE(rightGet->ending(), Ending::Whole);
}

void TestRealAgent::learnsTheClockFromTheAgentsReport() {
    // With the engine ID given by hand nothing is discovered: boots and time are learnt from the agent's report.
    Credential::User user = Snmpd::sha256aes().user();
    const auto engineId
        = m_agent->ask(u"snmpget"_s, v2c, {u".1.3.6.1.6.3.10.2.1.1.0"_s}).value(0).section(u"Hex-STRING: "_s, 1);
    user.engineId = *bytes::fromHex(engineId);
    const auto s = session(Endpoint::Transport::Udp, *Credential::user(user));
    const auto set = s->set({{sysContact, Value::octets("out of the window")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    QCOMPARE(set->figures().retries, 1);
}

QTEST_GUILESS_MAIN(TestRealAgent)
#include "tst_realagent.moc"
