// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// The surface of the library that this project grew out of, row by row: each has its place on the command line.
class TestSeed final : public QObject {
    Q_OBJECT

private slots:
    // get, getbulk, walk, set; several objects; errors as exit statuses and as values
    void getReadsSeveralObjectsAtOnce() {
        const Ran ran = m_program.run({u"--json"_s, u"get"_s, u"demo"_s, u"sysName"_s, u"ifOperStatus.1"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.objects().value(0)[u"text"_s].toString(), u"demo-switch"_s);
        QCOMPARE(ran.objects().value(1)[u"name"_s].toString(), u"IF-MIB::ifOperStatus.1"_s);
    }

    void nextReadsWhatFollows() {
        const Ran ran = m_program.run({u"next"_s, u"demo"_s, u"sysDescr.0"_s, u"ifDescr"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().size(), 2);
        QVERIFY(ran.lines()[0].startsWith("SNMPv2-MIB::sysObjectID.0 = "));
        QVERIFY(ran.lines()[1].startsWith("IF-MIB::ifDescr.10 = "));
    }

    void bulkTakesBothOfItsNumbers() {
        const Ran ran = m_program.run({u"bulk"_s, u"demo"_s, u"-Cn1"_s, u"-Cr3"_s, u"sysUpTime"_s, u"ifDescr"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().size(), 4);
        QVERIFY(ran.lines()[0].startsWith("SNMPv2-MIB::sysUpTime.0 = "));
        QVERIFY(ran.lines()[3].startsWith("IF-MIB::ifDescr.10102 = "));
    }

    void walkReadsEverythingBelow() {
        const Ran ran = m_program.run({u"walk"_s, u"demo"_s, u"system"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.lines().size() > 8);
        QVERIFY(ran.summary().endsWith("whole"));
    }

    void setChangesAndIsReadBack() {
        const Listening agent(m_program, {u"serve"_s, u"demo"_s, u"--write"_s, u"seeding"_s});
        QVERIFY(agent.isUp());
        QCOMPARE(
            m_program.run({u"set"_s, agent.address(), u"-c"_s, u"seeding"_s, u"sysContact.0=the desk"_s}).status, 0);
        const Ran ran = m_program.run({u"get"_s, agent.address(), u"-c"_s, u"public"_s, u"-Ov"_s, u"sysContact"_s});
        QCOMPARE(ran.lines().value(0), QByteArray("the desk"));
        const Ran refused = m_program.run({u"set"_s, agent.address(), u"-c"_s, u"seeding"_s, u"sysUpTime.0=t:5"_s});
        QCOMPARE(refused.status == 1 || refused.status == 4, true);
    }

    void errorsAreValuesAndExitStatuses() {
        const Ran missing = m_program.run({u"--json"_s, u"get"_s, u"demo"_s, u"ifDescr.4711"_s});
        QCOMPARE(missing.status, 0);
        QCOMPARE(missing.objects().value(0)[u"type"_s].toString(), u"NoSuchInstance"_s);
        QCOMPARE(m_program.run({u"get"_s, u"demo"_s, u"noSuchName"_s}).status, 2);
        const Ran silent = m_program.run(
            {u"get"_s, u"127.0.0.1:1"_s, u"-c"_s, u"public"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"0"_s, u"sysName"_s});
        QCOMPARE(silent.status, 3);
    }

    // sessions by a unique name: add, find, list, remove; every field of a session
    void devicesHaveNamesAndEveryField() {
        const Ran added = m_program.run({u"devices"_s, u"add"_s, u"seedling"_s, u"192.0.2.7:1161"_s, u"-v"_s, u"3"_s,
            u"-u"_s, u"ada"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-512"_s, u"-x"_s, u"AES-256"_s, u"-n"_s, u"lab"_s,
            u"-e"_s, u"80001f8804736565"_s, u"-t"_s, u"2.5"_s, u"-r"_s, u"3"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        const Ran shown = m_program.run({u"devices"_s, u"show"_s, u"seedling"_s});
        for (const char *field :
            {"192.0.2.7:1161", "ada", "authPriv", "SHA-512", "AES-256", "lab", "80001f8804736565", "2.5", "3"})
            QVERIFY2(shown.out.contains(field), (shown.out + "lacks " + field).constData());
        QVERIFY(m_program.run({u"devices"_s, u"list"_s}).out.contains("seedling"));
        QCOMPARE(m_program.run({u"devices"_s, u"remove"_s, u"seedling"_s}).status, 0);
        QVERIFY(!m_program.run({u"devices"_s, u"list"_s}).out.contains("seedling"));
    }

    // events of each request, response and timeout
    void everyRequestAndAnswerIsTold() {
        const Ran ran = m_program.run({u"--log-level"_s, u"debug"_s, u"get"_s, u"demo"_s, u"sysName"_s});
        QVERIFY2(ran.err.contains("get") && ran.err.contains("response"), ran.err.constData());
        const Ran silent = m_program.run({u"--log-level"_s, u"debug"_s, u"get"_s, u"127.0.0.1:1"_s, u"-c"_s,
            u"public"_s, u"-t"_s, u"0.1"_s, u"-r"_s, u"0"_s, u"sysName"_s});
        QVERIFY2(silent.err.count('\n') > 1, silent.err.constData());
    }

    // MIB folders: add, list, read one file, refresh
    void aFolderOfModulesIsReadBesideTheOthers() {
        m_program.write(u"SEED-MIB"_s,
            "SEED-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI;\n"
            "seedling OBJECT IDENTIFIER ::= { enterprises 99997 }\nEND\n");
        const QStringList with{u"--mib-dir"_s, m_program.folder()};
        QVERIFY(m_program.run(with + QStringList{u"mibs"_s, u"list"_s}).out.contains("SEED-MIB"));
        QVERIFY(m_program.run(with + QStringList{u"translate"_s, u"seedling"_s}).out.contains("1.3.6.1.4.1.99997"));
        QCOMPARE(m_program.run({u"mibs"_s, u"check"_s, m_program.folder(u"SEED-MIB"_s)}).status, 0);
        QCOMPARE(m_program.run(with + QStringList{u"mibs"_s, u"compile"_s}).status, 0);
    }

    // names to OIDs and back, in lists; descriptions
    void namesAndNumbersBothWays() {
        const Ran ran
            = m_program.run({u"--json"_s, u"translate"_s, u"ifDescr"_s, u"1.3.6.1.2.1.1.5"_s, u".1.3.6.1.2.1.1.3.0"_s});
        QCOMPARE(ran.status, 0);
        const QList<QJsonObject> nodes = ran.objects();
        QCOMPARE(nodes.value(0)[u"oid"_s].toString(), u"1.3.6.1.2.1.2.2.1.2"_s);
        QVERIFY(nodes.value(0)[u"description"_s].toString().size() > 20);
        QVERIFY(nodes.value(1)[u"name"_s].toString().contains(u"sysName"_s));
        QVERIFY(nodes.value(2)[u"name"_s].toString().contains(u"sysUpTime"_s));
        QVERIFY(m_program.run({u"find"_s, u"learned"_s}).out.contains("dot1dTp"));
    }

    // a log with priorities, into a sink
    void theLogGoesWhereItIsWanted() {
        const QString path = m_program.folder(u"seed.log"_s);
        QCOMPARE(m_program.run({u"--log-level"_s, u"debug"_s, u"--log-file"_s, path, u"get"_s, u"demo"_s, u"sysName"_s})
                     .status,
            0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("get"));
    }

    // traps and informs
    void notificationsAreReceivedAsTheyAreSent() {
        Listening traps(m_program, {u"--json"_s, u"traps"_s, u"--count"_s, u"2"_s});
        QVERIFY(traps.isUp());
        const QStringList notify{u"notify"_s, traps.address(), u"-c"_s, u"public"_s};
        QCOMPARE(m_program.run(notify + QStringList{u"coldStart"_s}).status, 0);
        QCOMPARE(m_program.run(notify + QStringList{u"--inform"_s, u"linkDown"_s, u"ifIndex.3=3"_s}).status, 0);
        QVERIFY(traps.process().waitForFinished(Program::Patience));
        traps.process().setReadChannel(QProcess::StandardOutput);
        const QByteArray out = traps.process().readAllStandardOutput();
        QVERIFY2(out.contains("SNMPv2-MIB::coldStart") && out.contains("IF-MIB::linkDown"), out.constData());
        QVERIFY(out.contains("\"inform\""));
    }

    // tables, with typed indices
    void tablesHaveTypedIndices() {
        const Ran ran = m_program.run({u"--json"_s, u"table"_s, u"demo"_s, u"ipNetToMediaTable"_s});
        QCOMPARE(ran.status, 0);
        const QJsonObject index = ran.objects().value(0)[u"index"_s].toObject();
        QVERIFY(index[u"ipNetToMediaIfIndex"_s].isDouble());
        QCOMPARE(index[u"ipNetToMediaNetAddress"_s].toString().count(u'.'), 3);
    }

    // many devices without threads: tests/integration/tst_manysessions holds the number
    void severalDevicesAreAskedAtOnce() {
        const Listening agent(m_program, {u"serve"_s, u"demo"_s});
        const Ran ran
            = m_program.run({u"get"_s, u"demo"_s, u"--with"_s, agent.address(), u"-c"_s, u"public"_s, u"sysName"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().size(), 2);
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
