// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/coveredtables.h"

#include "core/work/storesearch.h"

#include <algorithm>

namespace walkabout {

CoveredTables::CoveredTables(const ResultStore &store, Library::Pointer library)
    : m_store(store)
    , m_library(std::move(library)) {}

bool CoveredTables::take(const QElapsedTimer &clock, int milliseconds) {
    if (m_isLeaping && !m_store.isAscending()) {
        m_isLeaping = false;
        m_tables.clear();
        m_taken = 0;
    }
    for (int looked = 1; m_taken < m_store.size(); ++looked) {
        if ((m_isLeaping || looked % 16 == 0) && clock.elapsed() >= milliseconds)
            return false;
        const Oid oid = m_store.oidAt(m_taken);
        if (m_isLeaping)
            leap(oid);
        else
            look(oid);
    }
    return true;
}

CoveredTables::Seen *CoveredTables::tableOf(const Oid &oid, NodeRef &column) {
    column = m_library->nearest(oid);
    if (column.kind() != NodeKind::Column || column.oid().size() == oid.size())
        return nullptr;
    const NodeRef table = column.rowNode().parent();
    Seen &seen = m_tables[table.oid()];
    if (seen.name.isEmpty())
        seen.name = table.qualifiedName();
    return &seen;
}

void CoveredTables::leap(const Oid &oid) {
    NodeRef column;
    Seen *table = tableOf(oid, column);
    if (!table) {
        ++m_taken;
        return;
    }
    const Oid prefix = column.oid();
    const auto oidAt = [this](int row) { return m_store.oidAt(row); };
    const int end = storesearch::endOf(oidAt, prefix, m_taken, m_store.size());
    if (prefix != table->column)
        table->inColumn = 0;
    table->column = prefix;
    table->inColumn += end - m_taken;
    table->longest = std::max(table->longest, table->inColumn);
    m_taken = end;
}

void CoveredTables::look(const Oid &oid) {
    ++m_taken;
    NodeRef column;
    if (Seen *table = tableOf(oid, column)) {
        table->instances.insert(oid.mid(column.oid().size()));
        table->longest = int(table->instances.size());
    }
}

QList<CoveredTables::Table> CoveredTables::tables() const {
    QList<Table> tables;
    for (const auto &[oid, seen] : m_tables)
        tables.append({oid, seen.name, seen.longest});
    return tables;
}

} // namespace walkabout
