// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace walkabout {

/// The desktop's monospaced font, for OIDs, hex and values; its digits are tabular by nature.
[[nodiscard]] QFont monospaced();

/// The height of a row of results: about 20 px at 96 dpi.
[[nodiscard]] int rowHeight(const QFont &font);

} // namespace walkabout
