// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/counterrate.h"

#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = CounterRate::Kind;
using Outcome = CounterRate::Outcome;

constexpr quint32 Top32 = 0xffff'ffffU;
constexpr quint64 Top64 = ~quint64(0);

ReadTime at(std::chrono::milliseconds ours, std::optional<quint32> upTime = {}) {
    return {Monotonic::time_point(ours), upTime};
}

CounterReading c32(quint32 value, const ReadTime &time, std::optional<quint32> discontinuity = {}) {
    return {Value::counter32(value), time, discontinuity};
}

CounterReading c64(quint64 value, const ReadTime &time) { return {Value::counter64(value), time, {}}; }

CounterRate rate32(const CounterReading &then, const CounterReading &now, std::optional<double> ceiling = {}) {
    return CounterRate::between(then, now, Kind::Bits32, ceiling);
}

CounterRate rate64(const CounterReading &then, const CounterReading &now) {
    return CounterRate::between(then, now, Kind::Bits64);
}

} // namespace

/// Every expectation is worked out by hand.
class TestCounterRate final : public QObject {
    Q_OBJECT

private slots:
    void whatWasCountedIsDividedByTheDevicesOwnSeconds() {
        // 1000 in the 4 s that the device saw, though the answer took us 5.
        const CounterRate rate = rate32(c32(500, at(10s, 10'000)), c32(1500, at(15s, 10'400)));
        QVERIFY(rate.isKnown());
        QCOMPARE(rate.counted(), 1000U);
        QCOMPARE(rate.seconds(), 4.0);
        QCOMPARE(rate.perSecond(), 250.0);
        QVERIFY(!rate.hasWrapped());
        QVERIFY(rate.reason().isEmpty());
    }

    void withoutTheDevicesClockOursIsTaken() {
        QCOMPARE(rate32(c32(0, at(10s)), c32(1000, at(12500ms))).perSecond(), 400.0);
        QCOMPARE(rate32(c32(0, at(10s, 77)), c32(1000, at(12500ms))).perSecond(), 400.0);
        // Nor is a clock that stands still divided by.
        QCOMPARE(rate32(c32(0, at(10s, 77)), c32(1000, at(15s, 77))).perSecond(), 200.0);
    }

    void theFirstReadingHasNoRate() {
        const CounterRate rate = CounterRate::between({}, c32(7, at(1s, 100)), Kind::Bits32);
        QCOMPARE(rate.outcome(), Outcome::First);
        QCOMPARE(rate.perSecond(), 0.0);
        QVERIFY(!rate.reason().isEmpty());
    }

    void aCounterOf32BitsWraps() {
        // 2^32 - 100 to 400: 100 up to 0 and 400 on, in 5 s.
        const CounterRate rate = rate32(c32(Top32 - 99, at(0s, 1000)), c32(400, at(5s, 1500)));
        QVERIFY(rate.isKnown());
        QVERIFY(rate.hasWrapped());
        QCOMPARE(rate.counted(), 500U);
        QCOMPARE(rate.perSecond(), 100.0);
    }

