// SPDX-License-Identifier: GPL-3.0-or-later
#include "livetabletest.h"
#include "tests/support/waiting.h"
#include "ui/table/changelog.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tableresult.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPaintEvent>
#include <QScrollBar>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A live table under the eye: nothing jumps, little is painted, nothing waits.
class TestLiveView : public LiveTableTest {
    Q_OBJECT

private slots:
    void init() { makeModel(); }
    void cleanup() { dropModel(); }

    void nothingJumpsUnderTheEye() {
        ResultStore store;
        TableResult result(store, LiveTableOid);
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
        TableResult result(store, LiveTableOid);
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

    void onlyCellsThatFadeAreRepainted() {
        ResultStore store;
        TableResult result(store, LiveTableOid);
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
        QVERIFY2(ticker.longestBusy() < 40 * Slowdown, qPrintable(QString::number(ticker.longestBusy())));
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

    static VarBinds manyCells(quint32 step) {
        VarBinds cells;
        for (Oid::Part column = 100; column < 110; ++column) {
            for (Oid::Part row = 0; row < 10'000; ++row)
                cells.append({TestEntryOid + Oid{column, row / 100, 10, 0, 0, row % 100},
                    Value::counter32((row + column) * step)});
        }
        return cells;
    }
};

QTEST_MAIN(TestLiveView)
#include "tst_liveview.moc"
