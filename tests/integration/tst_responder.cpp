// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demo.h"
#include "core/sim/recordedagent.h"
#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "tests/support/tool.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;

/// net-snmp's own tools ask our responder: what they print is the truth.
class TestResponder final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void servesRecordingsOfRealDevices_data();
    void servesRecordingsOfRealDevices();
    void hidesCounter64FromV1Walks();
    void walksOverTcp();
    void staysSilentForAWrongCommunity();
    void setsWithTheWriteCommunityOnly();
    void setsTheDemoDevice();
    void answersAnObjectThatIsNotThere();

private:
    /// A tool against the port, with numeric output; the event loop runs meanwhile.
    static ToolOutcome run(
        const QString &tool, quint16 port, const QStringList &arguments, const QStringList &options = {u"-v2c"_s});
    std::unique_ptr<Responder> serve(std::unique_ptr<AgentData> data);

    Engine m_engine;
};

namespace {

Recording parse(const QByteArray &text) { return Recording::parse(text, Recording::Format::SnmpWalk); }

// net-snmp ends a walk with a sentence, and prints floats with six digits only.
VarBinds comparable(const VarBinds &varBinds) {
    VarBinds all;
    for (const VarBind &varBind : varBinds) {
        const bool isFloat
            = varBind.value.type() == Value::Type::OpaqueFloat || varBind.value.type() == Value::Type::OpaqueDouble;
        all.append({varBind.oid,
            isFloat ? Value::opaqueFloat(float(qRound(varBind.value.toDouble() * 100)) / 100) : varBind.value});
    }
    return all;
}

} // namespace

void TestResponder::initTestCase() {
    if (QStandardPaths::findExecutable(u"snmpbulkwalk"_s).isEmpty())
        QSKIP("net-snmp's tools are not installed");
}

ToolOutcome TestResponder::run(
    const QString &tool, quint16 port, const QStringList &arguments, const QStringList &options) {
    // No MIBs: types and octets as they came; a Hex-STRING for what is not text.
    QStringList all = options.contains(u"-c"_s) ? options : options + QStringList{u"-c"_s, u"public"_s};
    const bool isTcp = all.removeAll(u"tcp"_s) > 0;
    all << u"-m"_s << u""_s << u"-M"_s << u"/nonexistent"_s << u"-On"_s << u"-t1"_s << u"-r1"_s
        << (isTcp ? u"tcp:127.0.0.1:%1"_s : u"127.0.0.1:%1"_s).arg(port);
    return runTool(tool, all + arguments, 120s);
}

std::unique_ptr<Responder> TestResponder::serve(std::unique_ptr<AgentData> data) {
    auto responder = std::make_unique<Responder>(
        m_engine, std::move(data), Responder::Access{Secret("public"), Secret("private"), {}});
    const auto failure = responder->listen(QHostAddress::LocalHost, 0);
    if (failure)
        qWarning() << failure->logText();
    return responder;
}

void TestResponder::servesRecordingsOfRealDevices_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("tool");
    for (const char *file : {"snmpsim/recorded/linux-full-walk.snmprec", "snmpsim/recorded/winxp-full-walk.snmprec",
             "snmpsim/foreignformats/linux.snmpwalk", "librenms/arista_eos.snmprec", "librenms/procurve.snmprec",
             "glpi-agent/sample5.walk", "snmpsim-data/os/linux/unknown-003.snmprec"})
        QTest::newRow(file) << QString::fromLatin1(file) << u"snmpbulkwalk"_s;
    QTest::newRow("by GETNEXT") << u"snmpsim-data/storage/netapp-fas3270.snmprec"_s << u"snmpwalk"_s;
}

void TestResponder::servesRecordingsOfRealDevices() {
    QFETCH(QString, file);
    QFETCH(QString, tool);
    const QString path = QStringLiteral(WALKABOUT_SOURCE_DIR "/../shared/devices/") + file;
    if (!QFile::exists(path))
        QSKIP("the recordings of real devices are not beside the source");
    const auto recording = Recording::open(path);
    QVERIFY(recording.ok());
    const auto responder = serve(std::make_unique<RecordedAgent>(*recording));
    const ToolOutcome output = run(tool, responder->port(), {u"1"_s});
    QCOMPARE(output.errors, QByteArray());
    const VarBinds printed = comparable(parse(output.text).varBinds());
    const VarBinds expected = comparable(recording->varBinds());
    for (qsizetype i = 0; i < std::min(printed.size(), expected.size()); ++i)
        QVERIFY2(printed[i] == expected[i], Recording::line(expected[i], Recording::Format::SnmpRec).constData());
    QCOMPARE(printed.size(), expected.size());
}

