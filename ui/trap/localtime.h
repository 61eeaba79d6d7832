// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace walkabout {

/// "03:04:05.678" where the window stands, with the date where that is not today.
[[nodiscard]] QString localTime(UtcMicroseconds time);

} // namespace walkabout
