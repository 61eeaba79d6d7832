// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace walkabout {

/// The name that the system has for a user's number, else the number. May ask a directory server: not in the event
/// loop.
[[nodiscard]] QString userName(quint32 id);

} // namespace walkabout
