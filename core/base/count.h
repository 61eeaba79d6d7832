// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace walkabout {

/// "12,431": digits in groups, the same whatever the locale.
[[nodiscard]] QString grouped(qint64 number);
/// A number with what it counts: "1 request", "12,431 requests". Both forms hold a %1.
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &many);

} // namespace walkabout
