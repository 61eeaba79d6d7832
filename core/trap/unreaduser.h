// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"
#include "core/trap/notification.h"

namespace walkabout {

/// What is known of the SNMPv3 user whose message could not be read: a device with its address, user and security
/// level, to be completed with protocols and pass-phrases.
[[nodiscard]] Device deviceOfUnread(const Notification &notification);

} // namespace walkabout