void TestResponder::hidesCounter64FromV1Walks() {
    const auto responder = serve(makeDemoDevice());
    const ToolOutcome output = run(u"snmpwalk"_s, responder->port(), {u"1.3.6.1.2.1.31.1.1.1"_s}, {u"-v1"_s});
    QCOMPARE(output.status, 0);
    QVERIFY(output.text.contains("Gi1/0/24"));
    QVERIFY(!output.text.contains("Counter64"));
    QVERIFY(output.text.contains(".1.3.6.1.2.1.31.1.1.1.19."));
    const ToolOutcome whole = run(u"snmpbulkwalk"_s, responder->port(), {u"1.3.6.1.2.1.31.1.1.1"_s});
    QVERIFY(whole.text.contains("Counter64"));
}

void TestResponder::walksOverTcp() {
    const auto responder = serve(makeDemoDevice());
    const ToolOutcome output
        = run(u"snmpbulkwalk"_s, responder->port(), {u"1.3.6.1.2.1.2.2.1.2"_s}, {u"-v2c"_s, u"-Cr500"_s, u"tcp"_s});
    QCOMPARE(output.errors, QByteArray());
    QCOMPARE(parse(output.text).varBinds().size(), 28);
}

void TestResponder::staysSilentForAWrongCommunity() {
    const auto responder = serve(makeDemoDevice());
    const ToolOutcome output
        = run(u"snmpget"_s, responder->port(), {u"1.3.6.1.2.1.1.1.0"_s}, {u"-v2c"_s, u"-c"_s, u"wrong"_s});
    QVERIFY(output.status != 0);
    QVERIFY(output.errors.contains("Timeout"));
}

void TestResponder::setsWithTheWriteCommunityOnly() {
    const auto responder
        = serve(std::make_unique<RecordedAgent>(Recording({{{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("old")}})));
    const QStringList set{u"1.3.6.1.2.1.1.5.0"_s, u"s"_s, u"new"_s};
    QVERIFY(run(u"snmpset"_s, responder->port(), set).errors.contains("noAccess"));
    QVERIFY(run(u"snmpset"_s, responder->port(), set, {u"-v1"_s}).errors.contains("noSuchName"));
    const QStringList writer{u"-v2c"_s, u"-c"_s, u"private"_s};
    const QStringList wrong{u"1.3.6.1.2.1.1.5.0"_s, u"i"_s, u"5"_s};
    QVERIFY(run(u"snmpset"_s, responder->port(), wrong, writer).errors.contains("wrongType"));
    QCOMPARE(responder->data().get({1, 3, 6, 1, 2, 1, 1, 5, 0}), Value::octets("old"));
    QCOMPARE(run(u"snmpset"_s, responder->port(), set, writer).status, 0);
    QVERIFY(run(u"snmpget"_s, responder->port(), {u"1.3.6.1.2.1.1.5.0"_s}, writer).text.contains("\"new\""));
}

void TestResponder::setsTheDemoDevice() {
    const auto responder = serve(makeDemoDevice());
    const QStringList writer{u"-v1"_s, u"-c"_s, u"private"_s};
    const QString admin = u"1.3.6.1.2.1.2.2.1.7.10101"_s;
    QCOMPARE(run(u"snmpset"_s, responder->port(), {admin, u"i"_s, u"2"_s}, writer).status, 0);
    QVERIFY(run(u"snmpget"_s, responder->port(), {u"1.3.6.1.2.1.2.2.1.8.10101"_s}).text.contains("INTEGER: 2"));
    QVERIFY(run(u"snmpset"_s, responder->port(), {admin, u"i"_s, u"7"_s}, writer).errors.contains("badValue"));
}

void TestResponder::answersAnObjectThatIsNotThere() {
    const auto responder = serve(makeDemoDevice());
    const ToolOutcome v2 = run(u"snmpget"_s, responder->port(), {u"1.3.6.1.2.1.2.2.1.2.5"_s, u"1.3.6.1.5.5.0"_s});
    QVERIFY(v2.text.contains("No Such Instance"));
    QVERIFY(v2.text.contains("No Such Object"));
    const ToolOutcome v1 = run(u"snmpget"_s, responder->port(), {u"1.3.6.1.5.5.0"_s}, {u"-v1"_s});
    QVERIFY(v1.errors.contains("noSuchName"));
}

QTEST_GUILESS_MAIN(TestResponder)
#include "tst_responder.moc"
