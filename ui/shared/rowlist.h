// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace walkabout {

/// Makes a table view a list of rows as all panels have it: monospaced, one fixed height, without a grid or wrapping,
/// scrolled by pixels, chosen by rows; Tab leaves it.
void asRowList(QTableView &view);

} // namespace walkabout
