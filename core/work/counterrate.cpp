// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/counterrate.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr double LeapAllowed = 10; // seconds that the device's clock and ours may differ in one interval, and by half
constexpr quint32 HalfOf32 = 0x8000'0000U;
constexpr double Fastest64 = 1e13; // a second: no counter of 64 bits runs faster

} // namespace

std::optional<double> secondsBetween(const ReadTime &then, const ReadTime &now) {
    const double ours = Seconds(now.at - then.at).count();
    if (!then.upTime || !now.upTime)
        return ours;
    // Modulo 2^32: after 497 days the clock goes on from 0, which is no restart.
    const double theirs = quint32(*now.upTime - *then.upTime) / 100.0;
    if (*now.upTime < *then.upTime)
        return theirs <= 1.5 * ours + LeapAllowed ? std::optional(theirs) : std::nullopt;
    if (theirs == 0)
        return ours; // a clock that stands still, as in a recording
    // It was up longer before than now, though it has grown since: it came up while no one looked.
    if (theirs < 0.5 * ours - LeapAllowed)
        return {};
    return theirs;
}

CounterRate::Kind CounterRate::kindOf(const TypeInfo &type, Value::Type wire) {
    for (const QString &name : type.chain + QStringList{type.name}) {
        const QString bare = name.section(u"::"_s, -1);
        if (bare == u"CounterBasedGauge64")
            return Kind::None;
        if (bare == u"ZeroBasedCounter32")
            return Kind::Bits32;
        if (bare == u"ZeroBasedCounter64")
            return Kind::Bits64;
    }
    switch (wire) {
    case Value::Type::Counter32: return Kind::Bits32;
    case Value::Type::Counter64: return Kind::Bits64;
    default: return Kind::None;
    }
}

CounterRate CounterRate::between(
    const std::optional<CounterReading> &then, const CounterReading &now, Kind kind, std::optional<double> ceiling) {
    CounterRate rate;
    if (!then || kind == Kind::None || !then->value.isInteger() || !now.value.isInteger())
        return rate;
    const std::optional<double> seconds = secondsBetween(then->time, now.time);
    if (!seconds) {
        rate.m_outcome = Outcome::Restarted;
        return rate;
    }
    const bool beganAnew = then->discontinuity && now.discontinuity && *then->discontinuity != *now.discontinuity;
    if (beganAnew || then->value.type() != now.value.type()) {
        rate.m_outcome = Outcome::Discontinuity;
        return rate;
    }
    if (*seconds <= 0) {
        rate.m_outcome = Outcome::TooClose;
        return rate;
    }
    rate.m_seconds = *seconds;
    const quint64 before = then->value.toUnsigned();
    const quint64 after = now.value.toUnsigned();
    const bool is32 = kind == Kind::Bits32;
    rate.m_counted = is32 ? quint32(after - before) : after - before;
    rate.m_wrapped = after < before;
    rate.m_outcome = Outcome::Known;
    if (!rate.m_wrapped)
        return rate;
    // A step back is a wrap where the way round is a short one; else someone set the counter back.
    const bool isShort = is32 ? rate.m_counted < HalfOf32 : double(rate.m_counted) <= Fastest64 * *seconds;
    if (isShort && (!ceiling || double(rate.m_counted) <= *ceiling * *seconds))
        return rate;
    rate = {};
    rate.m_outcome = Outcome::Discontinuity;
    return rate;
}

QString CounterRate::reason() const {
    switch (m_outcome) {
    case Outcome::Known: return {};
    case Outcome::First: return tr("no rate yet: read once");
    case Outcome::Restarted: return tr("no rate: the device restarted in between");
    case Outcome::Discontinuity: return tr("no rate: the counter began anew in between");
    case Outcome::TooClose: return tr("no rate: the device's clock did not move in between");
    }
    return {};
}

std::optional<double> interfaceCeiling(quint32 column, quint64 bitsPerSecond) {
    constexpr quint32 ifInOctets = 10;
    constexpr quint32 ifOutOctets = 16;
    constexpr double Tolerance = 1.25; // buffers empty at once, clocks are coarse
    constexpr double ShortestFrame = 20; // octets; few frames are
    if (bitsPerSecond == 0 || bitsPerSecond >= 0xffff'ffffU)
        return {};
    const double octets = double(bitsPerSecond) / 8 * Tolerance;
    return column == ifInOctets || column == ifOutOctets ? octets : octets / ShortestFrame;
}

QString rateNumber(double perSecond) {
    if (perSecond == 0)
        return u"0"_s;
    if (perSecond < 0.1)
        return QString::number(perSecond, 'g', 1);
    return QString::number(perSecond, 'f', perSecond < 100 ? 1 : 0);
}

} // namespace walkabout
