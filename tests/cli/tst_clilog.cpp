// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// --log-level and --log-file, as a script uses them.
class TestCliLog final : public QObject {
    Q_OBJECT

private slots:
    void everyRequestAndAnswerGoIntoTheFile() {
        const QString path = m_program.folder(u"run.log"_s);
        const Ran ran = m_program.run({u"--log-level"_s, u"debug"_s, u"--log-file"_s, path, u"get"_s, u"demo"_s,
            u"sysName.0"_s, u"-c"_s, u"sh0uld-not-be-seen"_s});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.err.trimmed().split('\n').size(), 1); // the summary alone
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray log = file.readAll();
        QVERIFY2(log.contains(" debug walkabout.event: get to "), log);
        QVERIFY2(log.contains(" debug walkabout.event: response from "), log);
        QVERIFY2(!log.contains("sh0uld-not-be-seen"), log);
    }

    void withoutAFileTheLevelIsTheTerminals() {
        const Ran ran = m_program.run({u"get"_s, u"demo"_s, u"sysName.0"_s, u"--log-level"_s, u"debug"_s});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.err.contains("walkabout.event: get to "), ran.err);
        QCOMPARE(ran.lines().size(), 1); // data alone on standard output
    }

    void aLogThatCannotBeWrittenIsSaidBeforeAnythingIsAsked() {
        const Ran ran = m_program.run({u"--log-file"_s, u"/nowhere/run.log"_s, u"get"_s, u"demo"_s, u"sysName.0"_s});
        QCOMPARE(ran.status, 5);
        QVERIFY(ran.out.isEmpty());
        QVERIFY2(ran.err.contains("/nowhere/run.log"), ran.err);
    }

    void anUnknownLevelIsWrongUse() {
        const Ran ran = m_program.run({u"--log-level"_s, u"loud"_s, u"get"_s, u"demo"_s, u"sysName.0"_s});
        QCOMPARE(ran.status, 2);
        QVERIFY2(ran.err.contains("loud"), ran.err);
    }

private:
    Program m_program;
};

QTEST_GUILESS_MAIN(TestCliLog)
#include "tst_clilog.moc"
