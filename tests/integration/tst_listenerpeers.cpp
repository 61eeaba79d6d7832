// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/listener.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// net-snmp's own programs talk SNMPv3 to our listener: it is the authoritative engine of what they ask.
class TestListenerPeers final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void netSnmpGetsAnAnswer();
    void netSnmpsInformIsAcknowledged();
    void netSnmpsTrapIsTaken();

private:
    /// The tool speaks as the listener's user; false: it is not installed.
    bool start(const QString &tool, const QStringList &options, const QStringList &rest);

    Engine m_engine;
    std::unique_ptr<Listener> m_listener;
    QList<Arrival> m_heard;
    QProcess m_tool;
};

namespace {

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

const QStringList ColdStart{u"42"_s, u"1.3.6.1.6.3.1.1.5.1"_s}; // its uptime and its OID

} // namespace

void TestListenerPeers::init() {
    m_heard.clear();
    m_listener = std::make_unique<Listener>(m_engine);
    QVERIFY(!m_listener->listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    m_listener->setUsers({*Credential::user({"operator", SecurityLevel::AuthPriv, AuthProtocol::Sha256,
        PrivProtocol::Aes256, Secret("authentic-pass"), Secret("secretive-pass"), {}, {}})});
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
}

bool TestListenerPeers::start(const QString &tool, const QStringList &options, const QStringList &rest) {
    const QString found = QStandardPaths::findExecutable(tool);
    if (found.isEmpty())
        return false;
    QStringList words{u"-v3"_s, u"-u"_s, u"operator"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s,
        u"authentic-pass"_s, u"-x"_s, u"AES-256"_s, u"-X"_s, u"secretive-pass"_s, u"-m"_s, u""_s};
    words += options;
    words += u"127.0.0.1:%1"_s.arg(m_listener->port());
    m_tool.start(found, words + rest);
    return true;
}

void TestListenerPeers::netSnmpGetsAnAnswer() {
    if (!start(u"snmpget"_s, {u"-n"_s, u"vlan7"_s, u"-OnqU"_s}, {sysName.toString()}))
        QSKIP("snmpget is not installed");
    QTRY_COMPARE_WITH_TIMEOUT(m_tool.state(), QProcess::NotRunning, 20000);
    QCOMPARE(m_tool.readAllStandardOutput().trimmed(), QByteArray(".1.3.6.1.2.1.1.5.0 \"here\""));
    QVERIFY(!m_heard.isEmpty());
    QCOMPARE(m_heard.last().message->v3.contextName, QByteArray("vlan7"));
}

void TestListenerPeers::netSnmpsInformIsAcknowledged() {
    if (!start(u"snmpinform"_s, {}, ColdStart))
        QSKIP("snmpinform is not installed");
    QTRY_COMPARE_WITH_TIMEOUT(m_tool.state(), QProcess::NotRunning, 20000);
    QVERIFY2(m_tool.exitCode() == 0, m_tool.readAllStandardError().constData());
    QCOMPARE(m_heard.size(), 1);
    QVERIFY(m_heard.first().message.ok());
    QCOMPARE(m_heard.first().message->pdu, Pdu::Inform);
}

void TestListenerPeers::netSnmpsTrapIsTaken() {
    if (!start(u"snmptrap"_s, {u"-e"_s, u"0x80001f8880aabbccee"_s}, ColdStart))
        QSKIP("snmptrap is not installed");
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 1, 20000);
    QVERIFY2(m_heard.first().message.ok(),
        qPrintable(m_heard.first().message.ok() ? QString() : m_heard.first().message.failure().logText()));
    QCOMPARE(m_heard.first().message->pdu, Pdu::TrapV2);
    QCOMPARE(m_heard.first().message->v3.engineId.toHex(), QByteArray("80001f8880aabbccee"));
    QCOMPARE(m_heard.first().message->varBinds.last().value, Value::oid(Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 1}));
    QTRY_COMPARE_WITH_TIMEOUT(m_tool.state(), QProcess::NotRunning, 20000);
}

QTEST_GUILESS_MAIN(TestListenerPeers)
#include "tst_listenerpeers.moc"
