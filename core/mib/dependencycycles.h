// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace walkabout::mib {

/// Groups of points that reach one another over these edges (Tarjan's algorithm, without recursion: a chain may be as
/// long as a collection); a point alone counts where it has an edge to itself.
[[nodiscard]] std::vector<std::vector<int>> cyclesOf(const std::vector<std::vector<int>> &edges);

} // namespace walkabout::mib
