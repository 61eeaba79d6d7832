// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QStandardPaths>
#include <QTest>

#include <csignal>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// serve and record: recordings as agents, agents as recordings; net-snmp's own programs as the judge where they are
/// installed.
class TestServe final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_file = m_program.write(u"device.snmprec"_s, Recorded);
        m_agent = std::make_unique<Listening>(m_program, QStringList{u"serve"_s, m_file, u"-c"_s, u"readable"_s});
        QVERIFY2(m_agent->isUp(), m_agent->said().constData());
    }

    void saysWhereItListensAndStopsWhenAsked() {
        Listening agent(m_program, {u"serve"_s, u"demo"_s});
        QVERIFY2(agent.said().contains("listening udp:127.0.0.1:"), agent.said().constData());
        agent.process().terminate();
        QCOMPARE(Program::ended(agent.process()).status, 0);
        Listening interrupted(m_program, {u"serve"_s, u"demo"_s});
        ::kill(pid_t(interrupted.process().processId()), SIGINT);
        QCOMPARE(Program::ended(interrupted.process()).status, 130);
    }

    void answersNetSnmpsOwnWalk() {
        if (QStandardPaths::findExecutable(u"snmpwalk"_s).isEmpty())
            QSKIP("snmpwalk is not installed");
        for (const QString &version : {u"1"_s, u"2c"_s}) {
            const Ran ran = m_program.runOther(u"snmpwalk"_s,
                {u"-v"_s, version, u"-c"_s, u"readable"_s, u"-m"_s, QString(), u"-Onqt"_s, m_agent->address(),
                    u"1.3"_s});
            QVERIFY2(ran.status == 0, ran.err.constData());
            const qsizetype printed = ran.out.count("\n.") + 1 - ran.out.count("No more variables left");
            QCOMPARE(printed, version == u"1"_s ? 8 : 9); // v1 has no Counter64
            QCOMPARE(ran.lines().first(), ".1.3.6.1.2.1.1.1.0 \"A switch\""_ba);
        }
    }

    void walksItAsNetSnmpDoes() {
        const Ran ours
            = m_program.run({u"walk"_s, u"-c"_s, u"readable"_s, u"-On"_s, u"--json"_s, m_agent->address(), u"1.3"_s});
        QVERIFY2(ours.status == 0, ours.err.constData());
        QCOMPARE(ours.objects().size(), 10);
        QCOMPARE(ours.objects().at(1)["value"_L1].toString(), u"1.3.6.1.4.1.8072.3.2.10"_s);
    }

    void refusesToWriteWithoutAWriteCommunity() {
        const Ran ran = m_program.run({u"set"_s, u"-c"_s, u"readable"_s, m_agent->address(), u"sysName.0=x"_s});
        QVERIFY2(ran.status == 4, ran.err.constData()); // noAccess
        QCOMPARE(m_program.run({u"get"_s, u"-c"_s, u"readable"_s, u"-Ov"_s, m_agent->address(), u"sysName.0"_s}).out,
            "core1\n"_ba);
    }

    void recordsWhatItServes_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("snmprec") << u"copy.snmprec"_s;
        QTest::newRow("snmpwalk") << u"copy.snmpwalk"_s;
    }
    void recordsWhatItServes() {
        QFETCH(QString, name);
        const QString copy = m_program.folder(name);
        const Ran ran = m_program.run({u"record"_s, u"-c"_s, u"readable"_s, m_agent->address(), copy});
        QVERIFY2(ran.status == 0, ran.err.constData());
        if (name.endsWith(u".snmprec"_s)) {
            QFile file(copy);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray(Recorded));
        }
        const QStringList walk{u"walk"_s, u"--json"_s};
        const auto without
            = [](Ran walked) { return walked.lines().mid(0, walked.lines().size() - 1); }; // its end has a time
        QCOMPARE(without(m_program.run(walk + QStringList{copy, u"1.3"_s})),
            without(m_program.run(walk + QStringList{m_file, u"1.3"_s})));
    }

    void keepsAGoodRecordingWhereTheDeviceIsSilent() {
        const QString good = m_program.write(u"good.snmprec"_s, Recorded);
        const Ran ran = m_program.run({u"record"_s, u"-t0.05"_s, u"-r0"_s, u"-cwrong"_s, m_agent->address(), good});
        QCOMPARE(ran.status, 3);
        QFile file(good);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(Recorded));
    }

    void passesOverBadLinesAndNamesThem() {
        const QString file
            = m_program.write(u"bad.snmprec"_s, "1.3.6.1.2.1.1.5.0|4|core1\nnot a line\n1.3.6.1.2.1.1.7.0|2|many\n");
        Listening agent(m_program, {u"serve"_s, file});
        QVERIFY2(agent.isUp(), agent.said().constData());
        QVERIFY2(agent.said().contains("line 2") && agent.said().contains("line 3"), agent.said().constData());
    }

    void servesOneV3User_data() {
        QTest::addColumn<QString>("recording");
        QTest::addColumn<QStringList>("letters");
        QTest::newRow("SHA-256, AES") << m_file
                                      << QStringList{u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s,
                                             u"authpass1"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"privpass1"_s};
        QTest::newRow("demo, the same letters") << u"demo"_s
                                                << QStringList{u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s,
                                                       u"authpass1"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"privpass1"_s};
        QTest::newRow("MD5, DES") << m_file
                                  << QStringList{u"-l"_s, u"authPriv"_s, u"-a"_s, u"MD5"_s, u"-A"_s, u"authpass1"_s,
                                         u"-x"_s, u"DES"_s, u"-X"_s, u"privpass1"_s};
        QTest::newRow("SHA, no privacy") << m_file
                                         << QStringList{
                                                u"-l"_s, u"authNoPriv"_s, u"-a"_s, u"SHA"_s, u"-A"_s, u"authpass1"_s};
    }
    void servesOneV3User() {
        QFETCH(QString, recording);
        QFETCH(QStringList, letters);
        const QStringList user = QStringList{u"-v"_s, u"3"_s, u"-u"_s, u"tester"_s} + letters;
        Listening agent(m_program, QStringList{u"serve"_s, recording} + user);
        QVERIFY2(agent.isUp(), agent.said().constData());
        const QStringList get = QStringList{u"get"_s, u"-Ov"_s} + user + QStringList{agent.address(), u"sysName.0"_s};
        const Ran before = m_program.run(get);
        QVERIFY2(before.status == 0, before.err.constData());
        if (recording == m_file)
            QCOMPARE(before.out, "core1\n"_ba);
        const Ran set = m_program.run(
            QStringList{u"set"_s} + user + QStringList{agent.address(), u"sysName.0=renamed"_s}); // the v3 user may
        QVERIFY2(set.status == 0, set.err.constData());
        QCOMPARE(m_program.run(get).out, "renamed\n"_ba);

        QStringList wrong = user;
        wrong[wrong.indexOf(u"authpass1"_s)] = u"notthepassword"_s;
        const Ran refused = m_program.run(QStringList{u"get"_s, u"-t"_s, u"0.3"_s, u"-r"_s, u"1"_s} + wrong
            + QStringList{agent.address(), u"sysName.0"_s});
        QVERIFY2(refused.status == 4, refused.err.constData());
        QVERIFY(!refused.err.contains("notthepassword"));
        QCOMPARE(m_program.run({u"get"_s, u"-t0.1"_s, u"-r0"_s, u"-cpublic"_s, agent.address(), u"sysName.0"_s}).status,
            3); // no community was given to serve with

        if (QStandardPaths::findExecutable(u"snmpget"_s).isEmpty())
            QSKIP("snmpget is not installed");
        const Ran theirs = m_program.runOther(
            u"snmpget"_s, user + QStringList{u"-m"_s, QString(), u"-Oqv"_s, agent.address(), u"1.3.6.1.2.1.1.5.0"_s});
        QVERIFY2(theirs.status == 0, theirs.err.constData());
        QCOMPARE(theirs.out, "\"renamed\"\n"_ba);
    }

    void takesPassPhrasesFromTheEnvironmentAndFromStandardInput() {
        const QStringList who{
            u"-v"_s, u"3"_s, u"-u"_s, u"tester"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-x"_s, u"AES"_s};
        const QStringList secrets{u"-A"_s, u"authpass1"_s, u"-X"_s, u"privpass1"_s};
        Listening agent(m_program, QStringList{u"serve"_s, m_file} + who + secrets);
        QVERIFY2(agent.isUp(), agent.said().constData());
        const QStringList get = QStringList{u"get"_s, u"-Ov"_s} + who + QStringList{agent.address(), u"sysName.0"_s};
        QCOMPARE(m_program.run(get).status, 2); // nobody to ask: standard input is no terminal

        Program helped;
        helped.environment.insert(u"WALKABOUT_AUTH"_s, u"authpass1"_s);
        QCOMPARE(helped.run(get).status, 2);
        helped.environment.insert(u"WALKABOUT_PRIV"_s, u"privpass1"_s);
        QCOMPARE(helped.run(get).out, "core1\n"_ba);
        QCOMPARE(helped.run(get + QStringList{u"-A"_s, u"notthepassword"_s}).status, 4); // the letter comes first

        const QStringList asked{u"-A"_s, u"-"_s, u"-X"_s, u"-"_s};
        const Ran typed = m_program.run(get + asked, "authpass1\nprivpass1\n");
        QVERIFY2(typed.status == 0, typed.err.constData());
        QCOMPARE(typed.out, "core1\n"_ba);
        QCOMPARE(m_program.run(get + asked, "privpass1\nauthpass1\n").status, 4);
        QCOMPARE(m_program.run(get + asked).status, 2); // it is empty
    }

private:
    static constexpr char Recorded[] = "1.3.6.1.2.1.1.1.0|4|A switch\n"
                                       "1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10\n"
                                       "1.3.6.1.2.1.1.3.0|67|123456\n"
                                       "1.3.6.1.2.1.1.5.0|4|core1\n"
                                       "1.3.6.1.2.1.2.1.0|2|1\n"
                                       "1.3.6.1.2.1.2.2.1.6.1|4x|001a2b3c4d5e\n"
                                       "1.3.6.1.2.1.2.2.1.10.1|65|4294967295\n"
                                       "1.3.6.1.2.1.4.20.1.1.10.0.0.1|64|10.0.0.1\n"
                                       "1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615\n";

    Program m_program;
    QString m_file;
    std::unique_ptr<Listening> m_agent;
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_cliserve.moc"
