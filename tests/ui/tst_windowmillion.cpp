// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultstore.h"
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int Rows = 200'000;
constexpr qint64 LongestGap = 1000;
#elif defined(__OPTIMIZE__)
constexpr int Rows = 1'000'000;
constexpr qint64 LongestGap = 100;
#else
constexpr int Rows = 200'000;
constexpr qint64 LongestGap = 500;
#endif
constexpr int Batch = 500; // varbinds, of a few answers
constexpr int Patience = 120'000; // a loaded machine is slow, not wrong

} // namespace

/// A result of a million varbinds in the list, as the window has it: nothing that a person does with it holds up the
/// event loop.
class TestWindowMillion : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = madeLibrary();
        m_model = std::make_unique<ResultModel>(m_store, Describe(m_library));
        m_list = std::make_unique<ResultList>();
        m_list->resize(1000, 700);
        m_list->showModel(m_model.get());
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    }
    void cleanupTestCase() {
        m_list.reset();
        m_model.reset();
    }

    void init() { m_ticker = std::make_unique<Ticker>(); }
    void cleanup() {
        const qint64 gap = m_ticker->longestGap();
        const qint64 busy = m_ticker->longestBusy();
        m_ticker.reset();
        qInfo().noquote() << u"%1 rows: the loop was busy for %2 ms at most, its longest gap %3 ms"_s
                                 .arg(m_store.size())
                                 .arg(busy)
                                 .arg(gap);
        QVERIFY2(busy < LongestGap, qPrintable(u"the loop stood still for %1 ms"_s.arg(busy)));
    }

    void batchesArrive() {
        QTimer arriving;
        QEventLoop loop;
        connect(&arriving, &QTimer::timeout, this, [&] {
            if (m_store.size() >= Rows)
                loop.quit();
            else
                m_store.append(batch(m_store.size()));
        });
        arriving.start(0);
        loop.exec();
        m_model->addNote(u"End"_s, false);
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), Rows + 1, Patience);
    }

    void itIsScrolledToTheEnd() {
        m_list->scrollToBottom();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_list->verticalScrollBar()->value(), m_list->verticalScrollBar()->maximum(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_list->indexAt(QPoint(5, m_list->viewport()->height() - 30)).row() > Rows - 60, Patience);
        for (int step = 0; step < 20; ++step) {
            m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum() / 20 * step);
            turn();
        }
    }

    void itIsFiltered() {
        filter(u"port-77"_s);
        QVERIFY(m_model->shown() > 100);
        QVERIFY(m_model->shown() < Rows / 2);
    }

    void theFilterIsCleared() {
        filter({});
        QCOMPARE(m_model->shown(), Rows);
    }

    void itIsSortedByValue() {
        sort(ResultModel::ValueText, Qt::AscendingOrder);
        QCOMPARE(m_model->sortColumn(), int(ResultModel::ValueText));
        QVERIFY(valueAt(0).isInteger());
        QVERIFY(valueAt(0).toUnsigned() <= valueAt(1).toUnsigned());
        QVERIFY(valueAt(Rows - 1).isOctets());
        QVERIFY(m_model->isNote(m_model->index(Rows, 0)));
        QCOMPARE(m_list->columnSpan(Rows, 0), int(ResultModel::ColumnCount));
    }

    void itIsFilteredWhileSorted() {
        filter(u"type:OCTET -port-7"_s);
        filter(u"port-7"_s);
        filter({});
        QCOMPARE(m_model->shown(), Rows);
    }

    void itIsSortedByName() { sort(ResultModel::Name, Qt::DescendingOrder); }

    void itReturnsToTheOrderOfArrival() {
        sort(-1, Qt::AscendingOrder);
        QCOMPARE(m_model->varBindAt(m_model->index(0, 0))->oid, m_store.oidAt(0));
    }

    void itIsCopiedAndLeftByTheKeys() {
        QTest::keyClick(m_list.get(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(m_list.get(), Qt::Key_PageUp);
        QTest::keyClick(m_list.get(), Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(m_list.get(), Qt::Key_Home, Qt::ControlModifier);
        turn();
    }

private:
    static void turn() {
        QEventLoop loop;
        QTimer::singleShot(0, &loop, &QEventLoop::quit);
        loop.exec();
    }

    // A table by columns, as a walk brings it: a number, a counter and a text for each row.
    static VarBinds batch(int from) {
        static const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
        static constexpr std::array<Oid::Part, 4> columns = {2, 5, 10, 16};
        constexpr int rowsOfColumn = Rows / int(columns.size());
        VarBinds varBinds;
        varBinds.reserve(Batch);
        for (int i = from; i < qMin(from + Batch, Rows); ++i) {
            const int row = i % rowsOfColumn;
            const Oid::Part column = columns.at(size_t(i / rowsOfColumn));
            const auto number = quint32(row) * 2654435761U;
            varBinds.append({entry + column + Oid::Part(row + 1),
                column == 2       ? Value::octets("port-" + QByteArray::number(number % 1000))
                    : column == 5 ? Value::gauge32(number)
                                  : Value::counter32(number)});
        }
        return varBinds;
    }

    void filter(const QString &text) {
        QSignalSpy sorted(m_model.get(), &ResultModel::sorted);
        QSignalSpy caughtUp(m_model.get(), &ResultModel::caughtUp);
        const bool sorts = m_model->sortColumn() >= 0;
        m_model->setFilter(ResultFilter::parse(text));
        QVERIFY(!caughtUp.isEmpty() || caughtUp.wait(Patience));
        QVERIFY(!sorts || !sorted.isEmpty() || sorted.wait(Patience));
        turn();
    }

    void sort(int column, Qt::SortOrder order) {
        QSignalSpy sorted(m_model.get(), &ResultModel::sorted);
        m_list->horizontalHeader()->setSortIndicator(column, order);
        QVERIFY(!sorted.isEmpty() || sorted.wait(Patience));
        turn();
    }

    [[nodiscard]] Value valueAt(int row) const { return m_model->varBindAt(m_model->index(row, 0))->value; }

    Library::Pointer m_library;
    ResultStore m_store;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultList> m_list;
    std::unique_ptr<Ticker> m_ticker;
};

QTEST_MAIN(TestWindowMillion)
#include "tst_windowmillion.moc"
