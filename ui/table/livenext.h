// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/livetable.h"

namespace walkabout {

/// Marks of LiveTable's numbers.
constexpr quint16 Never = 0x8000;
constexpr quint64 Torn = quint64(1) << 63;

/// The reading that LiveTable is taking in, and how far it is.
struct LiveTable::Next {
    Source source;
    TableCells::Columns columns;
    QHash<ColumnKey, std::vector<quint16>> still;
    QHash<Oid, quint32> told; // when counters began anew, by instance
    std::vector<std::optional<quint32>> discontinuities; // the same by row
    std::vector<bool> isSeen; // rows
    std::vector<int> made; // rows that the table did not have
    QSet<ColumnKey> moving; // columns with a value that is not 0
    QSet<ColumnKey> movingSince; // columns that counted since zero
    QHash<int, QHash<ColumnKey, VarBind>> kept; // of rows that are gone
    LiveNews news;
    int at = 0; // in the store
    bool isPlaced = false;
    QList<ColumnKey> unsettled; // columns; the last is looked at
    int row = 0; // in that column; behind the last column: in the search for rows that are gone
};

} // namespace walkabout
