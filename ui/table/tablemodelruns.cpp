// SPDX-License-Identifier: GPL-3.0-or-later
// What a TableModel is beside the run before, or the reading before where it is live.
#include "ui/table/livetable.h"
#include "ui/table/tablecomparison.h"
#include "ui/table/tablemodel.h"

namespace walkabout {

namespace {

constexpr int GoneMilliseconds = 6;

} // namespace

void TableModel::compare(std::shared_ptr<const RunDifference> difference, const ResultStore &before) {
    if (m_live)
        return; // it compares by itself
    m_difference = std::move(difference);
    m_before = &before;
    m_comparison = std::make_unique<TableComparison>(m_difference, *m_before);
    if (m_filter.asksForChanges())
        arrange();
    m_touched = true;
    if (!m_slices.isActive())
        take();
}

bool TableModel::takeGone(const QElapsedTimer &clock) {
    if (!m_comparison)
        return true;
    return m_comparison->take(m_cells, clock, GoneMilliseconds, [this](int row, ColumnKey column, bool isNew) {
        if (isNew)
            addRow();
        noteColumn(column);
        touch(row);
    });
}

// From here on readings say what changes.
void TableModel::endComparison() {
    if (const auto comparison = std::move(m_comparison))
        remove(comparison->gone());
    m_difference.reset();
    m_before = nullptr;
}

bool TableModel::is(int row, TableFilter::Change change) const {
    if (!m_live)
        return m_comparison && m_comparison->is(m_cells, row, change);
    switch (change) {
    case TableFilter::Change::Changed: return m_live->isChanged(row);
    case TableFilter::Change::New: return m_live->isNew(row);
    case TableFilter::Change::Gone: return m_live->isGone(row);
    case TableFilter::Change::None: return false;
    }
    return false;
}

TableFilter::Change TableModel::changeAt(int row, ColumnKey column) const {
    return m_comparison && !m_comparison->isGone(row) ? m_comparison->change(m_cells.cell(row, column))
                                                      : TableFilter::Change::None;
}

int TableModel::goneRows() const {
    if (m_live)
        return int(m_live->gone().size());
    return m_comparison ? int(m_comparison->gone().size()) : 0;
}

} // namespace walkabout
