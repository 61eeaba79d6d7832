// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/floodingagent.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// A program that stood still while a device sent: what the system dropped for it stands in its summary.
class TestCliDropped final : public QObject {
    Q_OBJECT

private slots:
    void theSummarySaysIt() {
        const Ran ran = get({});
        QCOMPARE(ran.status, 0);
        const QRegularExpression summary(
            u"^1 varbind, 1 request, \\d+ retr(y|ies), [\\d,]+ datagrams dropped by this system, \\d+\\.\\d\\d s, whole$"_s);
        QVERIFY2(summary.match(QString::fromUtf8(ran.summary())).hasMatch(), ran.summary().constData());
    }

    void theEndInJsonHasTheirNumber() {
        const Ran ran = get({u"--json"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.objects().size(), 2);
        const int dropped = ran.objects().last()[u"dropped"].toInt();
        QVERIFY2(dropped > 0 && dropped <= m_sent, ran.out.constData());
    }

    void withoutAnyNothingIsSaid() {
        const Ran text = m_program.run({u"get"_s, u"demo"_s, u"sysName.0"_s});
        QVERIFY2(!text.err.contains("dropped"), text.err.constData());
        const Ran json = m_program.run({u"get"_s, u"demo"_s, u"sysName.0"_s, u"--json"_s});
        QVERIFY(!json.objects().last().contains(u"dropped"));
    }

private:
    Ran get(const QStringList &options) {
        FloodingAgent agent(m_engine, {0});
        const auto program = m_program.begin(
            options + QStringList{u"get"_s, u"-c"_s, u"public"_s, agent.endpoint().toString(), u"sysDescr.0"_s});
        program->closeWriteChannel();
        agent.flooding = [id = pid_t(program->processId())](bool begins) { ::kill(id, begins ? SIGSTOP : SIGCONT); };
        // Not waitForFinished: the agent lives in this event loop.
        (void)QTest::qWaitFor([&] { return program->state() == QProcess::NotRunning; }, Program::Patience);
        m_sent = agent.sent;
        return Program::ended(*program);
    }

    Program m_program;
    Engine m_engine;
    qint64 m_sent = 0;
};

QTEST_GUILESS_MAIN(TestCliDropped)
#include "tst_clidropped.moc"
