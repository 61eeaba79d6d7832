// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultstore.h"

#include <functional>
#include <optional>

/// Finds instances in a result by halving: works where the OIDs ascend, as a walk's do.
namespace walkabout::storesearch {

/// Longer results that do not ascend are not looked through.
constexpr int Most = 50'000;

/// Among the first rows; in results that do not ascend only where they are few enough to look at each.
[[nodiscard]] std::optional<int> rowOf(const ResultStore &store, const Oid &oid, int rows);
[[nodiscard]] std::optional<Value> find(const ResultStore &store, const Oid &oid);
/// Of rows whose OIDs ascend, the first from here on that is not below this prefix. Looks near first: mostly few are.
[[nodiscard]] int endOf(const std::function<Oid(int)> &oidAt, const Oid &prefix, int from, int rows);

} // namespace walkabout::storesearch
