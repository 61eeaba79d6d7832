// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// get, next, bulk, walk and set of the demo device: text, letters, JSON.
class TestReads final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_agent = std::make_unique<Listening>(m_program, QStringList{u"serve"_s, u"demo"_s, u"--write"_s, u"secret"_s});
        QVERIFY2(m_agent->isUp(), m_agent->said().constData());
    }

    void printsOneVarbindALine() {
        const Ran ran = m_program.run({u"get"_s, u"demo"_s, u"IF-MIB::ifOperStatus.10101"_s, u"sysName.0"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().size(), 2);
        QCOMPARE(ran.lines().first(), "IF-MIB::ifOperStatus.10101 = up(1)"_ba);
        QVERIFY(ran.lines().last().startsWith("SNMPv2-MIB::sysName.0 = "));
        QVERIFY2(summaryOf(2).match(QString::fromUtf8(ran.summary())).hasMatch(), ran.err.constData());
    }

    void knowsTheLettersOfNetSnmp_data() {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("numeric") << u"-On"_s << ".1.3.6.1.2.1.2.2.1.8.10101 = up(1)"_ba;
        QTest::newRow("quick") << u"-Oq"_s << "IF-MIB::ifOperStatus.10101 up"_ba;
        QTest::newRow("values") << u"-Ov"_s << "up(1)"_ba;
        QTest::newRow("enums as numbers") << u"-Oe"_s << "IF-MIB::ifOperStatus.10101 = 1"_ba;
        QTest::newRow("together") << u"-Onqe"_s << ".1.3.6.1.2.1.2.2.1.8.10101 1"_ba;
    }
    void knowsTheLettersOfNetSnmp() {
        QFETCH(QString, letters);
        QFETCH(QByteArray, line);
        const Ran ran = m_program.run({u"get"_s, letters, u"demo"_s, u"ifOperStatus.10101"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines(), QList{line});
    }

    void printsJsonLinesAndTheirEnd() {
        const Ran ran = m_program.run({u"walk"_s, u"demo"_s, u"ifTable"_s, u"--json"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.err.isEmpty());
        const auto objects = ran.objects();
        QVERIFY(objects.size() > 24);
        const QJsonObject end = objects.last();
        QCOMPARE(end["end"_L1].toString(), u"whole"_s);
        QCOMPARE(end["varbinds"_L1].toInt(), int(objects.size() - 1));
        QVERIFY(end["requests"_L1].toInt() > 0);
        QCOMPARE(end["retries"_L1].toInt(-1), 0);
        QVERIFY(end["seconds"_L1].toDouble() > 0);
        bool sawStatus = false;
        for (const QJsonObject &object : objects.first(objects.size() - 1)) {
            QVERIFY2(object["oid"_L1].toString().startsWith(u"1.3.6.1.2.1.2.2.1."_s),
                qPrintable(object["oid"_L1].toString()));
            QVERIFY(object["name"_L1].toString().startsWith(u"IF-MIB::if"_s));
            QVERIFY(!object["type"_L1].toString().isEmpty());
            if (object["name"_L1] != u"IF-MIB::ifOperStatus.10101"_s)
                continue;
            sawStatus = true;
            QCOMPARE(object["type"_L1].toString(), u"Integer32"_s);
            QCOMPARE(object["value"_L1].toInt(), 1);
            QCOMPARE(object["text"_L1].toString(), u"up(1)"_s);
        }
        QVERIFY(sawStatus);
    }

    void keepsEveryDigitOfACounter64() {
        const QString file = m_program.write(u"wide.snmprec"_s, "1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615\n");
        const Ran ran = m_program.run({u"get"_s, u"--json"_s, file, u"1.3.6.1.2.1.31.1.1.1.6.1"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.lines().first().contains("\"type\":\"Counter64\",\"value\":18446744073709551615,"),
            ran.out.constData());
        QCOMPARE(ran.objects().first()["text"_L1].toString(), u"18446744073709551615"_s);
    }

    void saysExceptionsAsDataAndEndsWhole() {
        const Ran ran = m_program.run({u"get"_s, u"--json"_s, u"demo"_s, u"ifDescr.99999"_s, u"1.3.6.1.4.1.1.2.3.0"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.objects().size(), 3);
        QCOMPARE(ran.objects().first()["type"_L1].toString(), u"NoSuchInstance"_s);
        QCOMPARE(ran.objects().at(1)["type"_L1].toString(), u"NoSuchObject"_s);
        QVERIFY(!ran.objects().first().contains("value"_L1));
    }

    void showsOctetsInHex() {
        const Ran ran = m_program.run({u"get"_s, u"--json"_s, u"demo"_s, u"ifPhysAddress.10101"_s});
        const QJsonObject object = ran.objects().first();
        QCOMPARE(object["type"_L1].toString(), u"OctetString"_s);
        QCOMPARE(object["hex"_L1].toString().size(), 12);
        QCOMPARE(object["text"_L1].toString().count(u':'), 5);
    }

    void keepsOneVarbindALineWhateverIsInIt() {
        const QString file = m_program.write(u"lines.snmprec"_s,
            "1.3.6.1.2.1.1.1.0|4x|" + QByteArray("first\r\nsecond\tend").toHex() + "\n1.3.6.1.2.1.2.2.1.2.7|4x|"
                + QByteArray("port\n7").toHex() + '\n');
        Listening agent(m_program, {u"serve"_s, file});
        const QStringList from{u"-c"_s, u"public"_s, agent.address()};
        const Ran walked = m_program.run(QStringList{u"walk"_s} + from);
        QCOMPARE(walked.out,
            "SNMPv2-MIB::sysDescr.0 = first\\r\\nsecond\\tend\n"
            "IF-MIB::ifDescr.7 = port\\n7\n"_ba);
        const Ran exact = m_program.run(QStringList{u"get"_s, u"--json"_s} + from + QStringList{u"sysDescr.0"_s});
        QCOMPARE(exact.objects().first()["text"_L1].toString(), u"first\r\nsecond\tend"_s);
        const QStringList table
            = QStringList{u"table"_s} + from + QStringList{u"ifTable"_s, u"--columns"_s, u"ifDescr"_s};
        QCOMPARE(m_program.run(table).lines(), (QList{"ifIndex  ifDescr"_ba, "      7  port\\n7"_ba}));
        QCOMPARE(m_program.run(table + QStringList{u"--csv"_s}).out, "ifIndex,ifDescr\n7,\"port\n7\"\n"_ba);
    }

    void countsOneInTheSingular() {
        const Ran ran = m_program.run({u"get"_s, u"demo"_s, u"sysName.0"_s});
        const QRegularExpression summary(u"^1 varbind, 1 request, 0 retries, \\d+\\.\\d\\d s, whole$"_s);
        QVERIFY2(summary.match(QString::fromUtf8(ran.summary())).hasMatch(), ran.summary().constData());
    }

    void readsWhatFollows() {
        const Ran ran = m_program.run({u"next"_s, u"demo"_s, u"1.3.6.1.2.1.1.4"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.lines().size(), 1);
        QVERIFY(ran.lines().first().startsWith("SNMPv2-MIB::sysContact.0 = "));
    }

    void takesNumbersOfABulkJoinedOrApart() {
        const QStringList tail{u"demo"_s, u"sysUpTime"_s, u"ifDescr"_s};
        const Ran joined = m_program.run(QStringList{u"bulk"_s, u"-Cn1"_s, u"-Cr4"_s} + tail);
        QCOMPARE(joined.status, 0);
        QCOMPARE(joined.lines().size(), 5);
        const Ran apart = m_program.run(QStringList{u"bulk"_s, u"-Cn"_s, u"1"_s, u"-Cr"_s, u"4"_s} + tail);
        QCOMPARE(apart.lines().mid(1), joined.lines().mid(1));
    }

    void takesObjectsFromAFileAndFromStandardInput() {
        const QString file = m_program.write(u"objects"_s, "# two objects\nsysName.0\n\nsysContact.0\n");
        QCOMPARE(m_program.run({u"get"_s, u"demo"_s, u'@' + file}).lines().size(), 2);
        QCOMPARE(
            m_program.run({u"get"_s, u"demo"_s, u"-"_s}, "sysName.0\nsysContact.0\nsysLocation.0\n").lines().size(), 3);
    }

    void walksMib2WithoutAnObjectAndSaysSo() {
        const Ran ran = m_program.run({u"walk"_s, u"demo"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.err.contains("1.3.6.1.2.1"), ran.err.constData());
        QVERIFY(ran.lines().size() > 500);
        QVERIFY(ran.lines().first().startsWith("SNMPv2-MIB::sysDescr.0 = "));
        QVERIFY2(summaryOf(ran.lines().size()).match(QString::fromUtf8(ran.summary())).hasMatch(),
            ran.summary().constData());
    }

    void readsTheSameInEveryVersionAndByTcp() {
        const QStringList tail{u"-c"_s, u"public"_s, u"-On"_s, u"sysDescr"_s, u"ifDescr"_s};
        const Ran v2c = m_program.run(QStringList{u"get"_s, u"-v2c"_s, m_agent->address()} + tail);
        QCOMPARE(v2c.status, 0);
        QVERIFY(v2c.lines().size() >= 25);
        QCOMPARE(m_program.run(QStringList{u"get"_s, u"-v"_s, u"1"_s, m_agent->address()} + tail).out, v2c.out);
        QCOMPARE(m_program.run(QStringList{u"get"_s, u"tcp:"_s + m_agent->address()} + tail).out, v2c.out);
        const Ran gentle = m_program.run(QStringList{u"get"_s, u"--gentle"_s, m_agent->address()} + tail);
        QCOMPARE(gentle.out, v2c.out);
    }

    void setsByNameAndByTypeLetter() {
        const QString at = m_agent->address();
        const Ran set = m_program.run(
            {u"set"_s, at, u"-c"_s, u"secret"_s, u"sysLocation.0=Rack 7, unit 3"_s, u"ifAdminStatus.10103=down"_s});
        QVERIFY2(set.status == 0, set.err.constData());
        QCOMPARE(set.lines().first(), "SNMPv2-MIB::sysLocation.0 = Rack 7, unit 3"_ba);
        QCOMPARE(set.lines().last(), "IF-MIB::ifAdminStatus.10103 = down(2)"_ba);
        const Ran letter = m_program.run({u"set"_s, at, u"-c"_s, u"secret"_s, u"1.3.6.1.2.1.1.6.0=s:Basement"_s});
        QVERIFY2(letter.status == 0, letter.err.constData());
        QCOMPARE(
            m_program.run({u"get"_s, at, u"-c"_s, u"public"_s, u"-Ov"_s, u"sysLocation.0"_s}).out, "Basement\n"_ba);
    }

    void asksSeveralDevicesAtATime() {
        const Ran ran = m_program.run({u"get"_s, u"demo"_s, u"--with"_s, m_agent->address(), u"--with"_s,
            u"127.0.0.1:9"_s, u"-c"_s, u"public"_s, u"sysName.0"_s});
        QCOMPARE(ran.status, 3); // of the one that is not there
        QList<QByteArray> lines = ran.lines();
        std::ranges::sort(lines);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(m_agent->address().toLatin1() + ": SNMPv2-MIB::sysName.0 = "), lines[0]);
        QVERIFY2(lines[1].startsWith("demo: SNMPv2-MIB::sysName.0 = "), lines[1]);
        QVERIFY2(ran.err.contains("127.0.0.1:9: "), ran.err);
        QVERIFY2(ran.summary().startsWith("2 of 3 devices whole: 2 varbinds"), ran.err);
    }

    void asksForASecretOnceForAllDevices() {
        const QString at = m_agent->address();
        const Ran ran = m_program.run(
            {u"get"_s, at, u"--with"_s, at, u"--with"_s, at, u"-c"_s, u"-"_s, u"sysName.0"_s}, "public\n");
        QVERIFY2(ran.status == 0, ran.err.constData());
        QCOMPARE(ran.lines().size(), 3);
    }

private:
    static QRegularExpression summaryOf(qsizetype varBinds) {
        const QString number = QLocale(QLocale::English).toString(varBinds);
        return QRegularExpression(u"^%1 varbinds, [\\d,]+ requests?, 0 retries, \\d+\\.\\d\\d s, whole$"_s.arg(number));
    }

    Program m_program;
    std::unique_ptr<Listening> m_agent;
};

QTEST_GUILESS_MAIN(TestReads)
#include "tst_clireads.moc"
