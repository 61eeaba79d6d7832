// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/named.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

QString printed(const QAbstractItemModel &model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row, LogModel::Level).data().toString() + u' '
                + model.index(row, LogModel::Category).data().toString() + u' '
                + model.index(row, LogModel::Text).data().toString();
    return lines.join(u'\n');
}

} // namespace

class TestLogModel : public QObject {
    Q_OBJECT

private slots:
    void showsWhatIsSaid();
    void holdsItsLevel();
    void filters();
    void forgetsTheOldest();
    void hidesSecrets();
    void isDrivenByName();
};

void TestLogModel::showsWhatIsSaid() {
    Log log;
    qCInfo(lcUi) << "before";
    LogModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 1);
    qCInfo(lcSnmp) << "after";
    qCWarning(lcTrap, "two\nlines");
    QTRY_COMPARE(
        printed(model), u"info walkabout.ui before\ninfo walkabout.snmp after\nwarning walkabout.trap two↵lines"_s);
}

void TestLogModel::holdsItsLevel() {
    Log log;
    LogModel model(log);
    qCInfo(lcUi) << "news";
    qCWarning(lcUi) << "care";
    qCCritical(lcUi) << "bad";
    QTRY_COMPARE(model.rowCount(), 3);
    model.setLeast(LogLevel::Warning);
    QCOMPARE(printed(model), u"warning walkabout.ui care\nerror walkabout.ui bad"_s);
    model.setLeast(LogLevel::Error);
    QCOMPARE(printed(model), u"error walkabout.ui bad"_s);
}

void TestLogModel::filters() {
    Log log;
    LogModel model(log);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    qCInfo(lcUi) << "one apple";
    qCInfo(lcUi) << "two apples";
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter(u"apple -two"_s);
    QCOMPARE(model.rowCount(), 1);
    qCInfo(lcUi) << "three apples";
    qCInfo(lcUi) << "pears";
    QTRY_COMPARE(model.rowCount(), 2);
    model.setFilter(u"/^info .*(pears|two)/"_s);
    QCOMPARE(model.rowCount(), 2);
    model.setFilter(u"/(/"_s); // not an expression: hides nothing
    QCOMPARE(model.rowCount(), 4);
}

void TestLogModel::forgetsTheOldest() {
    Log log;
    LogModel model(log);
    for (qsizetype i = 0; i < Log::Kept + 5; ++i)
        qCInfo(lcUi, "line %d", int(i));
    QTRY_COMPARE(model.rowCount(), int(Log::Kept));
    QCOMPARE(model.index(0, LogModel::Text).data().toString(), u"line 5"_s);
}

void TestLogModel::hidesSecrets() {
    Log log;
    log.scrub(Secret("swordfish"));
    LogModel model(log);
    qCInfo(lcUi) << "community swordfish";
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!printed(model).contains(u"swordfish"));
}

void TestLogModel::isDrivenByName() {
    QLoggingCategory::setFilterRules(u"default.warning=false"_s); // the offscreen platform's own
    Log log;
    LogPanel panel(log);
    panel.resize(600, 200);
    panel.show();
    qCInfo(lcUi) << "news";
    qCWarning(lcUi) << "care";
    auto *view = test::named<QTableView>(panel, u"Log"_s);
    auto *filter = test::named<QLineEdit>(panel, u"Filter log"_s);
    auto *level = test::named<QComboBox>(panel, u"Log level"_s);
    QVERIFY(view && filter && level);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QTest::keyClicks(filter, u"care"_s);
    QCOMPARE(view->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(view->model()->rowCount(), 2);
    level->setCurrentIndex(level->findText(u"Warnings and above"_s));
    QCOMPARE(view->model()->rowCount(), 1);
}

QTEST_MAIN(TestLogModel)
#include "tst_logmodel.moc"
