// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

namespace walkabout::devicelines {

/// "core1  udp:192.0.2.1:161  2c": one line, the name as wide as the widest.
[[nodiscard]] QString line(const Device &device, qsizetype nameWidth);
/// Everything but its identity, one thing a line.
[[nodiscard]] QString page(const Device &device, const QString &profile);
/// As one JSON object; a device has no secrets.
[[nodiscard]] QByteArray json(const Device &device, const QString &profile);

} // namespace walkabout::devicelines
