// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/support/waiting.h"
#include "ui/table/changelog.h"
#include "ui/table/livetable.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPaintEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid Table = TestEntryOid.parent();
const Oid Anew = TestEntryOid + 99U; // tells when the counters of a row began anew
enum Column { Port, Address, Descr, State, Errors, Mac, Flags };

Oid instance(Oid::Part column, Oid::Part port) { return TestEntryOid + Oid{column, port, 10, 0, 0, 1}; }

VarBind errors(Oid::Part port, quint32 count) { return {instance(5, port), Value::counter32(count)}; }
VarBind state(Oid::Part port, qint32 number) { return {instance(4, port), Value::integer(number)}; }
VarBind descr(Oid::Part port, const char *text) { return {instance(3, port), Value::octets(text)}; }
VarBind anew(Oid::Part port, quint32 ticks) { return {Anew + Oid{port, 10, 0, 0, 1}, Value::timeTicks(ticks)}; }

/// Readings of a table, five seconds apart by both clocks unless told otherwise.
class Readings final {
public:
    std::shared_ptr<const PollReading> operator()(const VarBinds &cells, std::chrono::milliseconds later = 5s) {
        m_upTime += quint32(later.count() / 10);
        m_at += later;
        auto reading = std::make_shared<PollReading>();
        reading->store.append(cells);
        reading->time = {m_at, m_upTime};
        reading->when = utcNow();
        reading->discontinuity = Anew;
        return reading;
    }
    void restart(quint32 upTime) { m_upTime = upTime; }

private:
    Monotonic::time_point m_at{1h};
    quint32 m_upTime = 1'000'000;
};

} // namespace

