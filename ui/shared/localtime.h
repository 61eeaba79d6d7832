// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace walkabout {

/// "03:04:05.678" where the window stands, with the date where that is not today.
[[nodiscard]] QString localTime(UtcMicroseconds time);
/// "03:04:05", with month and day where that is not today, with the year where that is not this one.
[[nodiscard]] QString shortLocalTime(UtcMicroseconds time);

} // namespace walkabout
