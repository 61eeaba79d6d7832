// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultsnapshot.h"

#include <atomic>

namespace walkabout {

/// What one run of a result has over the run before. A value; made on the pool, whatever the length.
struct RunDifference {
    enum class Change : quint8 { None, Changed, New, Gone };

    std::vector<Change> rows; // of this run
    std::vector<int> gone; // rows of the run before
    int changed = 0;
    int added = 0;

    /// nullopt: one of them does not ascend, or nobody wants it any more.
    [[nodiscard]] static std::optional<RunDifference> between(
        const ResultSnapshot &before, const ResultSnapshot &now, const std::atomic<bool> &cancelled);
};

} // namespace walkabout
