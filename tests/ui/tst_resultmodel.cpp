// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultmodel.h"

#include "tests/support/waiting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

// A loaded machine is slow, not wrong.
constexpr int Patience = 30'000;

class TestResultModel : public QObject {
    Q_OBJECT

private slots:
    void growsWithTheStoreAndKeepsItsEnding() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        QSignalSpy caughtUp(&model, &ResultModel::caughtUp);
        store.append(numbers(0, 100));
        store.append(numbers(100, 150));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 150, Patience);
        model.addNote(u"Ended early"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 151, Patience);
        QVERIFY(model.isNote(model.index(150, 0)));
        QCOMPARE(model.index(150, 0).data().toString(), u"Ended early"_s);
        QCOMPARE(model.index(149, ResultModel::ValueText).data().toString(), u"149"_s);
        QCOMPARE(model.index(149, ResultModel::ObjectId).data().toString(), u"1.3.149"_s);
        QCOMPARE(model.shown(), 150);
    }

    void filtersByRowNumbersAndFollowsWhatArrivesLater() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        store.append(numbers(0, 5000));
        model.setFilter(ResultFilter::parse(u">=4990"));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 10, Patience);
        store.append(numbers(5000, 5003));
        model.addNote(u"End"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 14, Patience);
        QVERIFY(model.isNote(model.index(13, 0)));
        QCOMPARE(model.varBindAt(model.index(0, 0))->oid, (Oid{1, 3, 4990}));
        model.setFilter({});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 5004, Patience);
    }

    void aLineBreakShowsAsAMarkAndIsCopiedWhole() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        store.append({{{1, 3, 1}, Value::octets("one\r\ntwo")}, {{1, 3, 2}, Value::octets("")}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2, Patience);
        QCOMPARE(model.index(0, ResultModel::ValueText).data().toString(), u"one⏎two"_s);
        QCOMPARE(model.index(0, ResultModel::ValueText).data(ResultModel::CopyRole).toString(), u"one\r\ntwo"_s);
        QCOMPARE(model.index(1, ResultModel::ValueText).data().toString(), u"\"\""_s);
    }

    void marksWhatIsNewSinceTheRunBefore() {
        ResultStore before;
        before.append(numbers(0, 10));
        ResultStore now;
        ResultModel model(now, Describe(Library::empty()));
        model.compareWith(&before);
        now.append({{{1, 3, 1}, Value::gauge32(1)}, {{1, 3, 2}, Value::gauge32(99)}, {{1, 3, 77}, Value::gauge32(1)}});
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 3, Patience);
        const auto marked
            = [&model](int row) { return model.index(row, ResultModel::ValueText).data(Qt::BackgroundRole).isValid(); };
        QVERIFY(!marked(0));
        QVERIFY(marked(1));
        QVERIFY(marked(2));
        const auto difference
            = RunDifference::between(ResultSnapshot(before), ResultSnapshot(now), std::atomic<bool>(false));
        QVERIFY(difference);
        QCOMPARE(difference->changed, 1);
        QCOMPARE(difference->added, 1);
        QCOMPARE(difference->gone, (std::vector<int>{0, 3, 4, 5, 6, 7, 8, 9}));
        const QAbstractItemModelTester tester(&model);
        model.showDifference(std::make_shared<const RunDifference>(*difference));
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 11, Patience);
        QCOMPARE(model.varBindAt(model.index(3, 0))->oid, before.oidAt(0)); // gone, below what is there
        QVERIFY(!model.isNote(model.index(3, 0)));
        const auto left = [&model](const QString &filter) {
            model.setFilter(ResultFilter::parse(filter));
            QTest::qWait(0);
            return model.rowCount();
        };
        QCOMPARE(left(u"is:gone"_s), 8);
        QCOMPARE(left(u"is:changed"_s), 1);
        QCOMPARE(left(u"is:new"_s), 1);
        QCOMPARE(left(u"-is:gone"_s), 3);
        QCOMPARE(left(u"is:chan"_s), 11); // still being typed
    }

    void manyRowsAreFilteredOnThePoolWithTheNotesWhereTheyStood() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        store.append(numbers(0, 50'000));
        model.addNote(u"between"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(model.isCaughtUp(), Patience);
        store.append(numbers(50'000, 90'000));
        model.addNote(u"End"_s, false);
        model.setFilter(ResultFilter::parse(u"9999"));
        QCOMPARE(model.rowCount(), 0); // nothing was looked at in the event loop
        QTRY_VERIFY_WITH_TIMEOUT(model.isCaughtUp(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 9, Patience); // 9999, 19999 ... 89999
        QCOMPARE(model.noteLines().size(), 2);
        QCOMPARE(model.noteLines().last(), model.rowCount() - 1);
        model.setFilter(ResultFilter::parse(u"12345"));
        model.setFilter({}); // what runs is dropped
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 90'000, Patience);
    }

    // The window's gap stays under 50 ms while a large result is filtered; a sanitizer's build is slower.
    void aLargeFilterLeavesTheEventLoopFree() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        store.append(numbers(0, 100'000));
        QElapsedTimer clock;
        clock.start();
        model.setFilter(ResultFilter::parse(u"no such text"));
        QVERIFY2(
            clock.elapsed() < 100 * test::Slowdown, qPrintable(u"the first slice took %1 ms"_s.arg(clock.elapsed())));
        QSignalSpy caughtUp(&model, &ResultModel::caughtUp);
        QVERIFY(caughtUp.wait(60'000));
        QCOMPARE(model.rowCount(), 0);
    }

    // The tester looks at every signal: what is said of rows is what becomes of them.
    void staysAModelWhileItSortsAndFilters() {
        ResultStore store;
        ResultModel model(store, Describe(Library::empty()));
        const QAbstractItemModelTester tester(&model);
        QSignalSpy sorted(&model, &ResultModel::sorted);
        QSignalSpy caughtUp(&model, &ResultModel::caughtUp);
        const auto settle = [](QSignalSpy &spy) { return !spy.isEmpty() || spy.wait(Patience); };
        store.append(numbers(0, 2500));
        model.addNote(u"End"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 2501, Patience);
        const QPersistentModelIndex followed(model.index(1200, ResultModel::ValueText));
        const QPersistentModelIndex note(model.index(2500, 0));
        for (int column = 0; column < ResultModel::ColumnCount; ++column) {
            sorted.clear();
            model.sort(column, Qt::DescendingOrder);
            QVERIFY(settle(sorted));
            QCOMPARE(model.varBindAt(followed)->oid, (Oid{1, 3, 1200}));
            QVERIFY(model.isNote(note));
            QCOMPARE(model.rowCount(), 2501);
        }
        sorted.clear();
        model.sort(ResultModel::ValueText, Qt::DescendingOrder);
        QVERIFY(settle(sorted));
        QCOMPARE(followed.row(), 2499 - 1200);
        // A filter while it is sorted, a sort while it filters, rows that come in the midst of both.
        sorted.clear();
        caughtUp.clear();
        model.setFilter(ResultFilter::parse(u">=1000"));
        store.append(numbers(2500, 3000));
        model.sort(ResultModel::ObjectId, Qt::AscendingOrder);
        model.setFilter(ResultFilter::parse(u">=2000"));
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 1000, Patience);
        QVERIFY(settle(sorted));
        QCOMPARE(model.varBindAt(model.index(0, 0))->oid, (Oid{1, 3, 2000}));
        model.supersede(2100, 2999);
        sorted.clear();
        model.sort(-1, Qt::AscendingOrder);
        QVERIFY(settle(sorted));
        model.setFilter({});
        QTRY_COMPARE_WITH_TIMEOUT(model.shown(), 2999, Patience);
        QCOMPARE(model.varBindAt(model.index(2100, 0))->oid, (Oid{1, 3, 2999}));
    }

private:
    static VarBinds numbers(quint32 from, quint32 to) {
        VarBinds varBinds;
        for (quint32 n = from; n < to; ++n)
            varBinds.append({{1, 3, n}, Value::gauge32(n)});
        return varBinds;
    }
};

QTEST_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
