// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/interfacereference.h"
#include "ui/table/joinedtable.h"

namespace walkabout {

/// One column of the grid: a part of the index, or an object of the row, of the table or of one that is joined to it.
struct TableColumn {
    Oid oid; // of the object, without instance; empty: none is known
    QString title;
    TypeInfo type;
    QString toolTip;
    int indexPart = -1; // which part of the INDEX; -1: a value
    Refers refers = Refers::Nothing;
    ColumnKey number = 0; // 0: the index is another table's, or cannot be read
    bool isWritable = false;
    bool isNumber = false; // aligned at the right
};

/// The columns of a table by the library, the index first, then those of the joined tables: what cannot be read is left
/// out, what the index shows stands once.
[[nodiscard]] QList<TableColumn> tableColumns(
    const Library &library, const Oid &entry, const QList<TableJoin> &joins = {});
/// A column that came without the library naming it.
[[nodiscard]] TableColumn unknownColumn(const Library &library, const Oid &entry, ColumnKey number);
/// The entry of what a person asked for: a table, its entry or a column; a table that no module knows has its entry at
/// .1.
[[nodiscard]] Oid tableEntry(const Library &library, const Oid &table);

} // namespace walkabout
