// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/index.h"
#include "core/work/tablejoin.h"

#include <vector>

namespace walkabout {

/// A column of a grid: its number under the entry, and above 32 bits which of the joined tables it is of, counted from
/// 1; 0 there: the table itself. 0: no column.
using ColumnKey = quint64;

/// A table that is joined to a grid, and how its rows are found.
struct JoinedTable {
    enum class By { Key, Index, Column };

    Oid entry;
    By by = By::Key;
    int from = -1; // By::Column: of the table itself, or of this joined table
    quint32 number = 0; // By::Column: its number under the entry there
    int part = 0; // By::Index: of the table's own index

    friend bool operator==(const JoinedTable &, const JoinedTable &) = default;
};

/// The tables behind these joins, those on the way among them, each behind what it is found by.
[[nodiscard]] std::vector<JoinedTable> joinedTables(
    const Library &library, const Oid &entry, const QList<TableJoin> &joins);

} // namespace walkabout
