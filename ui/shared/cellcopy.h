// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace walkabout {

/// The selected cells onto the clipboard, rows in lines, cells apart by tabs.
void copyCells(const QTableView &view);

} // namespace walkabout
