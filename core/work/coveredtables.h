// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/resultstore.h"

#include <QElapsedTimer>
#include <QSet>

#include <map>

namespace walkabout {

/// The conceptual tables that a result has instances of, with their rows counted. Takes the result in slices; where its
/// OIDs ascend it leaps from column to column. Holds its library; the store outlives it.
class CoveredTables final {
public:
    struct Table {
        Oid oid;
        QString name; // "IF-MIB::ifTable"
        int rows = 0;
    };

    CoveredTables(const ResultStore &store, Library::Pointer library);

    /// Looks on until the slice is over; true: it has seen all that the store holds now.
    bool take(const QElapsedTimer &clock, int milliseconds);
    /// In OID order.
    [[nodiscard]] QList<Table> tables() const;

private:
    /// The rows of a table whose columns came one after the other, counted by the longest; else by their instances.
    struct Seen {
        QString name;
        Oid column;
        int inColumn = 0;
        int longest = 0;
        QSet<Oid> instances;
    };
    void leap(const Oid &oid);
    void look(const Oid &oid);
    [[nodiscard]] Seen *tableOf(const Oid &oid, NodeRef &column);

    const ResultStore &m_store;
    Library::Pointer m_library;
    std::map<Oid, Seen> m_tables;
    int m_taken = 0;
    bool m_isLeaping = true;
};

} // namespace walkabout
