// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecells.h"

namespace walkabout {

std::optional<TableCells::Place> TableCells::put(const Oid &oid, int storeRow, Columns &columns) {
    const qsizetype depth = m_entry.size();
    if (oid.size() < depth + 2 || !oid.startsWith(m_entry))
        return {};
    Place found;
    found.column = oid[depth];
    found.row = place(oid.mid(depth + 1), found.newRow);
    found.newColumn = !columns.contains(found.column);
    std::vector<int> &cells = columns[found.column];
    if (cells.size() <= size_t(found.row))
        cells.resize(size_t(found.row) + 1, Hole);
    cells[size_t(found.row)] = storeRow;
    return found;
}

int TableCells::place(const Oid &instance, bool &isNew) {
    const auto known = m_rows.constFind(instance);
    isNew = known == m_rows.cend();
    if (!isNew)
        return *known;
    int row = bound();
    if (m_released.empty()) {
        m_instances.push_back(instance);
    } else {
        row = m_released.back();
        m_released.pop_back();
        m_instances[size_t(row)] = instance;
    }
    m_rows.insert(instance, row);
    return row;
}

std::optional<int> TableCells::rowOf(const Oid &instance) const {
    const auto known = m_rows.constFind(instance);
    return known == m_rows.cend() ? std::nullopt : std::optional(*known);
}

void TableCells::release(int row) {
    m_rows.remove(m_instances[size_t(row)]);
    m_instances[size_t(row)] = {};
    m_released.push_back(row);
    for (std::vector<int> &cells : m_columns) {
        if (size_t(row) < cells.size())
            cells[size_t(row)] = Hole;
    }
}

int TableCells::cell(int row, quint32 column) const {
    const auto cells = m_columns.constFind(column);
    return cells == m_columns.cend() || size_t(row) >= cells->size() ? Hole : (*cells)[size_t(row)];
}

} // namespace walkabout
