// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/mib/types.h"
#include "core/snmp/value.h"

#include <QCoreApplication>

#include <optional>

namespace walkabout {

/// When a value was read, by our clock and by the device's own.
struct ReadTime {
    Monotonic::time_point at;
    std::optional<quint32> upTime; // sysUpTime of the same read, hundredths; nullopt: it was not told

    friend bool operator==(const ReadTime &, const ReadTime &) = default;
};

/// A counter as one reading had it.
struct CounterReading {
    Value value;
    ReadTime time;
    std::optional<quint32> discontinuity; // ifCounterDiscontinuityTime or its like; nullopt: none is known
};

/// How fast a counter runs between two readings, or why that cannot be said (RFC 2578 7.1.6 and 7.1.10, RFC 2863
/// 3.1.5). A value.
class CounterRate final {
    Q_DECLARE_TR_FUNCTIONS(CounterRate)

public:
    enum class Kind {
        None, // no counter: its value stands for itself
        Bits32,
        Bits64
    };
    enum class Outcome {
        Known,
        First, // there is nothing before it
        Restarted, // the device came up in between
        Discontinuity, // the counter began anew in between
        TooClose, // both readings at one instant
    };

    /// By the textual convention where a library knows the object, else by the wire: a CounterBasedGauge64 is no
    /// counter, a ZeroBasedCounter32 is one.
    [[nodiscard]] static Kind kindOf(const TypeInfo &type, Value::Type wire);
    /// ceiling: what it can count in a second at most, where that is known; a step back that needs more is no wrap.
    [[nodiscard]] static CounterRate between(const std::optional<CounterReading> &then, const CounterReading &now,
        Kind kind, std::optional<double> ceiling = {});

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    [[nodiscard]] bool isKnown() const { return m_outcome == Outcome::Known; }
    /// What was counted in between; 0 unless it is known.
    [[nodiscard]] quint64 counted() const { return m_counted; }
    [[nodiscard]] double perSecond() const { return isKnown() ? double(m_counted) / m_seconds : 0; }
    /// By the device's clock where it told it, else by ours.
    [[nodiscard]] double seconds() const { return m_seconds; }
    [[nodiscard]] bool hasWrapped() const { return m_wrapped; }
    /// Why there is no rate, in words; empty where there is one.
    [[nodiscard]] QString reason() const;

private:
    Outcome m_outcome = Outcome::First;
    quint64 m_counted = 0;
    double m_seconds = 0;
    bool m_wrapped = false;
};

/// Seconds from one reading to the other; nullopt: the device came up in between.
[[nodiscard]] std::optional<double> secondsBetween(const ReadTime &then, const ReadTime &now);
/// What a counter of ifEntry, by its column's number, can count in a second at most on an interface of this speed;
/// nullopt: the speed is not told, or too high for ifSpeed (RFC 2863).
[[nodiscard]] std::optional<double> interfaceCeiling(quint32 column, quint64 bitsPerSecond);
/// "12345", "3.4": no more digits than a rate over seconds is worth.
[[nodiscard]] QString rateNumber(double perSecond);

} // namespace walkabout
