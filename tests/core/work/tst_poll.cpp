// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/poll.h"

#include "core/sim/demo.h"
#include "core/sim/responder.h"
#include "core/work/query.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Reading = std::shared_ptr<const PollReading>;

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
const Oid ifCounterDiscontinuityTime = ifXEntry + 19U;
const Oid sysUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};

} // namespace

/// A table read every so often.
class TestPoll final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_library = madeLibrary()); }

    void init() {
        m_agent = std::make_unique<FakeAgent>(m_engine);
        m_agent->addTable(ifEntry, 3, 4);
        m_agent->objects.insert(sysUpTime, Value::timeTicks(100'000));
        m_connection = connectionTo(m_agent->endpoint());
        m_readings.clear();
        m_missed.clear();
    }

    void readsTheTableAndTheDevicesClockEveryTime() {
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 1, 5'000);
        m_agent->objects.insert(sysUpTime, Value::timeTicks(100'103));
        m_agent->objects.insert(ifEntry + Oid{3, 2}, Value::integer(77));
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        QCOMPARE(m_readings[0]->store.size(), 12);
        QCOMPARE(m_readings[1]->store.size(), 12);
        QCOMPARE(m_readings[0]->time.upTime, 100'000U);
        QCOMPARE(m_readings[1]->time.upTime, 100'103U);
        QCOMPARE(valueAt(*m_readings[0], ifEntry + Oid{3, 2}), Value::integer(3002));
        QCOMPARE(valueAt(*m_readings[1], ifEntry + Oid{3, 2}), Value::integer(77));
        QVERIFY(m_readings[1]->time.at - m_readings[0]->time.at >= 900ms);
        QVERIFY(m_missed.isEmpty());
        QVERIFY(!poll->ending());
    }

    void theDiscontinuityOfAnInterfaceIsReadWithIt() {
        m_agent->objects.insert(ifCounterDiscontinuityTime + 2U, Value::timeTicks(5));
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 1, 5'000);
        QCOMPARE(m_readings[0]->discontinuity, ifCounterDiscontinuityTime);
        QCOMPARE(valueAt(*m_readings[0], ifCounterDiscontinuityTime + 2U), Value::timeTicks(5));
        QCOMPARE(m_readings[0]->store.size(), 13);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        QCOMPARE(m_readings[1]->store.size(), 13); // and every time
    }

    void whatTheDeviceDoesNotHaveIsAskedForOnce() {
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 1, 5'000);
        QVERIFY(m_agent->questionsFor(ifXEntry) > 0);
        m_agent->asked.clear();
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        QCOMPARE(m_agent->questionsFor(ifXEntry), 0);
        QCOMPARE(m_readings[1]->store.size(), 12);
    }

    void aReadingThatTakesLongerThanItsIntervalDelaysTheNext() {
        m_agent->setHabit(FakeAgent::Late, 150);
        m_connection = connectionTo(m_agent->endpoint(), {2s, 1});
        Query some = query();
        some.maxRepetitions = 1; // one row an answer: longer than a second in all
        some.window = 1;
        m_agent->addTable(ifEntry, 3, 12);
        const auto poll = begin(1s, some);
        QTRY_VERIFY_WITH_TIMEOUT(m_readings.size() >= 3, 20'000);
        for (const Reading &reading : std::as_const(m_readings))
            QCOMPARE(reading->store.size(), 36);
        const auto first = m_readings[1]->time.at - m_readings[0]->time.at;
        QVERIFY(first > 1500ms);
        QCOMPARE(upTimesAskedWithinOneAnother(), 0);
    }

    void aCycleWithoutAnAnswerIsToldAndTheNextOneTried() {
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 1, 5'000);
        m_agent->setHabit(FakeAgent::Silent);
        QTRY_COMPARE_WITH_TIMEOUT(m_missed.size(), 2, 10'000);
        QCOMPARE(m_missed.first(), Ending::Timeout);
        QCOMPARE(m_readings.size(), 1);
        m_agent->setHabit(FakeAgent::Honest);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 10'000);
        QVERIFY(!poll->ending());
    }

    void aDeviceWithoutAClockIsReadAllTheSame_data() {
        QTest::addColumn<Version>("version");
        QTest::newRow("v1") << Version::V1;
        QTest::newRow("v2c") << Version::V2c;
    }
    void aDeviceWithoutAClockIsReadAllTheSame() {
        QFETCH(const Version, version);
        m_agent->objects.remove(sysUpTime);
        m_connection = connectionTo(m_agent->endpoint(), {200ms, 1}, version);
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        QVERIFY(!m_readings[0]->time.upTime);
        QCOMPARE(m_readings[1]->store.size(), 12);
        QCOMPARE(m_agent->questionsFor(sysUpTime), 1); // not again and again
    }

    void cancelEndsItOnceAndNothingIsAskedAnyMore() {
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 1, 5'000);
        const QSignalSpy finished(poll.get(), &Operation::finished);
        poll->cancel();
        QVERIFY(!poll->ending()); // queued
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(poll->ending(), Ending::Cancelled);
        const int asked = m_agent->questions;
        QTest::qWait(1300); // longer than an interval
        QCOMPARE(m_agent->questions, asked);
        QCOMPARE(finished.size(), 1);
    }

    void cancelWhileAReadingRunsEndsIt() {
        m_agent->setHabit(FakeAgent::Silent);
        const auto poll = begin(1s);
        const QSignalSpy finished(poll.get(), &Operation::finished);
        QTRY_VERIFY_WITH_TIMEOUT(m_agent->questions > 0, 5'000);
        poll->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(poll->ending(), Ending::Cancelled);
        QVERIFY(m_missed.isEmpty());
    }

    void itEndsClosedWithItsConnection_data() {
        QTest::addColumn<bool>("silent");
        QTest::newRow("between readings") << false;
        QTest::newRow("while one runs") << true;
    }
    void itEndsClosedWithItsConnection() {
        QFETCH(const bool, silent);
        if (silent)
            m_agent->setHabit(FakeAgent::Silent);
        const auto poll = begin(1s);
        const QSignalSpy finished(poll.get(), &Operation::finished);
        QTRY_VERIFY_WITH_TIMEOUT(silent ? m_agent->questions > 0 : m_readings.size() == 1, 5'000);
        m_connection.reset();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(poll->ending(), Ending::Closed);
        QCOMPARE(poll->failure()->kind(), Failure::Kind::Closed);
    }

    void anySlotMayDeleteIt() {
        for (const bool silent : {false, true}) {
            m_agent->setHabit(silent ? FakeAgent::Silent : FakeAgent::Honest);
            auto poll = begin(1s);
            bool told = false;
            const auto drop = [&] {
                told = true;
                poll.reset();
            };
            connect(poll.get(), &Poll::read, this, drop);
            connect(poll.get(), &Poll::missed, this, drop);
            QTRY_VERIFY_WITH_TIMEOUT(told, 5'000);
        }
    }

    void noIntervalIsShorterThanASecond() {
        const auto poll = begin(10ms);
        QCOMPARE(poll->interval(), 1000ms);
        poll->setInterval(0ms);
        QCOMPARE(poll->interval(), 1000ms);
        poll->setInterval(7s);
        QCOMPARE(poll->interval(), 7000ms);
    }

    void theFirstRateIsNotWaitedForLong() {
        const auto poll = begin(60s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        QVERIFY(m_readings[1]->time.at - m_readings[0]->time.at >= 900ms);
        const int asked = m_agent->questions;
        QTest::qWait(1500);
        QCOMPARE(m_agent->questions, asked);
    }

    void anotherIntervalHoldsAtOnce() {
        const auto poll = begin(60s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 5'000);
        poll->setInterval(2s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 3, 5'000);
        const auto apart = m_readings[2]->time.at - m_readings[1]->time.at;
        QVERIFY(apart >= 1900ms && apart < 4s);
    }

    void onlyATableCanBePolled() {
        Query system = query();
        system.objects = {u"system"_s};
        QVERIFY(!system.poll(*m_connection, *m_library, 1s));
        system.objects = {u"nowhere"_s};
        QVERIFY(!system.poll(*m_connection, *m_library, 1s));
    }

    void theDemosCountersMove() {
        Responder demo(m_engine, makeDemoDevice(), {Secret("public"), {}, {}});
        QVERIFY(!demo.listen(QHostAddress::LocalHost, 0));
        m_connection = connectionTo({Endpoint::Transport::Udp, true, u"127.0.0.1"_s, demo.port()});
        const auto poll = begin(1s);
        QTRY_COMPARE_WITH_TIMEOUT(m_readings.size(), 2, 10'000);
        QCOMPARE(m_readings[0]->store.size(), m_readings[1]->store.size());
        int moved = 0;
        for (int row = 0; row < m_readings[0]->store.size(); ++row) {
            const VarBind before = m_readings[0]->store.at(row);
            const VarBind now{before.oid, valueAt(*m_readings[1], before.oid)};
            if (before.value.type() != Value::Type::Counter32 || before.value == now.value)
                continue;
            const auto rate = CounterRate::between(CounterReading{before.value, m_readings[0]->time, {}},
                CounterReading{now.value, m_readings[1]->time, {}}, CounterRate::Kind::Bits32);
            QVERIFY2(rate.isKnown() && rate.perSecond() > 0, qPrintable(before.oid.toString()));
            ++moved;
        }
        QVERIFY(moved > 50);
    }

private:
    static Query query() {
        Query query;
        query.verb = Verb::Table;
        query.objects = {u"ifTable"_s};
        return query;
    }

    std::unique_ptr<Connection> connectionTo(
        const Endpoint &endpoint, Bounds bounds = {200ms, 1}, Version version = Version::V2c) {
        Device device;
        device.endpoint = endpoint;
        device.bounds = bounds;
        device.version = version;
        auto connection = Connection::open(m_engine, device, {Secret("public"), {}, {}, {}});
        return connection ? *std::move(connection) : nullptr;
    }

    std::unique_ptr<Poll> begin(std::chrono::milliseconds interval, const Query &query = TestPoll::query()) {
        auto poll = query.poll(*m_connection, *m_library, interval);
        if (!poll)
            qFatal("%s", qPrintable(poll.failure().text()));
        connect(poll->get(), &Poll::read, this, [this](const Reading &reading) { m_readings += reading; });
        connect(poll->get(), &Poll::missed, this, [this](Ending ending) { m_missed += ending; });
        return *std::move(poll);
    }

    static Value valueAt(const PollReading &reading, const Oid &oid) {
        for (int row = 0; row < reading.store.size(); ++row) {
            if (reading.store.oidAt(row) == oid)
                return reading.store.at(row).value;
        }
        return {};
    }

    // How often the clock was asked for between the first and the last column of a reading.
    [[nodiscard]] int upTimesAskedWithinOneAnother() const {
        int within = 0;
        Oid last;
        for (const Message &message : m_agent->asked) {
            const bool isClock = message.varBinds.first().oid == sysUpTime;
            if (isClock && !last.isEmpty() && last.last() != 12)
                ++within;
            last = isClock ? Oid() : message.varBinds.last().oid;
        }
        return within;
    }

    Engine m_engine;
    Library::Pointer m_library;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<Connection> m_connection;
    QList<Reading> m_readings;
    QList<Ending> m_missed;
};

QTEST_GUILESS_MAIN(TestPoll)
#include "tst_poll.moc"
