// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace walkabout {

class TableGrid;

namespace tabletext {

/// Lines of a grid with aligned columns, the typed index first, numbers at the right.
[[nodiscard]] QList<QByteArray> aligned(const TableGrid &grid);
/// Lines of CSV (RFC 4180), the first with the names. A text that a spreadsheet would take for a formula is told with
/// an apostrophe; numbers stand alone.
[[nodiscard]] QList<QByteArray> csv(const TableGrid &grid);
/// One JSON object a row.
[[nodiscard]] QList<QByteArray> json(const TableGrid &grid);

} // namespace tabletext
} // namespace walkabout
