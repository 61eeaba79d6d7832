// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QItemSelectionModel;

namespace walkabout {

/// The selected cells as lines, a tab between two of a row.
[[nodiscard]] QString selectedCells(const QItemSelectionModel &selection);

} // namespace walkabout
