// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/trap/receiver.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

/// net-snmp's snmptrap and snmpinform send to our receiver.
class TestTrapSource final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void receivesAGenericTrapOfV1();
    void receivesAnEnterpriseTrapOfV1();
    void receivesATrapOfV2c();
    void acknowledgesAnInform();

private:
    /// Runs a tool to its end; true: it ended well.
    bool send(const QString &tool, const QStringList &options, const QStringList &arguments) const;
    Notification only() const;

    const QTemporaryDir m_folder; // the tools leave files behind
    Engine m_engine;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<QSignalSpy> m_received;
    quint16 m_port = 0;
};

void TestTrapSource::initTestCase() {
    if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
        QSKIP("net-snmp's tools are not installed");
}

void TestTrapSource::init() {
    m_received.reset();
    m_receiver = std::make_unique<Receiver>(m_engine);
    m_received = std::make_unique<QSignalSpy>(m_receiver.get(), &Receiver::received);
    const auto port = m_receiver->listen(QHostAddress::LocalHost, 0);
    QVERIFY(port.ok());
    m_port = *port;
}

bool TestTrapSource::send(const QString &tool, const QStringList &options, const QStringList &arguments) const {
    QProcess process;
    QSignalSpy ended(&process, &QProcess::finished);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SNMPCONFPATH"_s, u"/nonexistent"_s);
    environment.insert(u"SNMP_PERSISTENT_DIR"_s, m_folder.path());
    process.setProcessEnvironment(environment);
    const QStringList common{u"-m"_s, u""_s, u"-c"_s, u"traps"_s, u"-t1"_s, u"-r2"_s, u"127.0.0.1:%1"_s.arg(m_port)};
    process.start(tool, options + common + arguments);
    if (ended.isEmpty() && !ended.wait(20'000))
        process.kill();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

Notification TestTrapSource::only() const {
    const auto records
        = m_received->size() == 1 ? m_received->front().front().value<QList<TrapRecord>>() : QList<TrapRecord>();
    return records.size() == 1 ? records.first().notification : Notification();
}

void TestTrapSource::receivesAGenericTrapOfV1() {
    QVERIFY(send(u"snmptrap"_s, {u"-v1"_s},
        {u"1.3.6.1.4.1.32473.1"_s, u"192.0.2.4"_s, u"2"_s, u"0"_s, u"1234"_s, u"1.3.6.1.2.1.2.2.1.1.3"_s, u"i"_s,
            u"3"_s}));
    QTRY_COMPARE(m_received->size(), 1);
    const Notification trap = only();
    QVERIFY(!trap.failure);
    QCOMPARE(trap.version, Version::V1);
    QCOMPARE(trap.oid.toString(), u"1.3.6.1.6.3.1.1.5.3"_s); // linkDown
    QCOMPARE(trap.uptime, 1234U);
    QCOMPARE(trap.community, QByteArray("traps"));
    QCOMPARE(trap.original->agent, QHostAddress(u"192.0.2.4"_s));
    QCOMPARE(trap.varBinds.size(), 4);
    QCOMPARE(trap.varBinds[0].value, Value::integer(3));
    QCOMPARE(trap.varBinds[3].value, Value::oid({1, 3, 6, 1, 4, 1, 32473, 1}));
}

void TestTrapSource::receivesAnEnterpriseTrapOfV1() {
    QVERIFY(send(u"snmptrap"_s, {u"-v1"_s}, {u"1.3.6.1.4.1.32473.1"_s, u"192.0.2.4"_s, u"6"_s, u"99"_s, u"1"_s}));
    QTRY_COMPARE(m_received->size(), 1);
    QCOMPARE(only().oid.toString(), u"1.3.6.1.4.1.32473.1.0.99"_s);
}

void TestTrapSource::receivesATrapOfV2c() {
    QVERIFY(send(u"snmptrap"_s, {u"-v2c"_s},
        {u"77"_s, u"1.3.6.1.4.1.32473.1.0.5"_s, u"1.3.6.1.2.1.1.5.0"_s, u"s"_s, u"demo-switch"_s}));
    QTRY_COMPARE(m_received->size(), 1);
    const Notification trap = only();
    QVERIFY(!trap.failure);
    QVERIFY(!trap.isInform);
    QCOMPARE(trap.oid.toString(), u"1.3.6.1.4.1.32473.1.0.5"_s);
    QCOMPARE(trap.uptime, 77U);
    QCOMPARE(trap.varBinds, VarBinds({{{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("demo-switch")}}));
    QVERIFY(trap.bytes.contains("demo-switch"));
}

void TestTrapSource::acknowledgesAnInform() {
    // The tool fails after its tries where nothing comes back.
    QVERIFY(send(u"snmpinform"_s, {u"-v2c"_s}, {u"77"_s, u"1.3.6.1.4.1.32473.1.0.6"_s}));
    QCOMPARE(m_received->size(), 1); // no second try was needed
    QVERIFY(only().isInform);
    QCOMPARE(only().oid.toString(), u"1.3.6.1.4.1.32473.1.0.6"_s);
}

QTEST_GUILESS_MAIN(TestTrapSource)
#include "tst_trapsource.moc"
