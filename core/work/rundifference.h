// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultsnapshot.h"

#include <atomic>

namespace walkabout {

/// What one run of a result has over the run before. A value; made on the pool, whatever the length.
struct RunDifference {
    enum class Change : quint8 { None, Changed, New, Gone };

    std::vector<Change> rows; // of this run; None too where a later row has the same instance
    std::vector<int> gone; // rows of the run before
    int changed = 0;
    int added = 0;

    /// In whichever order they came, as tables do by rows. nullopt: nobody wants it any more.
    [[nodiscard]] static std::optional<RunDifference> between(
        const ResultSnapshot &before, const ResultSnapshot &now, const std::atomic<bool> &cancelled);
};

} // namespace walkabout
