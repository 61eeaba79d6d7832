// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/notification.h"
#include "core/work/describe.h"

namespace walkabout {

/// What a person reads of a notification, and what its word index holds.
namespace notificationtext {

/// "10.0.0.7", or "10.0.0.7 through 10.9.9.9" of a forwarded one.
[[nodiscard]] QString source(const Notification &notification);
/// "linkDown"; its number where no module names it.
[[nodiscard]] QString name(const Notification &notification, const Describe &describe);
/// "v1", "v2c", "v2c inform" ...
[[nodiscard]] QString kind(const Notification &notification);
/// A sentence of its definition's objects: "ifIndex 3, ifOperStatus down(2)"; what else it carries behind them. Or why
/// it could not be read.
[[nodiscard]] QString summary(const Notification &notification, const Describe &describe);
/// Why a message could not be read, from where it came in: whose user, which key.
[[nodiscard]] QString reason(const Failure &failure);
/// The SNMPv3 user whose message could not be read; empty: it was something else.
[[nodiscard]] QString userOf(const Failure &failure);
/// All of it, names apart at their capitals too ("linkDown link Down"), for words to be found in.
[[nodiscard]] QString words(const Notification &notification, const Describe &describe);

} // namespace notificationtext
} // namespace walkabout
