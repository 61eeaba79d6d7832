// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecells.h"

namespace walkabout {

std::optional<TableCells::Place> TableCells::put(const Oid &oid, int storeRow) {
    const qsizetype depth = m_entry.size();
    if (oid.size() < depth + 2 || !oid.startsWith(m_entry))
        return {};
    Place place;
    place.column = oid[depth];
    const Oid instance = oid.mid(depth + 1);
    const auto known = m_rows.constFind(instance);
    place.newRow = known == m_rows.cend();
    place.row = place.newRow ? rows() : *known;
    if (place.newRow) {
        m_rows.insert(instance, place.row);
        m_instances.push_back(instance);
    }
    place.newColumn = !m_columns.contains(place.column);
    std::vector<int> &cells = m_columns[place.column];
    if (cells.size() <= size_t(place.row))
        cells.resize(size_t(place.row) + 1, Hole);
    cells[size_t(place.row)] = storeRow;
    return place;
}

int TableCells::cell(int row, quint32 column) const {
    const auto cells = m_columns.constFind(column);
    return cells == m_columns.cend() || size_t(row) >= cells->size() ? Hole : (*cells)[size_t(row)];
}

} // namespace walkabout
