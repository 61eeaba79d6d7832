// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// traps: what net-snmp's own sender sends, as lines and as JSON.
class TestTraps final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
            QSKIP("snmptrap is not installed");
    }

    void printsTrapsOfBothVersionsAndAcknowledgesInforms() {
        Listening receiver(m_program, {u"traps"_s, u"--json"_s, u"--count"_s, u"3"_s});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        QCOMPARE(send(receiver, {u"-v"_s, u"1"_s}, {u"1.3.6.1.4.1.8072"_s, u"192.0.2.7"_s, u"2"_s, u"0"_s, u"4711"_s})
                     .status,
            0);
        const QStringList linkDown{u"4712"_s, u"1.3.6.1.6.3.1.1.5.3"_s, u"1.3.6.1.2.1.2.2.1.1.3"_s, u"i"_s, u"3"_s};
        QCOMPARE(send(receiver, {u"-v"_s, u"2c"_s}, linkDown).status, 0);
        const Ran inform = send(receiver, {u"-v"_s, u"2c"_s, u"-Ci"_s, u"-t"_s, u"2"_s, u"-r"_s, u"2"_s}, linkDown);
        QVERIFY2(inform.status == 0, inform.err.constData()); // it saw our answer

        const Ran ran = Program::ended(receiver.process());
        QCOMPARE(ran.status, 0);
        const auto objects = ran.objects();
        QCOMPARE(objects.size(), 3);
        QCOMPARE(objects[0]["version"_L1].toString(), u"1"_s);
        QCOMPARE(objects[0]["oid"_L1].toString(), u"1.3.6.1.6.3.1.1.5.3"_s); // generic 2, by RFC 3584
        QCOMPARE(objects[0]["uptime"_L1].toInt(), 4711);
        QCOMPARE(objects[1]["version"_L1].toString(), u"2c"_s);
        QCOMPARE(objects[1]["kind"_L1].toString(), u"trap"_s);
        QCOMPARE(objects[1]["name"_L1].toString(), u"IF-MIB::linkDown"_s);
        QCOMPARE(objects[1]["community"_L1].toString(), u"public"_s);
        QVERIFY(objects[1]["source"_L1].toString().contains(u"127.0.0.1"_s));
        QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s)
                    .match(objects[1]["time"_L1].toString())
                    .hasMatch());
        QCOMPARE(objects[1]["varbinds"_L1][0]["name"_L1].toString(), u"IF-MIB::ifIndex.3"_s);
        QCOMPARE(objects[1]["varbinds"_L1][0]["value"_L1].toInt(), 3);
        QCOMPARE(objects[2]["kind"_L1].toString(), u"inform"_s);
    }

    void printsNoCommunityAsText() {
        Listening receiver(m_program, {u"traps"_s, u"--count"_s, u"1"_s});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        QCOMPARE(
            send(receiver, {u"-v"_s, u"1"_s}, {u"1.3.6.1.4.1.8072"_s, u"192.0.2.7"_s, u"2"_s, u"0"_s, u"1"_s}).status,
            0);
        const Ran ran = Program::ended(receiver.process());
        QVERIFY2(ran.out.contains("IF-MIB::linkDown"), ran.out.constData());
        QVERIFY2(!ran.out.contains("public"), ran.out.constData());
    }

    void stopsCleanlyWhenAsked() {
        Listening receiver(m_program, {u"traps"_s});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        receiver.process().terminate();
        QCOMPARE(Program::ended(receiver.process()).status, 0);
    }

    void keepsWhatCameForTheNextDay() {
        {
            Listening receiver(m_program, {u"traps"_s, u"--json"_s, u"--count"_s, u"2"_s});
            QVERIFY2(receiver.isUp(), receiver.said().constData());
            QCOMPARE(send(receiver, {u"-v"_s, u"2c"_s}, ColdStart).status, 0);
            QCOMPARE(send(receiver, {u"-v"_s, u"2c"_s, u"-Ci"_s}, ColdStart).status, 0);
            QCOMPARE(Program::ended(receiver.process()).status, 0);
        }
        const Ran kept = m_program.run({u"traps"_s, u"--from-journal"_s, u"--json"_s});
        QVERIFY2(kept.status == 0, kept.err.constData());
        const auto objects = kept.objects();
        QVERIFY(objects.size() >= 2);
        QCOMPARE(objects.last()["kind"_L1].toString(), u"inform"_s);
        QCOMPARE(objects.last()["name"_L1].toString(), u"SNMPv2-MIB::coldStart"_s);
        QCOMPARE(objects.last()["severity"_L1].toString(), u"warning"_s);
        const QFileInfo journal(m_program.folder(u"data/traps.sqlite"_s));
        QVERIFY(!journal.exists() || !(journal.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void readsSnmpv3WithTheLettersGiven() {
        m_program.environment.insert(u"WALKABOUT_AUTH"_s, u"authentic-pass"_s);
        m_program.environment.insert(u"WALKABOUT_PRIV"_s, u"secretive-pass"_s);
        Listening receiver(m_program,
            {u"traps"_s, u"--json"_s, u"--count"_s, u"2"_s, u"-v"_s, u"3"_s, u"-u"_s, u"watcher"_s, u"-l"_s,
                u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-x"_s, u"AES"_s, u"--journal"_s,
                m_program.folder(u"v3.sqlite"_s)});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        const QStringList letters{u"-v"_s, u"3"_s, u"-u"_s, u"watcher"_s, u"-l"_s, u"authPriv"_s, u"-a"_s, u"SHA-256"_s,
            u"-A"_s, u"authentic-pass"_s, u"-x"_s, u"AES"_s, u"-X"_s, u"secretive-pass"_s};
        QCOMPARE(send(receiver, letters + QStringList{u"-e"_s, u"0x80001f8880aabbccee"_s}, ColdStart).status, 0);
        const Ran inform = send(receiver, letters + QStringList{u"-Ci"_s, u"-t"_s, u"2"_s}, ColdStart);
        QVERIFY2(inform.status == 0, inform.err.constData());
        const Ran ran = Program::ended(receiver.process());
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.objects().size(), 2);
        QCOMPARE(ran.objects()[0]["user"_L1].toString(), u"watcher"_s);
        QCOMPARE(ran.objects()[0]["engine"_L1].toString(), u"80001f8880aabbccee"_s);
        // Without any keys: the journal holds it in clear.
        const Ran kept = m_program.run(
            {u"traps"_s, u"--from-journal"_s, u"--json"_s, u"--journal"_s, m_program.folder(u"v3.sqlite"_s)});
        QCOMPARE(kept.objects().size(), 2);
        QCOMPARE(kept.objects()[1]["name"_L1].toString(), u"SNMPv2-MIB::coldStart"_s);
        QFile file(m_program.folder(u"v3.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("authentic-pass") && !bytes.contains("secretive-pass"));
    }

    void twoProgramsShareOneJournal() {
        const QStringList journal{u"--journal"_s, m_program.folder(u"shared.sqlite"_s)};
        Listening first(m_program, QStringList{u"traps"_s} + journal);
        QVERIFY2(first.isUp(), first.said().constData());
        const Ran second = m_program.run(QStringList{u"traps"_s, u"--listen"_s, u"127.0.0.1:0"_s} + journal);
        QCOMPARE(second.status, 5);
        QVERIFY2(second.err.contains("walkabout-cli (process "), second.err.constData());
        QCOMPARE(send(first, {u"-v"_s, u"2c"_s, u"-Ci"_s}, ColdStart).status, 0);
        const Ran read = m_program.run(QStringList{u"traps"_s, u"--from-journal"_s, u"--json"_s} + journal);
        QCOMPARE(read.objects().size(), 1); // it reads while the first one writes
    }

    void losesNoAcknowledgedInformWhenKilled() {
        const QStringList journal{u"--journal"_s, m_program.folder(u"killed.sqlite"_s)};
        QList<qint64> acknowledged;
        for (int round = 0; round < 5; ++round) {
            Listening receiver(m_program, QStringList{u"traps"_s, u"--json"_s} + journal);
            QVERIFY2(receiver.isUp(), receiver.said().constData());
            for (int i = 0; i < 4; ++i) {
                const qint64 uptime = 1'000 + round * 10 + i;
                const QStringList trap{QString::number(uptime), u"1.3.6.1.6.3.1.1.5.1"_s};
                if (send(receiver, {u"-v"_s, u"2c"_s, u"-Ci"_s}, trap).status == 0)
                    acknowledged += uptime;
            }
            receiver.process().kill(); // while nothing was closed
            QVERIFY(receiver.process().waitForFinished());
        }
        QCOMPARE(acknowledged.size(), 20);
        const Ran kept = m_program.run(QStringList{u"traps"_s, u"--from-journal"_s, u"--json"_s} + journal);
        QVERIFY2(kept.status == 0, kept.err.constData());
        QList<qint64> found;
        for (const QJsonObject &object : kept.objects())
            found += object["uptime"_L1].toInteger();
        QCOMPARE(found, acknowledged);
    }

    void saysThatThereIsNoJournal() {
        const Ran ran = m_program.run(
            {u"traps"_s, u"--from-journal"_s, u"--journal"_s, m_program.folder(u"nowhere/none.sqlite"_s)});
        QCOMPARE(ran.status, 5);
        QVERIFY(ran.err.contains("none.sqlite"));
        const QString text = m_program.write(u"letter.txt"_s, QByteArray(5'000, 'x'));
        QCOMPARE(m_program.run({u"traps"_s, u"--from-journal"_s, u"--journal"_s, text}).status, 5);
        const QString empty = m_program.write(u"empty.sqlite"_s, {});
        const Ran nothing = m_program.run({u"traps"_s, u"--from-journal"_s, u"--journal"_s, empty});
        QCOMPARE(nothing.status, 5);
        QVERIFY2(nothing.err.contains("no trap journal"), nothing.err.constData());
    }

    void leavesAFileAloneThatIsNoJournal() {
        const QString path = m_program.write(u"letter.txt"_s, "Dear journal,\n");
        const auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(path, rights));
        const Ran ran
            = m_program.run({u"traps"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--count"_s, u"1"_s, u"--journal"_s, path});
        QCOMPARE(ran.status, 5);
        QVERIFY2(ran.err.contains("letter.txt"), ran.err.constData());
        QFile file(path);
        QVERIFY(file.permissions().testFlag(QFile::ReadGroup));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("Dear journal,\n"));
        QVERIFY(!QFile::exists(path + u".lock"_s));
    }

private:
    const QStringList ColdStart{u"4711"_s, u"1.3.6.1.6.3.1.1.5.1"_s};

    Ran send(const Listening &receiver, const QStringList &letters, const QStringList &trap) const {
        return m_program.runOther(
            u"snmptrap"_s, letters + QStringList{u"-m"_s, QString(), u"-c"_s, u"public"_s, receiver.address()} + trap);
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_clitraps.moc"
