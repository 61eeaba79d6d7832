// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/rundifference.h"
#include "ui/table/tablecells.h"

#include <QElapsedTimer>
#include <QSet>

#include <functional>
#include <memory>

namespace walkabout {

/// What a table that was read again says beside its cells: which of them and which rows are others than in the run
/// before, and the rows that are gone, with the values that they had. A part of the table's model.
class TableComparison final {
public:
    using Change = RunDifference::Change;

    /// before: the run that the difference is to; it outlives this.
    TableComparison(std::shared_ptr<const RunDifference> difference, const ResultStore &before)
        : m_difference(std::move(difference))
        , m_before(before) {}

    /// Puts the rows that are gone among the cells, until the clock shows so many milliseconds; true: all are there.
    /// Every cell of this run has its place before. found: the rows that it touches.
    bool take(TableCells &cells, const QElapsedTimer &clock, int milliseconds,
        const std::function<void(int row, ColumnKey column, bool isNew)> &found);
    [[nodiscard]] bool isTaken() const { return m_at == m_difference->gone.size(); }
    /// It is there after all: a cell of it was read since.
    void cameBack(int row) { m_gone.remove(row); }

    [[nodiscard]] bool isGone(int row) const { return m_gone.contains(row); }
    [[nodiscard]] std::vector<int> gone() const { return {m_gone.begin(), m_gone.end()}; }
    /// Of a row that is gone; nullopt: a hole.
    [[nodiscard]] std::optional<VarBind> was(int row, ColumnKey column) const;
    /// Of a row of the result; None too of one that was read since.
    [[nodiscard]] Change change(int at) const;
    /// No cell of it was there.
    [[nodiscard]] bool isNew(const TableCells &cells, int row) const;
    /// It was there, and a cell of it is another, new or gone.
    [[nodiscard]] bool isChanged(const TableCells &cells, int row) const;
    [[nodiscard]] bool is(const TableCells &cells, int row, Change change) const;

private:
    [[nodiscard]] bool isCompared(int at) const { return at >= 0 && size_t(at) < m_difference->rows.size(); }

    std::shared_ptr<const RunDifference> m_difference;
    const ResultStore &m_before;
    size_t m_at = 0; // of what is gone
    TableCells::Columns m_former; // cells that are gone
    QSet<int> m_gone; // rows
    mutable QHash<int, bool> m_new; // rows, once asked for
    QSet<int> m_lacking; // rows that are there, without a cell that they had
};

} // namespace walkabout
