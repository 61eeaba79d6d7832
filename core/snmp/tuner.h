// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/pace.h"

#include <QtGlobal>

namespace walkabout {

/// How much one device is asked at a time (design 3.5): politely at first, more after clean answers, less after silence
/// or tooBig, and no more than brings more varbinds a second. Owned by the device's session, so that the next walk
/// begins with what this one found out.
class Tuner final {
public:
    Tuner();

    /// Requests that may be in flight.
    [[nodiscard]] int window(const Pace &pace) const;
    /// Varbinds that one answer should hold.
    [[nodiscard]] int varBinds(const Pace &pace) const;

    struct Answer {
        qsizetype varBinds = 0;
        qsizetype averageSize = 0; // octets of one
        int inFlight = 1; // requests, when it came
        bool wasLost = false; // a try of it was
    };
    void answered(const Answer &answer, Monotonic::time_point now = Monotonic::now());
    /// An answer of so many varbinds did not fit. false: less cannot be asked.
    bool tooBig(int varBinds);
    /// No answer at all came to so many varbinds.
    void lost();

private:
    struct Setting {
        int varBinds = 10;
        int window = 1;
        qsizetype octets = 1400; // that an answer should not exceed
    };
    [[nodiscard]] int fitting() const;
    [[nodiscard]] bool grow();
    void endEpoch(Monotonic::time_point now);
    void stepBack(Monotonic::time_point now);
    void beginEpoch(Monotonic::time_point now);

    Setting m_now;
    Setting m_before; // the latest growth
    qsizetype m_averageSize = 40;
    qsizetype m_mostOctets; // more was seen to go wrong
    int m_mostVarBinds;
    // since the present setting began
    Monotonic::time_point m_began{};
    int m_answers = 0;
    qint64 m_taken = 0;
    bool m_usedWindow = false;
    double m_rate = 0; // varbinds a second under the setting before; 0: not measured
    bool m_grew = false; // the present setting is a trial
    int m_rest = 0; // epochs until more is tried again
    int m_sinceLoss; // answers
};

} // namespace walkabout