/// A table that is read again and again.
class TestLiveTable : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_store = std::make_unique<ResultStore>();
        m_model = std::make_unique<TableModel>(*m_store, Table);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setLibrary(m_library.get());
        m_readings = {};
    }
    void cleanup() {
        m_tester.reset();
        m_model.reset();
        m_store.reset();
    }

    void countersShowTheirRateFromTheSecondReadingOn() {
        m_store->append({descr(1, "a"), state(1, 1), errors(1, 100)});
        const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        show({descr(1, "a"), state(1, 1), errors(1, 200)});
        QCOMPARE(text(0, Errors), u"200"_s); // raw: when it was 100 is not known
        show({descr(1, "a"), state(1, 1), errors(1, 950)});
        QCOMPARE(text(0, Errors), u"150/s"_s);
        QCOMPARE(text(0, State), u"up(1)"_s);
        QVERIFY(at(0, Errors).data(Qt::ToolTipRole).toString().contains(u"950"));
        QCOMPARE(at(0, Errors).data(TableModel::CopyRole).toString(), u"150"_s);
        QCOMPARE(m_model->varBindAt(at(0, Errors))->value, Value::counter32(950));
        QVERIFY(resets.isEmpty());
    }

    void aCounterPastItsEndGoesOn() {
        show({errors(1, 0xffff'ffffU - 249)});
        show({errors(1, 250)});
        QCOMPARE(text(0, Errors), u"100/s"_s);
    }

    void aRestartIsSaidAndIsNoRate() {
        show({errors(1, 5000), errors(2, 5000)});
        m_readings.restart(0);
        show({errors(1, 30), errors(2, 6000)});
        QCOMPARE(text(0, Errors), u"restarted"_s);
        QCOMPARE(text(1, Errors), u"restarted"_s); // though it grew
        QCOMPARE(at(0, Errors).data(TableModel::CopyRole).toString(), QString());
        show({errors(1, 80), errors(2, 6005)});
        QCOMPARE(text(0, Errors), u"10.0/s"_s);
    }

    void aDiscontinuityIsOfItsRowAlone() {
        show({errors(1, 100), errors(2, 100), anew(1, 50), anew(2, 50)});
        show({errors(1, 600), errors(2, 600), anew(1, 999), anew(2, 50)});
        QCOMPARE(text(0, Errors), u"began anew"_s);
        QCOMPARE(text(1, Errors), u"100/s"_s);
        show({errors(1, 1100), errors(2, 1100), anew(1, 999), anew(2, 50)});
        QCOMPARE(text(0, Errors), u"100/s"_s);
    }

    void whatDoesNotMoveIsSaidAndHowLong() {
        show({errors(1, 7)});
        show({errors(1, 7)});
        QCOMPARE(text(0, Errors), u"unmoved ×1"_s);
        show({errors(1, 7)});
        show({errors(1, 7)});
        QCOMPARE(text(0, Errors), u"unmoved ×3"_s);
        show({errors(1, 12)});
        QCOMPARE(text(0, Errors), u"1.0/s"_s);
        show({errors(1, 12)});
        QCOMPARE(text(0, Errors), u"unmoved ×1"_s);
    }

    void aReadingThatFailedMakesTheNextIntervalLonger() {
        show({errors(1, 0)});
        show({errors(1, 1000)}, 20s);
        QCOMPARE(text(0, Errors), u"50.0/s"_s);
    }

    void whatChangedIsMarkedAndFades() {
        m_store->append({state(1, 1), state(2, 1)});
        show({state(1, 2), state(2, 1)});
        const double fresh = at(0, State).data(TableModel::ChangedRole).toDouble();
        QVERIFY2(fresh > 0.9 && fresh <= 1, qPrintable(QString::number(fresh)));
        QCOMPARE(at(1, State).data(TableModel::ChangedRole).toDouble(), 0.0);
        QCOMPARE(at(0, Port).data(TableModel::ChangedRole).toDouble(), 0.0);
        // The next reading does not end it before its time.
        show({state(1, 2), state(2, 1)});
        const double later = at(0, State).data(TableModel::ChangedRole).toDouble();
        QVERIFY(later > 0.5 && later < fresh);
        QTRY_COMPARE_WITH_TIMEOUT(at(0, State).data(TableModel::ChangedRole).toDouble(), 0.0, 4'000);
    }

    void whatIsReadForTheFirstTimeHasNotChanged() {
        show({state(1, 1)});
        QCOMPARE(at(0, State).data(TableModel::ChangedRole).toDouble(), 0.0);
        show({state(1, 1), descr(1, "a")});
        QCOMPARE(at(0, Descr).data(TableModel::ChangedRole).toDouble(), 0.0);
        show({state(1, 1), descr(1, "a")});
        QCOMPARE(at(0, Descr).data(TableModel::ChangedRole).toDouble(), 0.0);
    }

    void aRowThatVanishesStaysUntilItIsDismissed() {
        const VarBinds both{state(1, 1), state(2, 2), errors(1, 10), errors(2, 20)};
        m_store->append(both);
        show(both);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        show({state(2, 2), errors(2, 20)});
        show({state(2, 2), errors(2, 20)}); // its store is gone by now
        QVERIFY(removed.isEmpty());
        QCOMPARE(ports(), u"1 2"_s);
        QVERIFY(at(0, Port).data(TableModel::GoneRole).toBool());
        QVERIFY(!at(1, Port).data(TableModel::GoneRole).toBool());
        QCOMPARE(text(0, State), u"up(1)"_s);
        QCOMPARE(text(0, Errors), u"10"_s); // its last value, and no rate
        QVERIFY(at(0, State).data(Qt::AccessibleTextRole).toString().contains(u"gone"));
        m_model->dismiss();
        QCOMPARE(ports(), u"2"_s);
        QCOMPARE(text(0, State), u"down(2)"_s);
        QCOMPARE(m_model->totalRows(), 1);
    }

    void aRowThatReturnsIsTheSameRowAndHasNoRateOverItsAbsence() {
        show({errors(1, 10), errors(2, 20)});
        show({errors(2, 20)});
        const QPersistentModelIndex first = at(0, Errors);
        show({errors(1, 500), errors(2, 25)});
        QCOMPARE(ports(), u"1 2"_s);
        QCOMPARE(first.row(), 0);
        QVERIFY(!at(0, Port).data(TableModel::GoneRole).toBool());
        QVERIFY(at(0, Port).data(TableModel::NewRole).toBool());
        QCOMPARE(text(0, Errors), u"500"_s);
        show({errors(1, 505), errors(2, 25)});
        QCOMPARE(text(0, Errors), u"1.0/s"_s);
    }

    void aDismissedRowMayReturnToo() {
        show({errors(1, 10), errors(2, 20), errors(3, 30)});
        show({errors(2, 20), errors(3, 30)});
        m_model->dismiss();
        show({errors(2, 25), errors(3, 35), errors(7, 1)}); // the place of 1 goes to 7
        QCOMPARE(ports(), u"2 3 7"_s);
        QCOMPARE(text(0, Errors), u"1.0/s"_s);
        QCOMPARE(text(2, Errors), u"1"_s);
        show({errors(1, 11), errors(2, 25), errors(3, 35), errors(7, 6)});
        QCOMPARE(ports(), u"1 2 3 7"_s);
        QCOMPARE(text(0, Errors), u"11"_s);
        QCOMPARE(text(3, Errors), u"1.0/s"_s);
    }

    void theNumberOfADismissedRowIsUsedAgain() {
        TableCells cells(TestEntryOid);
        cells.put(instance(5, 1), 0);
        cells.put(instance(5, 2), 1);
        cells.release(0);
        QCOMPARE(cells.rows(), 1);
        QVERIFY(cells.isReleased(0));
        QCOMPARE(cells.cell(0, 5), TableCells::Hole);
        QVERIFY(!cells.rowOf(instance(5, 1).mid(TestEntryOid.size() + 1)));
        QCOMPARE(cells.put(instance(5, 3), 2)->row, 0);
        QCOMPARE(cells.bound(), 2);
        // Nothing is left of the row that had it.
        show({errors(1, 100), errors(2, 0)});
        m_model->zero();
        show({errors(1, 200), errors(2, 0)});
        show({errors(2, 0)});
        m_model->dismiss();
        show({errors(2, 0), errors(3, 7)});
        QCOMPARE(text(1, Errors), u"+0  7"_s);
    }

    void newRowsAreMarkedAndStandAtTheirIndex() {
        show({errors(2, 1), errors(9, 1)});
        QVERIFY(!at(0, Port).data(TableModel::NewRole).toBool()); // all were there from the start
        show({errors(2, 1), errors(5, 1), errors(9, 1), errors(10, 1)});
        QCOMPARE(ports(), u"2 5 9 10"_s);
        QVERIFY(at(1, Port).data(TableModel::NewRole).toBool());
        QVERIFY(at(3, Port).data(TableModel::NewRole).toBool());
        QVERIFY(!at(2, Port).data(TableModel::NewRole).toBool());
        QVERIFY(at(1, Errors).data(Qt::AccessibleTextRole).toString().contains(u"new"));
        m_model->dismiss();
        QVERIFY(!at(1, Port).data(TableModel::NewRole).toBool());
        QCOMPARE(ports(), u"2 5 9 10"_s);
    }

    void againstATableThatWasCutShortNothingIsNew() {
        m_store->append({errors(1, 1)});
        m_model->show(m_readings({errors(1, 1), errors(2, 1)}), false);
        QCOMPARE(ports(), u"1 2"_s);
        QVERIFY(!at(1, Port).data(TableModel::NewRole).toBool());
    }

    void aColumnThatComesLaterIsSeen() {
        show({errors(1, 1)});
        const int columns = m_model->columnCount();
        show({errors(1, 1), {TestEntryOid + Oid{42, 1, 10, 0, 0, 1}, Value::counter32(5)}});
        QCOMPARE(m_model->columnCount(), columns + 1);
        show({errors(1, 1), {TestEntryOid + Oid{42, 1, 10, 0, 0, 1}, Value::counter32(10)}});
        QCOMPARE(text(0, columns), u"1.0/s"_s);
    }

    void sortsByRateWhenAskedAndNeverByItself() {
        show({errors(1, 1'000'000), errors(2, 0), errors(3, 0)});
        show({errors(1, 1'000'010), errors(2, 5000), errors(3, 500)});
        m_model->sort(Errors, Qt::DescendingOrder);
        QCOMPARE(ports(), u"2 3 1"_s);
        const QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
        show({errors(1, 9'000'010), errors(2, 5001), errors(3, 500), errors(4, 1)});
        QCOMPARE(ports(), u"2 3 1 4"_s);
        QVERIFY(layouts.isEmpty());
        m_model->sort(-1);
        QCOMPARE(ports(), u"1 2 3 4"_s);
    }

    void aFilterStaysAndLetsInWhatComesToPass() {
        show({state(1, 1), state(2, 2), state(3, 1)});
        m_model->setFilter(u"up"_s);
        QCOMPARE(ports(), u"1 3"_s);
        show({state(1, 2), state(2, 1), state(3, 1), state(4, 2)});
        QCOMPARE(ports(), u"1 2 3"_s); // what no longer passes stays under the eye
        m_model->setFilter(u"testErrors>100"_s);
        show({errors(1, 50), errors(2, 200)});
        QCOMPARE(ports(), u"2"_s); // by what it counted, not by its rate
    }

    void zeroShowsWhatWasCountedSinceBesideTheRate() {
        show({errors(1, 100), errors(2, 7)});
        m_model->zero();
        show({errors(1, 600), errors(2, 7)});
        QCOMPARE(text(0, Errors), u"+500  100/s"_s);
        QCOMPARE(text(1, Errors), u"+0  unmoved ×1"_s);
        // Past its end: more than 32 bits hold.
        for (const quint32 count : {1'500'000'000U, 3'000'000'000U, 4'200'000'000U, 1'000'000'000U})
            show({errors(1, count), errors(2, 7)});
        QCOMPARE(at(0, Errors).data().toString().section(u' ', 0, 0), u"+5294967196"_s); // 2^32 + 10^9 - 100
        m_model->zero();
        show({errors(1, 1'000'000'005), errors(2, 7)});
        QCOMPARE(text(0, Errors), u"+5  1.0/s"_s);
        m_model->forgetZero();
        QCOMPARE(text(0, Errors), u"1.0/s"_s);
    }

    void sinceZeroIsAtLeastSoMuchWhereTheCounterBeganAnew() {
        show({errors(1, 100), anew(1, 1)});
        m_model->zero();
        show({errors(1, 150), anew(1, 1)});
        show({errors(1, 10), anew(1, 2)});
        QCOMPARE(text(0, Errors), u"≥+50  began anew"_s);
        show({errors(1, 15), anew(1, 2)});
        QCOMPARE(text(0, Errors), u"≥+55  1.0/s"_s);
        QVERIFY(at(0, Errors).data(Qt::ToolTipRole).toString().contains(u"At least 55"));
    }

    void rowsAndColumnsOfZerosAreHidden() {
        m_store->append({state(1, 1), state(2, 1), errors(1, 0), errors(2, 3)});
        m_model->hideZeros(true);
        QCOMPARE(ports(), u"2"_s);
        QVERIFY(!m_model->isColumnZero(Errors));
        show({state(1, 1), state(2, 1), errors(1, 0), errors(2, 3)});
        QCOMPARE(ports(), u"2"_s);
        show({state(1, 1), state(2, 1), errors(1, 1), errors(2, 3)});
        QCOMPARE(ports(), u"1 2"_s); // it counts: it is back
        // After Zero it is what counted since.
        m_model->zero();
        QCOMPARE(ports(), QString());
        QVERIFY(m_model->isColumnZero(Errors));
        QVERIFY(!m_model->isColumnZero(State)); // an enumeration is no number
        show({state(1, 1), state(2, 1), errors(1, 1), errors(2, 9)});
        QCOMPARE(ports(), u"2"_s);
        QVERIFY(!m_model->isColumnZero(Errors));
        m_model->hideZeros(false);
        QCOMPARE(ports(), u"1 2"_s);
        QVERIFY(!m_model->isColumnZero(Errors));
    }

    void aRowWithoutCountersIsNotHidden() {
        m_store->append({state(1, 1), errors(2, 0)});
        m_model->hideZeros(true);
        QCOMPARE(ports(), u"1"_s);
        QVERIFY(m_model->isColumnZero(Errors));
    }

    void changesAreToldInOneLineEach() {
        QStringList told;
        connect(m_model.get(), &TableModel::changesTold, this, [&](const QStringList &lines) { told += lines; });
        m_store->append({state(1, 1), errors(1, 5), descr(2, "a"), errors(2, 5)});
        show({state(1, 2), errors(1, 6), descr(2, "b"), errors(2, 5)});
        const auto line = [&told](int at) { return told.value(at).mid(9); };
        QCOMPARE(told.size(), 2); // counters have their rates
        QVERIFY(QRegularExpression(u"^\\d\\d:\\d\\d:\\d\\d "_s).match(told.first()).hasMatch());
        told.sort();
        std::ranges::sort(told, {}, [](const QString &each) { return each.mid(9); });
        QCOMPARE(line(0), u"1 10.0.0.1 testState up -> down"_s);
        QCOMPARE(line(1), u"2 10.0.0.1 testDescr a -> b"_s);
        told.clear();
        show({descr(2, "b"), errors(2, 5), errors(3, 1)});
        QCOMPARE(told.size(), 2);
        QCOMPARE(line(0), u"1 10.0.0.1 row gone"_s);
        QCOMPARE(line(1), u"3 10.0.0.1 row new"_s);
    }

    void manyChangesAtOnceAreCounted() {
        QStringList told;
        connect(m_model.get(), &TableModel::changesTold, this, [&](const QStringList &lines) { told += lines; });
        VarBinds before;
        VarBinds after;
        for (Oid::Part port = 1; port <= 1500; ++port) {
            before += state(port, 1);
            after += state(port, 2);
        }
        show(before);
        show(after);
        QTRY_VERIFY(m_model->isSettled());
        QCOMPARE(told.size(), LiveTable::MostChanges + 1);
        QVERIFY2(told.last().contains(u"1000"), qPrintable(told.last()));
    }

    void rowsThatAreGoneAreNotKeptWithoutEnd() {
        VarBinds many;
        for (Oid::Part port = 1; port <= 3000; ++port)
            many += errors(port, 1);
        show(many);
        QTRY_VERIFY(m_model->isSettled());
        QCOMPARE(m_model->rowCount(), 3000);
        show({errors(5000, 1)});
        QTRY_VERIFY(m_model->isSettled());
        QCOMPARE(m_model->rowCount(), LiveTable::MostGone + 1);
        show({errors(6000, 1)});
        QTRY_VERIFY(m_model->isSettled());
        QCOMPARE(m_model->rowCount(), LiveTable::MostGone + 1);
        QVERIFY(ports().contains(u"5000"_s)); // the oldest are let go
        m_model->dismiss();
        QCOMPARE(ports(), u"6000"_s);
    }

    void aLibraryThatArrivesKeepsTheLatestValues() {
        m_store->append({errors(1, 1)});
        show({errors(1, 10)});
        show({errors(1, 20), errors(2, 5)});
        m_model->setLibrary(m_library.compiledAgain());
        QCOMPARE(text(0, Errors), u"20"_s);
        QCOMPARE(ports(), u"1 2"_s);
        show({errors(1, 25), errors(2, 5)});
        show({errors(1, 30), errors(2, 10)});
        QCOMPARE(text(0, Errors), u"1.0/s"_s);
    }

    void whatIsReadMeanwhileByOthersDoesNotDisturb() {
        m_store->append({state(1, 1)});
        show({state(1, 2)});
        m_store->append({state(1, 1)}); // read back after a SET
        QCOMPARE(text(0, State), u"down(2)"_s);
        QVERIFY(m_model->isSettled());
    }

    void nothingJumpsUnderTheEye() {
        ResultStore store;
        TableResult result(store, Table);
        result.setLibrary(m_library.get());
        VarBinds cells;
        for (Oid::Part port = 1; port <= 99; ++port)
            cells += {descr(port, "a text of some length"), state(port, 1), errors(port, port)};
        store.append(cells);
        result.resize(420, 300);
        result.show();
        QVERIFY(QTest::qWaitForWindowExposed(&result));
        auto *view = result.findChild<PinnedTable *>();
        TableModel &model = result.model();
        view->setCurrentIndex(model.index(60, Errors));
        view->scrollTo(model.index(60, Errors), QAbstractItemView::PositionAtCenter);
        const int down = view->verticalScrollBar()->value();
        const int across = view->horizontalScrollBar()->value();
        const int width = view->columnWidth(Errors);
        QVERIFY(down > 0);
        Readings readings;
        model.show(readings(cells), true);
        for (VarBind &cell : cells) {
            if (cell.value.type() == Value::Type::Counter32)
                cell.value = Value::counter32(quint32(cell.value.toUnsigned()) + 4'000'000);
        }
        cells.remove(cells.size() - 30, 3); // a row goes
        model.show(readings(cells), true);
        cells += errors(100, 1);
        model.show(readings(cells), true);
        QTRY_VERIFY(model.isSettled());
        QCOMPARE(view->currentIndex().row(), 60);
        QCOMPARE(view->currentIndex().column(), int(Errors));
        QVERIFY(view->selectionModel()->isSelected(model.index(60, Errors)));
        QCOMPARE(view->verticalScrollBar()->value(), down);
        QCOMPARE(view->horizontalScrollBar()->value(), across);
        QCOMPARE(view->columnWidth(Errors), width);
    }

    void countersHaveRoomForWhatTheyShow() {
        ResultStore store;
        TableResult result(store, Table);
        result.setLibrary(m_library.get());
        store.append({state(1, 1), errors(1, 1)});
        result.resize(900, 300);
        result.show();
        QVERIFY(QTest::qWaitForWindowExposed(&result));
        const auto *view = result.findChild<PinnedTable *>();
        const auto fits = [&](const QString &text) {
            return view->columnWidth(Errors) >= view->fontMetrics().horizontalAdvance(text) + 6;
        };
        Readings readings;
        result.model().show(readings({state(1, 1), errors(1, 1)}), true);
        QVERIFY(fits(u"unmoved ×99+"_s));
        result.model().zero();
        QVERIFY(fits(u"+4294967295  4294967/s"_s));
    }

    void theCountOfWhatDoesNotMoveStaysShort() {
        for (int reading = 0; reading <= 120; ++reading)
            show({errors(1, 7)});
        QCOMPARE(text(0, Errors), u"unmoved ×99+"_s);
        QVERIFY(at(0, Errors).data(Qt::ToolTipRole).toString().contains(u"120 readings"));
    }

    void onlyCellsThatFadeAreRepainted() {
        ResultStore store;
        TableResult result(store, Table);
        result.setLibrary(m_library.get());
        VarBinds cells;
        for (Oid::Part port = 1; port <= 50; ++port)
            cells += state(port, 1);
        store.append(cells);
        result.resize(600, 300);
        result.show();
        QVERIFY(QTest::qWaitForWindowExposed(&result));
        Readings readings;
        cells[1] = state(2, 2);
        result.model().show(readings(cells), true);
        QTest::qWait(50);
        Painted painted(*result.findChild<PinnedTable *>()->viewport());
        QTest::qWait(500);
        QVERIFY2(painted.times >= 2 && painted.times <= 8, qPrintable(QString::number(painted.times)));
        const QRect row = result.findChild<PinnedTable *>()->visualRect(result.model().index(1, State));
        QVERIFY2(row.contains(painted.area.boundingRect()), "more than the cell that changed");
        QTest::qWait(3'200);
        const int times = painted.times;
        QTest::qWait(400);
        QCOMPARE(painted.times, times); // and then no more
    }

    void theLogIsCopiedAndSaysWhatItNoLongerKeeps() {
        ChangeLog log;
        QStringList lines;
        for (int i = 1; i <= ChangeLog::MostLines; ++i)
            lines << u"line %1"_s.arg(i);
        log.add(lines);
        auto *said = log.findChild<QLabel *>();
        QCOMPARE(said->text(), u"2,000 changes"_s);
        log.add({u"one"_s, u"two"_s, u"three"_s});
        QCOMPARE(said->text(), u"2,003 changes; the oldest 3 are no longer kept"_s);
        log.copy();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"line 4\n"));
        QVERIFY(copied.endsWith(u"\nthree"));
    }

    void aReadingThatComesWhileAnotherIsTakenIsNotForgotten() {
        m_tester.reset(); // it looks at every cell
        const auto first = m_readings(manyCells(1));
        const auto second = m_readings(manyCells(2));
        const auto third = m_readings(manyCells(3));
        m_model->show(first, true);
        m_model->show(second, true);
        m_model->show(third, true); // the second is passed over
        QVERIFY(!m_model->isSettled());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        QCOMPARE(m_model->live()->readings(), 2);
        QCOMPARE(m_model->live()->reading(), third);
    }

    void whatIsAskedWhileAReadingIsTakenIsDoneAfterIt() {
        m_tester.reset();
        const auto first = m_readings(manyCells(1));
        const auto second = m_readings(manyCells(2));
        m_model->show(first, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        m_model->show(second, true);
        m_model->zero();
        m_model->dismiss();
        QVERIFY(!m_model->live()->zeroed());
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        QVERIFY(m_model->live()->zeroed());
        QCOMPARE(m_model->live()->since(0, 100)->counted, 0U);
    }

    void aLargeTableNeverHoldsUpTheWindow() {
        const VarBinds first = manyCells(1);
        const VarBinds second = manyCells(2);
        m_tester.reset(); // it looks at every cell
        m_model->show(m_readings(first), true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        const auto next = m_readings(second);
        const auto empty = m_readings({});
        const Ticker ticker;
        m_model->show(next, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        QCOMPARE(m_model->rowCount(), 10'000);
        m_model->show(empty, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), 30'000);
        QVERIFY2(ticker.longestBusy() < 40, qPrintable(QString::number(ticker.longestBusy())));
    }

private:
    class Painted final : public QObject {
    public:
        explicit Painted(QWidget &widget) { widget.installEventFilter(this); }
        bool eventFilter(QObject *, QEvent *event) override {
            if (event->type() == QEvent::Paint) {
                ++times;
                area += static_cast<QPaintEvent *>(event)->region();
            }
            return false;
        }
        int times = 0;
        QRegion area;
    };

    void show(const VarBinds &cells, std::chrono::milliseconds later = 5s) {
        m_model->show(m_readings(cells, later), true);
    }
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QString text(int row, int column) const { return at(row, column).data().toString(); }
    QString ports() const {
        QStringList found;
        for (int row = 0; row < m_model->rowCount(); ++row)
            found << text(row, Port);
        return found.join(u' ');
    }
    static VarBinds manyCells(quint32 step) {
        VarBinds cells;
        for (Oid::Part column = 100; column < 110; ++column) {
            for (Oid::Part row = 0; row < 10'000; ++row)
                cells.append({TestEntryOid + Oid{column, row / 100, 10, 0, 0, row % 100},
                    Value::counter32((row + column) * step)});
        }
        return cells;
    }

    TestLibrary m_library;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<TableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Readings m_readings;
};

QTEST_MAIN(TestLiveTable)
#include "tst_livetable.moc"
