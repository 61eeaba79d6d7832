// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QColor>
#include <QIcon>

/// How a device looks in lists.
namespace walkabout::deviceface {

/// Its colour, else what kind it is; a red frame around a production device.
[[nodiscard]] QIcon mark(const Device &device);
/// The dot of its state; hollow: nothing is known.
[[nodiscard]] QIcon dot(const QColor &colour, bool hollow);
/// Name, address, group, production and notes, a line each.
[[nodiscard]] QString tip(const Device &device);

} // namespace walkabout::deviceface
