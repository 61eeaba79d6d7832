// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

class QDate;

namespace walkabout {

/// Days that the window tells of by itself are written as the person's locale has them (ISO where that is C); values,
/// exports and filters are not: see core/work/valuetext. Times of day read the same everywhere.

/// "25.11.2026".
[[nodiscard]] QString localDay(QDate day);
/// "25.11.": where the year goes without saying.
[[nodiscard]] QString localDayOfYear(QDate day);
/// "03:04:05.678": of what is known to be of today.
[[nodiscard]] QString clockTime(UtcMicroseconds time);
/// "03:04:05.678" where the window stands, with the day where that is not today.
[[nodiscard]] QString localTime(UtcMicroseconds time);
/// "03:04:05", with the day where that is not today, with the year where that is not this one.
[[nodiscard]] QString shortLocalTime(UtcMicroseconds time);

} // namespace walkabout
