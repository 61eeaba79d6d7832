// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "core/work/describe.h"

namespace walkabout {

/// What a person reads of a notification.
namespace traptext {

/// "03:04:05.678" where the window stands, with the date where that is not today.
[[nodiscard]] QString localTime(UtcMicroseconds time);
[[nodiscard]] QString source(const Notification &notification);
[[nodiscard]] QString name(const Notification &notification, const Describe &describe);
/// "v1", "v2c", "v2c inform" ...
[[nodiscard]] QString kind(const Notification &notification);
/// Its varbinds in a line, or why it could not be read.
[[nodiscard]] QString content(const Notification &notification, const Describe &describe);

} // namespace traptext
} // namespace walkabout
