// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultsnapshot.h"

namespace walkabout::oidorder {

/// These rows of a result in OID order, each OID once: of one that was read several times the latest. For any thread;
/// a million takes seconds and a hundred megabytes.
[[nodiscard]] std::vector<int> ascending(const ResultSnapshot &store, std::vector<int> rows);

} // namespace walkabout::oidorder
