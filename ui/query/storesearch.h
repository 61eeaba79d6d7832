// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultstore.h"

namespace walkabout {

/// Finds instances in a result by halving: works where the OIDs ascend, as a walk's do.
class StoreSearch final {
public:
    /// Longer results are not compared: looking at each would hold up the window.
    static constexpr int Most = 50'000;
    /// Also false where there are too many to look at.
    [[nodiscard]] static bool isAscending(const ResultStore &store);
    /// Among the first rows; in results that do not ascend only where they are few enough to look at each.
    [[nodiscard]] static std::optional<int> rowOf(const ResultStore &store, const Oid &oid, int rows);
    [[nodiscard]] static std::optional<Value> find(const ResultStore &store, const Oid &oid);
};

/// What one run of a result has over the run before.
struct RunDifference {
    int changed = 0;
    int added = 0;
    int gone = 0;

    /// nullopt: one of them does not ascend.
    static std::optional<RunDifference> between(const ResultStore &before, const ResultStore &now);
};

} // namespace walkabout