    void aStepBackOfMoreThanHalfTheWayIsNoWrap() {
        // From 1,000,000 to 5 it is 4,293,967,301 the way round.
        const CounterRate rate = rate32(c32(1'000'000, at(0s, 1000)), c32(5, at(5s, 1500)));
        QCOMPARE(rate.outcome(), Outcome::Discontinuity);
        QCOMPARE(rate.perSecond(), 0.0);
        // 2^31 the way round is too far, one less is not.
        QCOMPARE(rate32(c32(0x8000'0000U, at(0s)), c32(0, at(5s))).outcome(), Outcome::Discontinuity);
        QCOMPARE(rate32(c32(0x8000'0001U, at(0s)), c32(0, at(5s))).counted(), 0x7fff'ffffU);
    }

    void aWrapThatTheLineCannotCarryIsNone() {
        // 100 Mbit/s are 12,500,000 octets a second: 62,500,000 in 5 s. From 4,200,000,000 to 5 it is 94,967,301.
        const CounterReading then = c32(4'200'000'000U, at(0s, 1000));
        const CounterReading now = c32(5, at(5s, 1500));
        QCOMPARE(rate32(then, now).counted(), 94'967'301U);
        QCOMPARE(rate32(then, now, 12'500'000).outcome(), Outcome::Discontinuity);
        QVERIFY(rate32(then, now, 125'000'000).isKnown());
    }

    void anInterfaceCountsNoFasterThanItsLine() {
        // 100 Mbit/s are 12,500,000 octets a second; a quarter more is allowed.
        QCOMPARE(interfaceCeiling(10, 100'000'000), 15'625'000.0);
        QCOMPARE(interfaceCeiling(16, 100'000'000), 15'625'000.0);
        QCOMPARE(interfaceCeiling(11, 100'000'000), 781'250.0); // frames of 20 octets at least
        QVERIFY(!interfaceCeiling(10, 0));
        QVERIFY(!interfaceCeiling(10, Top32)); // ifHighSpeed has it
    }

    void aCounterOf64BitsCountsFar() {
        const CounterRate rate = rate64(c64(5'000'000'000'000, at(0s, 0)), c64(5'012'500'000'000, at(1s, 100)));
        QCOMPARE(rate.perSecond(), 12'500'000'000.0);
        QCOMPARE(rate64(c64(Top64 - 9, at(0s, 0)), c64(10, at(2s, 200))).perSecond(), 10.0);
        QCOMPARE(rate64(c64(5'000'000'000'000, at(0s, 0)), c64(17, at(5s, 500))).outcome(), Outcome::Discontinuity);
    }

    void aDeviceThatRestartedIsSaid() {
        QCOMPARE(rate32(c32(10, at(0s, 500'000)), c32(20, at(60s, 1'200))).outcome(), Outcome::Restarted);
        // It was up for 10 s, and is for 30 s an hour later.
        QCOMPARE(rate32(c32(10, at(0s, 1'000)), c32(20, at(3600s, 3'000))).outcome(), Outcome::Restarted);
    }

    void theClockOf497DaysGoesOnFromZero() {
        const CounterRate rate = rate32(c32(10, at(0s, Top32 - 199)), c32(60, at(5s, 300)));
        QVERIFY(rate.isKnown());
        QCOMPARE(rate.seconds(), 5.0);
        QCOMPARE(rate.perSecond(), 10.0);
    }

    void aDiscontinuityIsSaidThoughTheValueGrew() {
        const CounterReading then = c32(10, at(0s, 1000), 4);
        QCOMPARE(rate32(then, c32(500, at(5s, 1500), 4)).perSecond(), 98.0);
        QCOMPARE(rate32(then, c32(500, at(5s, 1500), 1400)).outcome(), Outcome::Discontinuity);
        QVERIFY(!rate32(then, c32(500, at(5s, 1500), 1400)).reason().isEmpty());
        // Where one reading was not told of it, nothing is made of that.
        QVERIFY(rate32(then, c32(500, at(5s, 1500))).isKnown());
    }

    void twoReadingsAtOneInstantHaveNoRate() {
        QCOMPARE(rate32(c32(10, at(1s)), c32(20, at(1s))).outcome(), Outcome::TooClose);
    }

    void knowsWhatIsACounter() {
        TypeInfo type;
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Counter32), Kind::Bits32);
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Counter64), Kind::Bits64);
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Gauge32), Kind::None);
        type.chain = {u"HCNUM-TC::CounterBasedGauge64"_s};
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Counter64), Kind::None);
        type.chain = {u"RMON2-MIB::ZeroBasedCounter32"_s};
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Gauge32), Kind::Bits32);
        type.chain = {u"OUR-MIB::Frames"_s, u"HCNUM-TC::ZeroBasedCounter64"_s};
        QCOMPARE(CounterRate::kindOf(type, Value::Type::Counter64), Kind::Bits64);
    }

    void aZeroBasedCounterOnAGaugeWraps() {
        const CounterReading then{Value::gauge32(Top32), at(0s), {}};
        const CounterReading now{Value::gauge32(9), at(2s), {}};
        QCOMPARE(CounterRate::between(then, now, Kind::Bits32).perSecond(), 5.0);
    }

    void ratesHaveTheDigitsTheyAreWorth() {
        QCOMPARE(rateNumber(0), u"0"_s);
        QCOMPARE(rateNumber(0.0333), u"0.03"_s);
        QCOMPARE(rateNumber(3.44), u"3.4"_s);
        QCOMPARE(rateNumber(99.96), u"100.0"_s);
        QCOMPARE(rateNumber(1234567.8), u"1234568"_s);
    }
};

QTEST_GUILESS_MAIN(TestCounterRate)
#include "tst_counterrate.moc"
