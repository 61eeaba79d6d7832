// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// Another table whose rows stand beside those of a table: it has the same key, or is found by a value of the row.
struct TableJoin {
    Oid entry; // of the other table
    /// Whose values lead there: first a column or index of the table itself, then columns of tables on the way, each
    /// keyed by the value before. Empty: both have the same key (AUGMENTS, the same INDEX, both keyed by interface).
    QList<Oid> path;

    friend bool operator==(const TableJoin &, const TableJoin &) = default;
};

/// What may be joined to a table, given by its entry: tables of the same key among the standard ones and its own
/// module's, those it augments or that augment it first; and the tables of interfaces where a column or an index is an
/// interface, or a port of a bridge (dot1dTpFdbPort by dot1dBasePortIfIndex to ifTable; RFC 4188).
[[nodiscard]] QList<TableJoin> tableJoins(const Library &library, const Oid &entry);
/// ifTable, ifXTable and dot3StatsTable without this one itself, where its rows are interfaces; else none.
[[nodiscard]] QList<TableJoin> interfaceJoins(const Library &library, const Oid &entry);
/// What most people want beside a table: what it augments or augments it, tables of its own module with the same key,
/// and the tables of interfaces; none that is deprecated.
[[nodiscard]] QList<TableJoin> usualJoins(const Library &library, const Oid &entry);
/// Columns that must be read so that the joins' rows are found, of whichever table.
[[nodiscard]] QList<Oid> linkingColumns(const Library &library, const Oid &entry, const QList<TableJoin> &joins);
/// The columns of a joined table that can be read and are no part of its key, as they stand there.
[[nodiscard]] QList<NodeRef> joinedColumns(const Library &library, const Oid &entry);

} // namespace walkabout
