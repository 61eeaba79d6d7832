// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace walkabout {

/// Deadlines run on this clock: monotonic, unmoved by someone setting the date.
using Monotonic = std::chrono::steady_clock;

/// Stored times: microseconds since 1970 UTC.
using UtcMicroseconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

[[nodiscard]] UtcMicroseconds utcNow();

/// ISO 8601 in UTC with milliseconds: "2026-11-22T03:04:05.678Z".
[[nodiscard]] QString isoUtc(UtcMicroseconds time);

} // namespace walkabout
