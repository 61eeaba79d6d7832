// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

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
        QTest::newRow("diagnose") << QStringList{u"diagnose"_s, u"demo"_s};
        QTest::newRow("mibs compile") << QStringList{u"mibs"_s, u"compile"_s};
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
        QTest::newRow("refused") << u"127.0.0.1:%1"_s.arg(freePort()) << u"refused"_s;
        QTest::newRow("refused by TCP") << u"tcp:127.0.0.1:%1"_s.arg(freePort()) << u"refused"_s;
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
    static quint16 freePort() {
        QUdpSocket socket;
        socket.bind(QHostAddress::LocalHost, 0);
        return socket.localPort();
    }

    Program m_program;
    std::unique_ptr<Listening> m_agent;
    QUdpSocket m_silent;
};

QTEST_GUILESS_MAIN(TestExitStatus)
#include "tst_cliexitstatus.moc"
