// SPDX-License-Identifier: GPL-3.0-or-later
#include "livetabletest.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

constexpr int Patience = 30'000; // a loaded machine is slow, not wrong

/// A table that was read again marks what is another than in the run before, and shows what is gone.
class TestTableRuns : public LiveTableTest {
    Q_OBJECT

private slots:
    void init() {
        makeModel();
        m_before = std::make_unique<ResultStore>();
        // By rows, as tables come: neither run ascends.
        m_before->append({descr(1, "one"), state(1, 1), errors(1, 7), descr(2, "two"), state(2, 1), errors(2, 0),
            descr(3, "three"), state(3, 1), errors(3, 5)});
        m_store->append({descr(1, "one"), state(1, 2), errors(1, 7), descr(3, "three"), state(3, 1), descr(4, "four"),
            state(4, 1), errors(4, 9), {instance(5, 5), Value::counter32(1)}});
        QVERIFY(!m_before->isAscending());
    }
    void cleanup() {
        dropModel();
        m_before.reset();
    }

    void marksCellsAndRowsAndKeepsWhatIsGone() {
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(ports(), u"1 3 4 5"_s);
        compare();
        QCOMPARE(ports(), u"1 2 3 4 5"_s);
        const auto is = [this](int row, int column, int role) { return m_model->index(row, column).data(role); };
        QVERIFY(is(0, State, Qt::BackgroundRole).isValid());
        QVERIFY(!is(0, Descr, Qt::BackgroundRole).isValid());
        QVERIFY2(is(0, State, Qt::ToolTipRole).toString().contains(u"was up(1)"),
            qPrintable(is(0, State, Qt::ToolTipRole).toString()));
        QVERIFY(is(1, Port, TableModel::GoneRole).toBool());
        QCOMPARE(is(1, Descr, Qt::DisplayRole).toString(), u"two"_s);
        QVERIFY(is(3, Port, TableModel::NewRole).toBool());
        QVERIFY(!is(0, Port, TableModel::NewRole).toBool());
        QCOMPARE(m_model->goneRows(), 1);
    }

    void filtersByWhatIsChangedNewOrGone() {
        m_model->setFilter(u"is:gone"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(ports(), QString()); // nothing is known yet
        compare();
        QCOMPARE(ports(), u"2"_s);
        QCOMPARE(left(u"is:changed"_s), u"1 3"_s); // of 3 a cell is gone
        QCOMPARE(left(u"IS:New"_s), u"4 5"_s);
        QCOMPARE(left(u"is:new four"_s), u"4"_s);
        QCOMPARE(left(u"-is:gone"_s), u"1 3 4 5"_s);
        QCOMPARE(left(u"is:chan"_s), u"1 2 3 4 5"_s); // still being typed
        QCOMPARE(left({}), u"1 2 3 4 5"_s);
    }

    void whatIsGoneGoesWhenTheTableComesAlive() {
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        compare();
        m_model->show(m_readings({descr(1, "one"), state(1, 1), errors(1, 9), descr(4, "four"), state(4, 1)}), true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(m_model->goneRows(), 2); // 3 and 5, by the reading
        QVERIFY(!m_model->index(0, State).data(Qt::BackgroundRole).isValid());
        QCOMPARE(left(u"is:gone"_s), u"3 5"_s);
        QCOMPARE(left(u"is:changed"_s), u"1"_s);
        m_model->show(m_readings({descr(1, "one"), state(1, 1), errors(1, 99), descr(4, "four"), state(4, 1),
                          descr(6, "six"), state(6, 2)}),
            true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
        QCOMPARE(left(u"is:new"_s), u"6"_s);
        QCOMPARE(left(u"is:changed"_s), QString()); // a counter that runs is no change
    }

private:
    void compare() {
        auto difference
            = RunDifference::between(ResultSnapshot(*m_before), ResultSnapshot(*m_store), std::atomic<bool>(false));
        QVERIFY(difference);
        m_model->compare(std::make_shared<const RunDifference>(*std::move(difference)), *m_before);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience);
    }
    QString left(const QString &filter) {
        m_model->setFilter(filter);
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), Patience); }();
        return ports();
    }
    std::unique_ptr<ResultStore> m_before;
};

QTEST_MAIN(TestTableRuns)
#include "tst_tableruns.moc"
