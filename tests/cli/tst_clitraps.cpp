// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

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

    void stopsCleanlyWhenAsked() {
        Listening receiver(m_program, {u"traps"_s});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        receiver.process().terminate();
        QCOMPARE(Program::ended(receiver.process()).status, 0);
    }

private:
    Ran send(const Listening &receiver, const QStringList &letters, const QStringList &trap) const {
        return m_program.runOther(
            u"snmptrap"_s, letters + QStringList{u"-m"_s, QString(), u"-c"_s, u"public"_s, receiver.address()} + trap);
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_clitraps.moc"
