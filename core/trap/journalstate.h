// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <optional>

namespace walkabout {

/// How the journal fares. A value.
struct JournalState {
    enum class Kind {
        Closed,
        Opening,
        Writing,
        Waiting, // it cannot be written now (a full disk): rows stay in memory, and it is tried again each second
        InUse, // another program writes it: this one reads
        Unusable, // a newer version's, or no file can be made: nothing is kept
    };
    Kind kind = Kind::Closed;
    std::optional<Failure> failure; // of Waiting and Unusable
    QString holder; // of InUse: which program
    qsizetype waiting = 0; // rows in memory

    /// A sentence for the window and the terminal; empty: all is well.
    [[nodiscard]] QString text() const;

    friend bool operator==(const JournalState &, const JournalState &) = default;
};

} // namespace walkabout
