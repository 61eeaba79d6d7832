// SPDX-License-Identifier: GPL-3.0-or-later
#include "livetabletest.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Rows of a live table: which come and go, what is told of them.
class TestLiveRows : public LiveTableTest {
    Q_OBJECT

private slots:
    void init() { makeModel(); }
    void cleanup() { dropModel(); }

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
        ResultStore store;
        for (const Oid::Part row : {1U, 2U, 3U})
            store.append({{instance(5, row), Value::counter32(row)}});
        cells.put(store, 0);
        cells.put(store, 1);
        cells.release(0);
        QCOMPARE(cells.rows(), 1);
        QVERIFY(cells.isReleased(0));
        QCOMPARE(cells.cell(0, 5), TableCells::Hole);
        QVERIFY(!cells.rowOf(instance(5, 1).mid(TestEntryOid.size() + 1)));
        QCOMPARE(cells.put(store, 2)->row, 0);
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
};

QTEST_MAIN(TestLiveRows)
#include "tst_liverows.moc"
