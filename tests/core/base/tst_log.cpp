// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace walkabout;

class TestLog : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatTheCategoriesSay();
    void scrubsTheSecretsItWasToldOf();
    void tellsItsOwnersThreadWhatOthersLog();
    void keepsNoMoreThanItsBound();
};

void TestLog::keepsWhatTheCategoriesSay() {
    Log log;
    qCInfo(lcSnmp, "one request");
    qCWarning(lcMib, "one module");
    QCOMPARE(log.records().size(), 2U);
    QCOMPARE(log.records()[0].category, u"walkabout.snmp"_s);
    QCOMPARE(log.records()[0].text, u"one request"_s);
    QCOMPARE(log.records()[1].level, QtWarningMsg);
    QVERIFY(utcNow() - log.records()[0].time < std::chrono::minutes(1));
}

void TestLog::scrubsTheSecretsItWasToldOf() {
    Log log;
    log.scrub(Secret("s3cr3t-community"));
    log.scrub(Secret("abc")); // too short to look for: every third word would be hidden
    qCInfo(lcNetSnmp).noquote() << "community s3cr3t-community refused, abc stays";
    QCOMPARE(log.records().back().text, u"community ••• refused, abc stays"_s);
}

void TestLog::tellsItsOwnersThreadWhatOthersLog() {
    Log log;
    QSignalSpy recorded(&log, &Log::recorded);
    Qt::HANDLE seenIn = nullptr;
    connect(&log, &Log::recorded, &log, [&] { seenIn = QThread::currentThreadId(); });
    const std::unique_ptr<QThread> thread(QThread::create([] { qCInfo(lcMib, "from elsewhere"); }));
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(recorded.count() == 1 || recorded.wait());
    QCOMPARE(recorded.at(0).at(0).value<LogRecord>().text, u"from elsewhere"_s);
    QCOMPARE(seenIn, QThread::currentThreadId());
}

void TestLog::keepsNoMoreThanItsBound() {
    Log log;
    for (qsizetype i = 0; i <= Log::Kept; ++i)
        qCInfo(lcSnmp, "%lld", static_cast<long long>(i));
    QCOMPARE(qsizetype(log.records().size()), Log::Kept);
    QCOMPARE(log.records().front().text, u"1"_s);
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
