// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace walkabout {

class TableModel;

/// What the selection of a table is on the clipboard.
namespace tablecopy {

/// Tab-separated, a line a row, columns as they stand; one cell is its bare value. Values with tabs or breaks are
/// quoted.
[[nodiscard]] QString cells(const TableModel &model, const QTableView &view, bool withHeader);
/// The numeric OIDs with instance, a line each.
[[nodiscard]] QString oids(const TableModel &model, const QTableView &view);

} // namespace tablecopy
} // namespace walkabout
