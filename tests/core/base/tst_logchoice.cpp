// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logchoice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestLogChoice : public QObject {
    Q_OBJECT

private slots:
    void theTerminalHasItsLevel_data();
    void theTerminalHasItsLevel();
    void theFileHasTheLevelAndTheTerminalKeepsItsOwn();
    void theFileGoesOnBehindWhatItHolds();
    void aSinkThatLogsIsNotCalledForIt();
    void saysWhatIsWrong();

private:
    /// Says one line at each level.
    static void say() {
        qCDebug(lcEvent, "a get");
        qCInfo(lcSnmp, "an info");
        qCWarning(lcMib, "a warning");
        qCCritical(lcStore, "an error");
    }
    QTemporaryDir m_folder;
};

void TestLogChoice::theTerminalHasItsLevel_data() {
    QTest::addColumn<QString>("level");
    QTest::addColumn<QStringList>("seen");
    QTest::newRow("not given") << u""_s << QStringList{u"a warning"_s, u"an error"_s};
    QTest::newRow("error") << u"error"_s << QStringList{u"an error"_s};
    QTest::newRow("info") << u"info"_s << QStringList{u"an info"_s, u"a warning"_s, u"an error"_s};
    QTest::newRow("debug") << u"debug"_s << QStringList{u"a get"_s, u"an info"_s, u"a warning"_s, u"an error"_s};
}

void TestLogChoice::theTerminalHasItsLevel() {
    QFETCH(const QString, level);
    Log log;
    QStringList seen;
    const LogChoice choice{level, {}};
    QVERIFY(!choice.applyTo(log, LogLevel::Warning, [&](const LogRecord &record) { seen << record.text; }));
    say();
    QTEST(seen, "seen");
}

void TestLogChoice::theFileHasTheLevelAndTheTerminalKeepsItsOwn() {
    const QString path = m_folder.filePath(u"debug.log"_s);
    QStringList seen;
    {
        Log log;
        log.scrub(Secret("s3cr3t-word"));
        const LogChoice choice{u"debug"_s, path};
        QVERIFY(!choice.applyTo(log, LogLevel::Warning, [&](const LogRecord &record) { seen << record.text; }));
        say();
        qCInfo(lcSnmp).noquote() << "s3cr3t-word was said";
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines[0].endsWith(" debug walkabout.event: a get"), lines[0]);
    QVERIFY2(lines[3].endsWith(" error walkabout.store: an error"), lines[3]);
    QVERIFY2(lines[4].endsWith("••• was said"), lines[4]);
    QCOMPARE(seen, (QStringList{u"a warning"_s, u"an error"_s}));
    QCOMPARE(int(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)), 0);
}

void TestLogChoice::theFileGoesOnBehindWhatItHolds() {
    const QString path = m_folder.filePath(u"kept.log"_s);
    for (int run = 0; run < 2; ++run) {
        Log log;
        const LogChoice choice{{}, path};
        QVERIFY(!choice.applyTo(log, LogLevel::Warning, [](const LogRecord &) {}));
        say();
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("an info"), 2);
}

void TestLogChoice::aSinkThatLogsIsNotCalledForIt() {
    Log log;
    int calls = 0;
    log.addSink(LogLevel::Debug, [&](const LogRecord &) {
        ++calls;
        qCWarning(lcSnmp, "a sink complains");
    });
    qCInfo(lcSnmp, "one");
    QCOMPARE(calls, 1);
}

void TestLogChoice::saysWhatIsWrong() {
    Log log;
    const auto nothing = [](const LogRecord &) {};
    const auto level = LogChoice{u"loud"_s, {}}.applyTo(log, LogLevel::Warning, nothing);
    QVERIFY(level && level->text().contains(u"loud"_s));
    const auto file = LogChoice{{}, u"/nowhere/at/all.log"_s}.applyTo(log, LogLevel::Warning, nothing);
    QVERIFY(file && file->kind() == Failure::Kind::File);
}

QTEST_GUILESS_MAIN(TestLogChoice)
#include "tst_logchoice.moc"
