// SPDX-License-Identifier: GPL-3.0-or-later
#include "livetabletest.h"

#include <QSignalSpy>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What a live table makes of its counters.
class TestLiveRates : public LiveTableTest {
    Q_OBJECT

private slots:
    void init() { makeModel(); }
    void cleanup() { dropModel(); }

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

    void aColumnOfZerosIsBackWithItsFirstCount() {
        m_model->hideZeros(true);
        m_store->append({state(1, 1), errors(1, 0)});
        QVERIFY(m_model->isColumnZero(Errors));
        const QSignalSpy known(m_model.get(), &TableModel::zerosKnown);
        m_store->append({state(2, 1), errors(2, 4)});
        QCOMPARE(known.size(), 1);
        QVERIFY(!m_model->isColumnZero(Errors));
    }

    void aRowWithoutCountersIsNotHidden() {
        m_store->append({state(1, 1), errors(2, 0)});
        m_model->hideZeros(true);
        QCOMPARE(ports(), u"1"_s);
        QVERIFY(m_model->isColumnZero(Errors));
    }

    void theCountOfWhatDoesNotMoveStaysShort() {
        for (int reading = 0; reading <= 120; ++reading)
            show({errors(1, 7)});
        QCOMPARE(text(0, Errors), u"unmoved ×99+"_s);
        QVERIFY(at(0, Errors).data(Qt::ToolTipRole).toString().contains(u"120 readings"));
    }
};

QTEST_MAIN(TestLiveRates)
#include "tst_liverates.moc"
