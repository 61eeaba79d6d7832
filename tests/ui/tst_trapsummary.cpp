// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shownsummary.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/trapgroupmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollBar>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the summary of traps counts and shows, while more of them come.
class TestTrapSummary : public QObject {
    Q_OBJECT

private slots:
    void countsEachSourceNotificationAndInstance();
    void isCountedOnlyWhileItIsOnShow();
    void showsWhatTheLatestOfAGroupCarried();
    void countsOnUnderASelection();
    void keepsItsPlaceWhereNewGroupsCome();
    void sortsByAHeaderAndBack();
    void saysHowManyGroupsAreNotListed();
    void holdsStillWhilePaused();
    void leavesOutWhatWasCleared();

private:
    TestLibrary m_library;
};

void TestTrapSummary::countsEachSourceNotificationAndInstance() {
    ShownSummary shown({recordAt(1, 3min), recordAt(1, 2min, u"192.0.2.1"_s, 4), recordAt(2, 1min, u"192.0.2.2"_s),
                           recordAt(1, 0min), recordAt(1, 0min)},
        m_library);
    const QAbstractItemModelTester tester(shown.table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList({u"3"_s, u"1"_s, u"1"_s}));
    QCOMPARE(shown.column(TrapGroupModel::Source), QStringList({u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.1"_s}));
    QCOMPARE(shown.column(TrapGroupModel::Name), QStringList({u"linkDown"_s, u"linkDown"_s, u"linkUp"_s}));
    QCOMPARE(shown.column(TrapGroupModel::Level), QStringList({u"major"_s, u"major"_s, u"normal"_s}));
    QTRY_COMPARE(
        shown.column(TrapGroupModel::Subject), QStringList({u"ifDescr[2]"_s, u"ifDescr[3]"_s, u"ifDescr[2]"_s}));
    auto *groups = qobject_cast<TrapGroupModel *>(shown.table.model());
    QVERIFY(groups->group(0).first < groups->group(0).last);
    QVERIFY(groups->group(2).first == groups->group(2).last);
    QCOMPARE(shown.cell(2, TrapGroupModel::First), shown.cell(2, TrapGroupModel::Last));
    shown.line.setText(u"name:linkUp"_s);
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList{u"1"_s});
    groups->setNames({{u"192.0.2.1"_s, u"core1"_s}});
    QCOMPARE(shown.column(TrapGroupModel::Source), QStringList{u"core1"_s});
    auto names = std::make_shared<InterfaceNames>();
    names->addName(2, u"Gi1/0/2"_s);
    groups->setInterfaces({{u"192.0.2.1"_s, names}});
    QTRY_COMPARE(shown.column(TrapGroupModel::Subject), QStringList{u"ifDescr[Gi1/0/2]"_s});
    QVERIFY(groups->terms(0).endsWith(u"ifDescr[2]"_s)); // the journal knows no names
}

void TestTrapSummary::isCountedOnlyWhileItIsOnShow() {
    ShownSummary shown({recordAt(1, 0min)}, m_library);
    const QSignalSpy summarised(&shown.panel.station().reader(), &JournalReader::summarised);
    QTRY_COMPARE(shown.table.model()->rowCount(), 1);
    QVERIFY(shown.table.isVisible());
    shown.button.click();
    QTRY_VERIFY(shown.rows.isComplete());
    QVERIFY(!shown.table.isVisible() && !shown.strip.isVisible());
    QCOMPARE(shown.table.model()->rowCount(), 0);
    const qsizetype before = summarised.size();
    shown.line.setText(u"name:link*"_s);
    shown.add({recordAt(2, 0min)});
    QTRY_COMPARE(shown.rows.rowCount(), 2);
    QTest::qWait(400); // longer than a summary waits for more
    QCOMPARE(summarised.size(), before);
}

void TestTrapSummary::showsWhatTheLatestOfAGroupCarried() {
    ShownSummary shown({recordAt(101, 2min), recordAt(1, 1min), recordAt(2, 0min)}, m_library); // two of ifDescr[2]
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList({u"1"_s, u"2"_s}));
    auto *bindings = named<QTableView>(shown.panel, u"Trap bindings"_s)->model();
    QCOMPARE(bindings->rowCount(), 0);
    shown.table.selectRow(1);
    QTRY_COMPARE(bindings->index(2, BindingModel::Content).data().toString(), u"event 1"_s);
    shown.add({recordAt(201, 0min)});
    QTRY_COMPARE(shown.cell(1, TrapGroupModel::Count), u"3"_s);
    QCOMPARE(bindings->index(2, BindingModel::Content).data().toString(), u"event 1"_s); // it is being read
    shown.table.selectRow(0);
    shown.table.selectRow(1);
    QTRY_COMPARE(bindings->index(2, BindingModel::Content).data().toString(), u"event 201"_s);
    shown.button.click();
    QTRY_COMPARE(bindings->rowCount(), 0);
}

void TestTrapSummary::countsOnUnderASelection() {
    ShownSummary shown({recordAt(1, 3min), recordAt(2, 2min), recordAt(3, 1min)}, m_library);
    const QAbstractItemModelTester tester(shown.table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(shown.table.model()->rowCount(), 3);
    const QSignalSpy reset(shown.table.model(), &QAbstractItemModel::modelReset);
    shown.table.selectRow(1);
    const auto *groups = qobject_cast<TrapGroupModel *>(shown.table.model());
    const UtcMicroseconds last = groups->group(1).last;
    shown.add({recordAt(2, 0min), recordAt(3, 0min)});
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList({u"2"_s, u"2"_s, u"1"_s}));
    QVERIFY(groups->group(1).last > last);
    QCOMPARE(shown.table.currentIndex().row(), 1);
    shown.add({recordAt(4, 0min)});
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList({u"1"_s, u"2"_s, u"2"_s, u"1"_s}));
    QCOMPARE(shown.table.currentIndex().row(), 2);
    QCOMPARE(shown.table.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(shown.table.selectionModel()->selectedRows().first().row(), 2);
    QTRY_COMPARE(shown.cell(2, TrapGroupModel::Subject), u"ifDescr[3]"_s);
    QCOMPARE(reset.size(), 0);
}

void TestTrapSummary::keepsItsPlaceWhereNewGroupsCome() {
    QList<TrapRecord> records{recordAt(1, 6min, u"10.0.0.1"_s)};
    for (int i = 0; i < 60; ++i)
        records += recordAt(i, 5min);
    ShownSummary shown(records, m_library);
    QTRY_COMPARE(shown.table.model()->rowCount(), 61);
    const auto comesAbove = [&shown](const QList<TrapRecord> &fresh, int first) {
        shown.table.verticalScrollBar()->setValue(30 * shown.table.rowHeight(0));
        const QSignalSpy inserted(shown.table.model(), &QAbstractItemModel::rowsInserted);
        const QPersistentModelIndex top = shown.table.indexAt({5, 5});
        const int row = top.row();
        shown.add(fresh);
        return QTest::qWaitFor([&] { return !inserted.isEmpty(); }) && inserted.first()[1].toInt() == first
            && top.row() > row && shown.table.visualRect(top).top() == 0;
    };
    QVERIFY(comesAbove({recordAt(60, 0min), recordAt(61, 0min)}, 0));
    shown.table.horizontalHeader()->setSortIndicator(TrapGroupModel::Source, Qt::AscendingOrder);
    QVERIFY(comesAbove({recordAt(1, 0min, u"10.0.0.2"_s)}, 1));
}

void TestTrapSummary::sortsByAHeaderAndBack() {
    ShownSummary shown({recordAt(2, 3min, u"192.0.2.10"_s), recordAt(1, 2min, u"192.0.2.9"_s),
                           recordAt(1, 2min, u"192.0.2.9"_s), recordAt(9, 1min, u"192.0.2.1"_s)},
        m_library);
    const QAbstractItemModelTester tester(shown.table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QStringList latestFirst{u"192.0.2.1"_s, u"192.0.2.9"_s, u"192.0.2.10"_s};
    QTRY_COMPARE(shown.column(TrapGroupModel::Source), latestFirst);
    shown.clickHeader(TrapGroupModel::Source);
    QCOMPARE(shown.column(TrapGroupModel::Source), latestFirst);
    shown.table.selectRow(0);
    shown.clickHeader(TrapGroupModel::Source);
    QCOMPARE(shown.column(TrapGroupModel::Source), QStringList(latestFirst.crbegin(), latestFirst.crend()));
    QCOMPARE(shown.table.currentIndex().row(), 2);
    shown.add({recordAt(9, 0min, u"192.0.2.5"_s)}); // in its place
    QTRY_COMPARE(shown.column(TrapGroupModel::Source),
        QStringList({u"192.0.2.10"_s, u"192.0.2.9"_s, u"192.0.2.5"_s, u"192.0.2.1"_s}));
    shown.clickHeader(TrapGroupModel::Source);
    QCOMPARE(shown.column(TrapGroupModel::Source),
        QStringList({u"192.0.2.5"_s, u"192.0.2.1"_s, u"192.0.2.9"_s, u"192.0.2.10"_s}));
    shown.clickHeader(TrapGroupModel::Count);
    shown.clickHeader(TrapGroupModel::Count);
    QCOMPARE(shown.cell(0, TrapGroupModel::Count), u"2"_s);
    shown.clickHeader(TrapGroupModel::Subject);
    QTRY_COMPARE(shown.column(TrapGroupModel::Subject),
        QStringList({u"ifDescr[2]"_s, u"ifDescr[3]"_s, u"ifDescr[10]"_s, u"ifDescr[10]"_s}));
}

void TestTrapSummary::saysHowManyGroupsAreNotListed() {
    QList<TrapRecord> records;
    for (int i = 0; i < TrapSummary::MostGroups + 1'234; ++i)
        records += madeRecord(1, u"10.%1.%2.1"_s.arg(i / 250).arg(i % 250));
    ShownSummary shown(records, m_library);
    auto *more = named<QLabel>(shown.panel, u"Groups not listed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(more->isVisible(), 20'000);
    QCOMPARE(shown.table.model()->rowCount(), int(TrapSummary::MostGroups));
    QVERIFY2(more->text().contains(u"20,000") && more->text().contains(u"1,234"), qPrintable(more->text()));
    QCOMPARE(shown.cell(0, TrapGroupModel::Source), records.last().notification.source().toString());
    shown.line.setText(u"source:10.1."_s);
    QTRY_VERIFY(!more->isVisible());
    QCOMPARE(shown.table.model()->rowCount(), 250);
}

void TestTrapSummary::holdsStillWhilePaused() {
    ShownSummary shown({recordAt(1, 1min)}, m_library);
    QTRY_COMPARE(shown.table.model()->rowCount(), 1);
    const QSignalSpy summarised(&shown.panel.station().reader(), &JournalReader::summarised);
    auto *pause = named<QToolButton>(shown.panel, u"Pause traps"_s);
    pause->click();
    shown.add({recordAt(2, 0min)});
    QTRY_COMPARE(summarised.size(), 1);
    QCOMPARE(shown.table.model()->rowCount(), 1);
    pause->click();
    QCOMPARE(shown.table.model()->rowCount(), 2);
}

void TestTrapSummary::leavesOutWhatWasCleared() {
    ShownSummary shown({recordAt(1, 1min)}, m_library);
    QTRY_COMPARE(shown.table.model()->rowCount(), 1);
    auto *clear = named<QToolButton>(shown.panel, u"Clear traps"_s);
    clear->click();
    QTRY_COMPARE(shown.table.model()->rowCount(), 0);
    shown.add({recordAt(2, 0min)});
    QTRY_COMPARE(shown.column(TrapGroupModel::Subject), QStringList{u"ifDescr[3]"_s});
    clear->click();
    QTRY_COMPARE(shown.table.model()->rowCount(), 2);
}

QTEST_MAIN(TestTrapSummary)
#include "tst_trapsummary.moc"
