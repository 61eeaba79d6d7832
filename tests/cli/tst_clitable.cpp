// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

#include <csignal>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// table: a grid for a person, CSV for a spreadsheet, JSON rows for a script.
class TestTable final : public QObject {
    Q_OBJECT

private slots:
    void showsTheDemosInterfacesIndexFirst() {
        const Ran ran = m_program.run({u"table"_s, u"demo"_s, u"IF-MIB::ifTable"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(ran.lines().size() > 24);
        const QList<QByteArray> head = ran.lines().first().simplified().split(' ');
        QCOMPARE(head.first(), "ifIndex"_ba);
        QCOMPARE(head.at(1), "ifDescr"_ba);
        QCOMPARE(head.count("ifIndex"), 1);
        QVERIFY2(ran.summary().endsWith(", whole"), ran.err.constData());
        const qsizetype at = ran.lines().first().indexOf("ifDescr");
        for (const QByteArray &line : ran.lines().mid(1))
            QVERIFY2(line.at(at - 1) == ' ' && line.at(at) != ' ', line.constData());
    }

    void takesTheTableByItsEntryOrAColumn() {
        const auto names = [this](const QString &object) {
            return m_program.run({u"table"_s, u"demo"_s, object, u"--columns"_s, u"ifDescr,ifType"_s}).out;
        };
        QVERIFY(!names(u"ifTable"_s).isEmpty());
        QCOMPARE(names(u"ifEntry"_s), names(u"ifTable"_s));
        QCOMPARE(names(u"ifDescr"_s), names(u"1.3.6.1.2.1.2.2"_s));
    }

    void readsOnlyTheColumnsNamedInTheirOrder() {
        const Ran ran = m_program.run(
            {u"table"_s, u"demo"_s, u"ifTable"_s, u"--csv"_s, u"--columns"_s, u"ifOperStatus,ifDescr"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().first(), "ifIndex,ifOperStatus,ifDescr"_ba);
        for (const QByteArray &line : ran.lines().mid(1))
            QCOMPARE(line.count(','), 2);
    }

    void writesCsvThatASpreadsheetCannotRun() {
        const QString file = m_program.write(u"risky.snmprec"_s,
            "1.3.6.1.2.1.2.2.1.2.1|4|=cmd()\n"
            "1.3.6.1.2.1.2.2.1.2.2|4|-40\n"
            "1.3.6.1.2.1.2.2.1.2.3|4|a,\"b\"\n");
        const Ran ran = m_program.run({u"table"_s, file, u"ifTable"_s, u"--csv"_s, u"--columns"_s, u"ifDescr"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QCOMPARE(ran.out, "ifIndex,ifDescr\n1,'=cmd()\n2,-40\n3,\"a,\"\"b\"\"\"\n"_ba);
    }

    void writesOneJsonObjectARow() {
        const Ran ran = m_program.run({u"table"_s, u"demo"_s, u"ifTable"_s, u"--json"_s});
        QCOMPARE(ran.status, 0);
        const auto objects = ran.objects();
        QCOMPARE(objects.last()["end"_L1].toString(), u"whole"_s);
        const QJsonObject row = objects.first();
        QCOMPARE(row["table"_L1].toString(), u"IF-MIB::ifTable"_s);
        QCOMPARE(row["index"_L1]["ifIndex"_L1].toInt(), 10);
        QCOMPARE(row["row"_L1]["ifDescr"_L1]["type"_L1].toString(), u"OctetString"_s);
        QVERIFY(!row["row"_L1]["ifDescr"_L1]["text"_L1].toString().isEmpty());
        QCOMPARE(row["row"_L1]["ifOperStatus"_L1]["value"_L1].toInt(), 1);
        QVERIFY(!row["row"_L1]["ifDescr"_L1].toObject().contains(u"oid"_s));
    }

    void tellsInterfacesByNameOnceAsked() {
        const QString file = writeBridge();
        const auto lines = [&](QStringList letters) {
            return m_program.run(QStringList{u"table"_s, file} + letters).lines();
        };
        const QStringList media{u"ipNetToMediaTable"_s, u"--csv"_s, u"--columns"_s, u"ipNetToMediaType"_s};
        QCOMPARE(lines(media).last(), "7,10.0.0.1,dynamic(3)"_ba);
        QCOMPARE(lines(media + QStringList{u"--names"_s}).last(),
            "Gi1/0/7 \302\267 uplink core2 (7),10.0.0.1,dynamic(3)"_ba);
        QCOMPARE(lines({u"dot1dTpFdbTable"_s, u"--csv"_s, u"--names"_s, u"--columns"_s, u"dot1dTpFdbPort"_s}).at(1),
            "00:00:00:00:00:01,Gi1/0/7 \302\267 uplink core2 (port 3)"_ba);
        // JSON is for programs.
        const Ran json = m_program.run({u"table"_s, file, u"ipNetToMediaTable"_s, u"--names"_s, u"--json"_s});
        QCOMPARE(json.objects().first()["index"_L1]["ipNetToMediaIfIndex"_L1].toInt(), 7);
    }

    void joinsTheTablesThatGoWithIt() {
        const auto lines = [this, file = writeBridge()](const QStringList &letters) {
            const Ran ran = m_program.run(QStringList{u"table"_s, file, u"--join"_s} + letters);
            return ran.status == 0 ? ran.lines() : QList<QByteArray>{ran.err};
        };
        // By AUGMENTS; a row that only the other table has stands too.
        QCOMPARE(lines({u"ifTable"_s, u"--csv"_s, u"--columns"_s, u"ifAlias,ifDescr"_s}),
            (QList<QByteArray>{"ifIndex,ifAlias,ifDescr", "7,uplink core2,GigabitEthernet1/0/7", "8,spare,"}));
        // By a part of the index, and by a port of a bridge; none of its own columns is asked for.
        QCOMPARE(lines({u"ipNetToMediaTable"_s, u"--csv"_s, u"--columns"_s, u"ipNetToMediaType,ifName"_s}),
            (QList<QByteArray>{"ipNetToMediaIfIndex,ipNetToMediaNetAddress,ipNetToMediaType,ifName",
                "7,10.0.0.1,dynamic(3),Gi1/0/7"}));
        QCOMPARE(lines({u"dot1dTpFdbTable"_s, u"--csv"_s, u"--columns"_s, u"ifName,ifDescr"_s}),
            (QList<QByteArray>{"dot1dTpFdbAddress,ifName,ifDescr", "00:00:00:00:00:01,Gi1/0/7,GigabitEthernet1/0/7",
                "00:00:00:00:00:02,,"}));
        // A grid is spared what the device does not serve.
        const QByteArray head = lines({u"dot1dTpFdbTable"_s}).first().simplified();
        QCOMPARE(head, "dot1dTpFdbAddress dot1dTpFdbPort dot1dTpFdbStatus ifDescr ifName ifAlias"_ba);
        QVERIFY(lines({u"dot1dTpFdbTable"_s, u"--csv"_s}).first().contains("dot3StatsFCSErrors"));
    }

    void joinsInJsonAndByName() {
        const QString file = writeBridge();
        const Ran json = m_program.run({u"table"_s, file, u"dot1dTpFdbTable"_s, u"--join"_s, u"--json"_s});
        QCOMPARE(json.status, 0);
        const QJsonObject row = json.objects().first()["row"_L1].toObject();
        QCOMPARE(row["dot1dTpFdbPort"_L1]["value"_L1].toInt(), 3);
        QCOMPARE(row["ifAlias"_L1]["text"_L1].toString(), u"uplink core2"_s);
        QVERIFY(!row.contains(u"dot3StatsFCSErrors"_s));
        const Ran named = m_program.run({u"table"_s, file, u"dot1dTpFdbTable"_s, u"--join"_s, u"--names"_s, u"--csv"_s,
            u"--columns"_s, u"dot1dTpFdbPort,ifAlias"_s});
        QCOMPARE(named.lines().at(1), "00:00:00:00:00:01,Gi1/0/7 \302\267 uplink core2 (port 3),uplink core2"_ba);
        const Ran alone = m_program.run({u"table"_s, file, u"sysORTable"_s, u"--join"_s});
        QCOMPARE(alone.status, 2);
        QVERIFY2(alone.err.contains("SNMPv2-MIB::sysORTable: no table is known to go with it."), alone.err.constData());
    }

    void readsAgainUntilItIsStopped() {
        const auto process = m_program.begin({u"table"_s, u"demo"_s, u"ifTable"_s, u"--json"_s, u"--columns"_s,
            u"ifInOctets"_s, u"--watch"_s, u"0.1"_s});
        QByteArray out;
        while (out.count("\"end\"") < 3 && process->waitForReadyRead(Program::Patience))
            out += process->readAllStandardOutput();
        QVERIFY(out.count("\"end\"") >= 3);
        ::kill(pid_t(process->processId()), SIGINT);
        QCOMPARE(Program::ended(*process).status, 130);
    }

private:
    QString writeBridge() const {
        return m_program.write(u"names.snmprec"_s,
            "1.3.6.1.2.1.2.2.1.2.7|4|GigabitEthernet1/0/7\n"
            "1.3.6.1.2.1.4.22.1.1.7.10.0.0.1|2|7\n"
            "1.3.6.1.2.1.4.22.1.4.7.10.0.0.1|2|3\n"
            "1.3.6.1.2.1.17.1.4.1.2.3|2|7\n"
            "1.3.6.1.2.1.17.4.3.1.2.0.0.0.0.0.1|2|3\n"
            "1.3.6.1.2.1.17.4.3.1.2.0.0.0.0.0.2|2|4\n"
            "1.3.6.1.2.1.31.1.1.1.1.7|4|Gi1/0/7\n"
            "1.3.6.1.2.1.31.1.1.1.18.7|4|uplink core2\n"
            "1.3.6.1.2.1.31.1.1.1.18.8|4|spare\n");
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_clitable.moc"
