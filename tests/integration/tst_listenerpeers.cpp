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
    Engine m_engine;
    std::unique_ptr<Listener> m_listener;
    QList<Arrival> m_heard;
};

namespace {

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

QString tool(const QString &name) { return QStandardPaths::findExecutable(name); }

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

void TestListenerPeers::netSnmpGetsAnAnswer() {
    const QString snmpget = tool(u"snmpget"_s);
    if (snmpget.isEmpty())
        QSKIP("snmpget is not installed");
    QProcess process;
    process.start(snmpget,
        {u"-v3"_s, u"-u"_s, u"operator"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s, u"authentic-pass"_s,
            u"-x"_s, u"AES-256"_s, u"-X"_s, u"secretive-pass"_s, u"-n"_s, u"vlan7"_s, u"-m"_s, u""_s, u"-OnqU"_s,
            u"127.0.0.1:%1"_s.arg(m_listener->port()), sysName.toString()});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray(".1.3.6.1.2.1.1.5.0 \"here\""));
    QVERIFY(!m_heard.isEmpty());
    QCOMPARE(m_heard.last().message->v3.contextName, QByteArray("vlan7"));
}

void TestListenerPeers::netSnmpsInformIsAcknowledged() {
    const QString snmpinform = tool(u"snmpinform"_s);
    if (snmpinform.isEmpty())
        QSKIP("snmpinform is not installed");
    QProcess process;
    process.start(snmpinform,
        {u"-v3"_s, u"-u"_s, u"operator"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s, u"authentic-pass"_s,
            u"-x"_s, u"AES-256"_s, u"-X"_s, u"secretive-pass"_s, u"-m"_s, u""_s,
            u"127.0.0.1:%1"_s.arg(m_listener->port()), u"42"_s, u"1.3.6.1.6.3.1.1.5.1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QCOMPARE(m_heard.size(), 1);
    QVERIFY(m_heard.first().message.ok());
    QCOMPARE(m_heard.first().message->pdu, Pdu::Inform);
}

void TestListenerPeers::netSnmpsTrapIsTaken() {
    const QString snmptrap = tool(u"snmptrap"_s);
    if (snmptrap.isEmpty())
        QSKIP("snmptrap is not installed");
    QProcess process;
    process.start(snmptrap,
        {u"-v3"_s, u"-e"_s, u"0x80001f8880aabbccee"_s, u"-u"_s, u"operator"_s, u"-l"_s, u"authPriv"_s, u"-a"_s,
            u"SHA-256"_s, u"-A"_s, u"authentic-pass"_s, u"-x"_s, u"AES-256"_s, u"-X"_s, u"secretive-pass"_s, u"-m"_s,
            u""_s, u"127.0.0.1:%1"_s.arg(m_listener->port()), u"42"_s, u"1.3.6.1.6.3.1.1.5.1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 1, 20000);
    QVERIFY2(m_heard.first().message.ok(),
        qPrintable(m_heard.first().message.ok() ? QString() : m_heard.first().message.failure().logText()));
    QCOMPARE(m_heard.first().message->pdu, Pdu::TrapV2);
    QCOMPARE(m_heard.first().message->v3.engineId.toHex(), QByteArray("80001f8880aabbccee"));
    QCOMPARE(m_heard.first().message->varBinds.last().value, Value::oid(Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 1}));
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20000);
}

QTEST_GUILESS_MAIN(TestListenerPeers)
#include "tst_listenerpeers.moc"
