// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <chrono>

namespace walkabout {

/// One thing that a diagnosis tried, and what came of it. A value; the words are made where they are shown.
struct DiagnosisStep {
    Q_DECLARE_TR_FUNCTIONS(DiagnosisStep)

public:
    enum class What {
        Lookup, // host; then its addresses
        Ask, // address
        Probe, // address; where an answer came from
        Version, // version
        Level, // level
        Protocol, // protocol
        Context, // context left out
        Object, // object
        Large, // repetitions
        Engine, // engine ID
    };

    What what = What::Ask;
    QStringList arguments;
    std::optional<Failure> failure; // why it did not work
    std::chrono::microseconds roundTrip{0};

    /// Stable words for JSON.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString text() const;
};

} // namespace walkabout

Q_DECLARE_METATYPE(walkabout::DiagnosisStep)
