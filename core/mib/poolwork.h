// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace walkabout::mib {

/// Runs the same work in this thread and in others of the pool, `most` in all, and returns when all have ended. The
/// work is to share among themselves what there is to do: where the pool is busy, this thread does it alone, so that
/// several compilations at once do not wait for each other.
void runOnPool(int most, const std::function<void(bool isThisThread)> &work);

/// The same for numbers: each of those below count is worked on once.
void forEachOnPool(size_t count, const std::function<void(size_t)> &work);

} // namespace walkabout::mib
