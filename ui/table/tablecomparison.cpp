// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecomparison.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr int LookEvery = 16; // cells between two looks at the clock

} // namespace

bool TableComparison::take(TableCells &cells, const QElapsedTimer &clock, int milliseconds,
    const std::function<void(int row, ColumnKey column, bool isNew)> &found) {
    for (int looked = 1; m_at < m_difference->gone.size(); ++looked) {
        if (looked % LookEvery == 0 && clock.elapsed() >= milliseconds)
            return false;
        const auto place = cells.put(m_before, m_difference->gone[m_at++], m_former);
        if (!place || place->row == TableCells::Hole)
            continue;
        if (place->newRow)
            m_gone.insert(place->row);
        else if (!isGone(place->row))
            m_lacking.insert(place->row);
        found(place->row, place->column, place->newRow);
    }
    return true;
}

std::optional<VarBind> TableComparison::was(int row, ColumnKey column) const {
    const auto cells = m_former.cells.constFind(column);
    const int at
        = cells == m_former.cells.cend() || size_t(row) >= cells->size() ? TableCells::Hole : (*cells)[size_t(row)];
    return at == TableCells::Hole ? std::nullopt : std::optional(m_before.at(at));
}

TableComparison::Change TableComparison::change(int at) const {
    return isCompared(at) ? m_difference->rows[size_t(at)] : Change::None;
}

bool TableComparison::isNew(const TableCells &cells, int row) const {
    if (const auto known = m_new.constFind(row); known != m_new.cend())
        return *known;
    bool hasNew = false;
    bool hasOld = false;
    for (const ColumnKey column : cells.columns()) {
        const int at = cells.cell(row, column);
        hasNew = hasNew || change(at) == Change::New;
        hasOld = hasOld || (isCompared(at) && change(at) != Change::New);
    }
    m_new.insert(row, hasNew && !hasOld);
    return hasNew && !hasOld;
}

bool TableComparison::isChanged(const TableCells &cells, int row) const {
    if (m_lacking.contains(row))
        return true;
    const QList<ColumnKey> columns = cells.columns();
    return !isNew(cells, row) && std::ranges::any_of(columns, [&](ColumnKey column) {
        return change(cells.cell(row, column)) != Change::None;
    });
}

bool TableComparison::is(const TableCells &cells, int row, Change change) const {
    switch (change) {
    case Change::Changed: return isChanged(cells, row);
    case Change::New: return isNew(cells, row);
    case Change::Gone: return isGone(row);
    case Change::None: return false;
    }
    return false;
}

} // namespace walkabout
