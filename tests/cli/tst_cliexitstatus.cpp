// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/fakeagent.h"
#include "tests/support/freeport.h"

#include <QNetworkDatagram>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Every exit status that scripts rely on, each with one sentence on standard error.
class TestExitStatus final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_agent = std::make_unique<Listening>(m_program, QStringList{u"serve"_s, u"demo"_s, u"--write"_s, u"secret"_s});
        QVERIFY2(m_agent->isUp(), m_agent->said().constData());
        QVERIFY(m_silent.bind(QHostAddress::LocalHost, 0)); // takes everything, answers nothing
    }

    void isTwoForWrongUse_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no verb") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{u"fetch"_s};
        QTest::newRow("unknown option") << QStringList{u"get"_s, u"--what"_s, u"demo"_s, u"sysName.0"_s};
        QTest::newRow("no target") << QStringList{u"get"_s};
        QTest::newRow("no object") << QStringList{u"get"_s, u"demo"_s};
        QTest::newRow("unknown object") << QStringList{u"get"_s, u"demo"_s, u"noSuchThing.0"_s};
        QTest::newRow("bad OID") << QStringList{u"get"_s, u"demo"_s, u"1.3.4294967296"_s};
        QTest::newRow("unknown letter") << QStringList{u"get"_s, u"-Oz"_s, u"demo"_s, u"sysName.0"_s};
        QTest::newRow("bad version") << QStringList{u"get"_s, u"-v"_s, u"4"_s, u"demo"_s, u"sysName.0"_s};
        QTest::newRow("bad timeout") << QStringList{u"get"_s, u"-t"_s, u"soon"_s, u"demo"_s, u"sysName.0"_s};
        QTest::newRow("bad bulk letter") << QStringList{u"bulk"_s, u"-Cx3"_s, u"demo"_s, u"sysName"_s};
        QTest::newRow("bad value") << QStringList{u"set"_s, u"demo"_s, u"ifAdminStatus.10101=sideways"_s};
        QTest::newRow("set without a value") << QStringList{u"set"_s, u"demo"_s, u"sysName.0"_s};
        QTest::newRow("no table") << QStringList{u"table"_s, u"demo"_s, u"sysName"_s};
        QTest::newRow("no such column") << QStringList{
            u"table"_s, u"demo"_s, u"ifTable"_s, u"--columns"_s, u"ifDescr,nope"_s};
        QTest::newRow("unknown device") << QStringList{u"devices"_s, u"show"_s, u"nobody"_s};
        QTest::newRow("translate unknown") << QStringList{u"translate"_s, u"noSuchThing"_s};
        QTest::newRow("notify") << QStringList{u"notify"_s, u"demo"_s, u"coldStart"_s};
        QTest::newRow("traps of v3") << QStringList{u"traps"_s, u"-v"_s, u"3"_s, u"-u"_s, u"me"_s};
        QTest::newRow("no community") << QStringList{u"get"_s, u"127.0.0.1:9"_s, u"sysName.0"_s};
        QTest::newRow("no pass-phrase") << QStringList{
            u"get"_s, u"127.0.0.1:9"_s, u"-v3"_s, u"-u"_s, u"me"_s, u"-l"_s, u"authPriv"_s, u"sysName.0"_s};
        QTest::newRow("weak pass-phrase") << QStringList{u"get"_s, u"127.0.0.1:9"_s, u"-v3"_s, u"-u"_s, u"me"_s,
            u"-l"_s, u"authNoPriv"_s, u"-A"_s, u"short"_s, u"sysName.0"_s};
    }
    void isTwoForWrongUse() {
        QFETCH(QStringList, arguments);
        const Ran ran = m_program.run(arguments);
        QVERIFY2(ran.status == 2, ran.err.constData());
        QVERIFY(ran.out.isEmpty());
        QCOMPARE(ran.err.trimmed().split('\n').size(), 1); // one clear sentence
    }

    void neverAsksWithASilentPublic() {
        const Ran ran = m_program.run({u"get"_s, m_agent->address(), u"sysName.0"_s}); // the agent would answer public
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("community"), ran.err.constData());
        auto helped = Program();
        helped.environment.insert(u"WALKABOUT_COMMUNITY"_s, u"public"_s);
        QCOMPARE(helped.run({u"get"_s, m_agent->address(), u"sysName.0"_s}).status, 0);
    }

    void isThreeWithoutAnAnswer_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("end");
        QTest::newRow("silent") << u"127.0.0.1:%1"_s.arg(m_silent.localPort()) << u"timeout"_s;
        QTest::newRow("refused") << u"127.0.0.1:%1"_s.arg(test::freePort()) << u"refused"_s;
        QTest::newRow("refused by TCP") << u"tcp:127.0.0.1:%1"_s.arg(test::freePort()) << u"refused"_s;
        QTest::newRow("unknown host") << u"no-such-host.invalid"_s << QString();
    }
    void isThreeWithoutAnAnswer() {
        QFETCH(QString, target);
        QFETCH(QString, end);
        const Ran ran = m_program.run(
            {u"get"_s, u"--json"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"1"_s, u"-c"_s, u"public"_s, target, u"sysName.0"_s});
        QVERIFY2(ran.status == 3, ran.err.constData());
        QVERIFY(!ran.err.isEmpty());
        if (!end.isEmpty())
            QCOMPARE(ran.objects().last()["end"_L1].toString(), end);
    }

    void isThreeForAWrongCommunity() {
        const Ran ran
            = m_program.run({u"get"_s, u"-t0.1"_s, u"-r1"_s, u"-cwrong"_s, m_agent->address(), u"sysName.0"_s});
        QCOMPARE(ran.status, 3);
        QVERIFY(!ran.err.contains("wrong,")); // the community itself is never shown
        QVERIFY2(ran.summary().endsWith(", timeout"), ran.err.constData());
    }

    void isZeroForExceptionsInAGet() {
        const Ran ran = m_program.run({u"get"_s, u"demo"_s, u"ifDescr.99999"_s, u"1.3.6.1.4.1.99999.1.0"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QCOMPARE(ran.lines().first(), "IF-MIB::ifDescr.99999 = No Such Instance"_ba);
        QVERIFY(ran.lines().last().endsWith(" = No Such Object"));
    }

    void tellsWhatTheAgentDid_data() {
        QTest::addColumn<int>("habit");
        QTest::addColumn<int>("argument");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("end");
        using test::FakeAgent;
        QTest::newRow("genErr") << int(FakeAgent::GenErr) << 1 << u"get"_s << 1 << "agent-error"_ba;
        QTest::newRow("a loop") << int(FakeAgent::Loops) << 0 << u"walk"_s << 6 << "not-increasing"_ba;
        QTest::newRow("going back") << int(FakeAgent::Decreases) << 0 << u"walk"_s << 6 << "not-increasing"_ba;
        QTest::newRow("a torn answer") << int(FakeAgent::Truncated) << 3 << u"get"_s << 6 << "malformed"_ba;
        QTest::newRow("honest") << int(FakeAgent::Honest) << 0 << u"walk"_s << 0 << "whole"_ba;
    }
    void tellsWhatTheAgentDid() {
        QFETCH(int, habit);
        QFETCH(int, argument);
        QFETCH(QString, verb);
        QFETCH(int, status);
        QFETCH(QByteArray, end);
        Engine engine;
        const test::FakeAgent agent(engine, test::FakeAgent::Habit(habit), argument);
        const auto process = m_program.begin({verb, u"-t"_s, u"2"_s, u"-c"_s, u"public"_s, agent.endpoint().toString(),
            verb == u"get"_s ? u"sysName.0"_s : u"1.3.6.1.2.1.1"_s});
        process->closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, Program::Patience);
        const Ran ran = Program::ended(*process);
        QVERIFY2(ran.status == status, ran.err.constData());
        QVERIFY2(ran.summary().endsWith(", " + end), ran.err.constData());
    }

    void isFourWhereAccessIsRefused() {
        const Ran ran = m_program.run({u"set"_s, u"-c"_s, u"public"_s, m_agent->address(), u"sysName.0=x"_s});
        QVERIFY2(ran.status == 4, ran.err.constData());
        QVERIFY2(ran.err.contains("noAccess"), ran.err.constData());
    }

    void isFourForAnUnknownUser() {
        Listening agent(m_program, {u"serve"_s, u"demo"_s, u"-v3"_s, u"-u"_s, u"known"_s, u"-l"_s, u"noAuthNoPriv"_s});
        QVERIFY2(agent.isUp(), agent.said().constData());
        const auto as = [&](const QString &user) {
            return m_program.run(
                {u"get"_s, u"-v3"_s, u"-u"_s, user, u"-l"_s, u"noAuthNoPriv"_s, agent.address(), u"sysName.0"_s});
        };
        QCOMPARE(as(u"known"_s).status, 0);
        const Ran ran = as(u"stranger"_s);
        QVERIFY2(ran.status == 4, ran.err.constData());
        QVERIFY2(ran.summary().endsWith(", authentication"), ran.err.constData());
    }

    void isFiveForModulesWithErrors() {
        const QString file
            = m_program.write(u"BROKEN-MIB"_s, "BROKEN-MIB DEFINITIONS ::= BEGIN\nsomething ::= {\nEND\n");
        QCOMPARE(m_program.run({u"mibs"_s, u"check"_s, file}).status, 5);
    }

    void isOneWhenTheAgentRefusesASet() {
        const Ran ran = m_program.run({u"set"_s, u"-c"_s, u"secret"_s, m_agent->address(), u"sysDescr.0=s:x"_s});
        QVERIFY2(ran.status == 1, ran.err.constData());
        QVERIFY2(ran.err.contains("notWritable"), ran.err.constData());
        QVERIFY2(ran.summary().endsWith(", agent-error"), ran.err.constData());
    }

    void isOneForNoSuchNameInV1() {
        const Ran ran
            = m_program.run({u"get"_s, u"-v1"_s, u"-c"_s, u"public"_s, m_agent->address(), u"ifDescr.99999"_s});
        QVERIFY2(ran.status == 1, ran.err.constData());
        QVERIFY2(ran.err.contains("noSuchName"), ran.err.constData());
    }

    void isFiveForFilesThatCannotBeRead() {
        QCOMPARE(m_program.run({u"walk"_s, u"/nowhere/at/all.snmprec"_s}).status, 5);
        QCOMPARE(m_program.run({u"serve"_s, u"/nowhere/at/all.snmprec"_s, u"--listen"_s, u"127.0.0.1:0"_s}).status, 5);
        QCOMPARE(m_program.run({u"get"_s, u"demo"_s, u"@/nowhere/at/all"_s}).status, 5);
        QCOMPARE(m_program.run({u"record"_s, u"demo"_s, u"/nowhere/at/all.snmprec"_s}).status, 5);
    }

    void isZeroForHelpAndVersion() {
        const Ran help = m_program.run({u"--help"_s});
        QCOMPARE(help.status, 0);
        for (const char *verb : {"get", "walk", "translate", "mibs", "serve", "traps"})
            QVERIFY2(help.out.contains(verb), verb);
        QCOMPARE(m_program.run({u"walk"_s, u"--help"_s}).status, 0);
        const Ran version = m_program.run({u"--version"_s});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("walkabout-cli "));
    }

    void isOneHundredAndThirtyAfterCtrlC() {
        while (m_silent.hasPendingDatagrams()) // of the tests before
            m_silent.receiveDatagram();
        const auto process = m_program.begin({u"get"_s, u"-c"_s, u"public"_s, u"-t"_s, u"30"_s,
            u"127.0.0.1:%1"_s.arg(m_silent.localPort()), u"sysName.0"_s});
        QVERIFY(m_silent.waitForReadyRead(Program::Patience)); // the question is out
        ::kill(pid_t(process->processId()), SIGINT);
        const Ran ran = Program::ended(*process);
        QCOMPARE(ran.status, 130);
        QVERIFY2(ran.summary().endsWith(", cancelled"), ran.err.constData());
    }

    void isOneHundredAndThirtyAfterCtrlCInARunningWalk() {
        QByteArray recorded;
        for (int row = 1; row <= 100'000; ++row)
            recorded += "1.3.6.1.4.1.32473.1." + QByteArray::number(row) + "|2|1\n";
        Listening agent(m_program, {u"serve"_s, m_program.write(u"long.snmprec"_s, recorded)});
        QVERIFY2(agent.isUp(), agent.said().constData());
        const auto process = m_program.begin(
            {u"walk"_s, u"--gentle"_s, u"-c"_s, u"public"_s, agent.address(), u"1.3.6.1.4.1.32473"_s});
        QVERIFY(process->waitForReadyRead(Program::Patience)); // it walks
        ::kill(pid_t(process->processId()), SIGINT);
        const Ran ran = Program::ended(*process);
        QVERIFY2(ran.status == 130, ran.err.constData());
        QVERIFY2(ran.summary().endsWith(", cancelled"), ran.err.constData());
        QVERIFY(ran.lines().size() < 100'000);
        QCOMPARE(ran.summary().split(' ').first().replace(",", "").toInt(), int(ran.lines().size()));
    }

    void readsASetBackWhoseAnswerWasLost() {
        const Ran ran = m_program.run({u"set"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"1"_s, u"-c"_s, u"x"_s,
            u"127.0.0.1:%1"_s.arg(m_silent.localPort()), u"sysName.0=a"_s});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.err.contains("may have been made"), ran.err.constData());
    }

    void isQuietWhenThePipeCloses() {
        const QString command = u"'%1' --config-dir '%2' walk demo 1 | head -n 1; echo status ${PIPESTATUS[0]}"_s.arg(
            Program::path(), m_program.folder());
        const Ran ran = m_program.runOther(u"bash"_s, {u"-c"_s, command});
        QCOMPARE(ran.lines().size(), 2);
        QCOMPARE(ran.lines().last(), "status 0"_ba);
        QVERIFY2(ran.err.isEmpty(), ran.err.constData());
    }

private:
    Program m_program;
    std::unique_ptr<Listening> m_agent;
    QUdpSocket m_silent;
};

QTEST_GUILESS_MAIN(TestExitStatus)
#include "tst_cliexitstatus.moc"
