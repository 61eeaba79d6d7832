// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/trap/notification.h"

namespace walkabout::notificationlines {

/// One notification as one line for a person: when, from where, what, with which varbinds.
[[nodiscard]] QString text(const Notification &notification, const Library::Pointer &library);
/// As one JSON object.
[[nodiscard]] QByteArray json(const Notification &notification, const Library::Pointer &library);

} // namespace walkabout::notificationlines
