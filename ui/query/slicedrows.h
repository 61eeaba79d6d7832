// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"
#include "ui/query/resultrows.h"
#include "ui/shared/roworder.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <vector>

namespace walkabout {

/// Which rows of a result are shown, and in which order: a vector of row numbers, filtered and sorted in slices so that
/// the window stays quick. Live data never re-sorts: what arrives while a column sorts stands at the end until the next
/// click or filter. What a number stands for, a varbind or a note, is the model's.
class SlicedRows : public ResultRows {
    Q_OBJECT

public:
    virtual void setDescribe(Describe describe);
    void setFilter(ResultFilter filter);
    /// Column -1: the order in which it arrived. Ends in sorted().
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] bool isNote(const QModelIndex &index) const override;
    [[nodiscard]] int shown() const override { return int(m_rows.size()) - m_notesShown; }
    [[nodiscard]] QList<int> noteLines() const override;
    [[nodiscard]] bool isFiltering() const override { return !m_filter.isEmpty(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    using Times = std::vector<std::pair<int, UtcMicroseconds>>; // from this row of a store on

    SlicedRows(Describe describe, int lead, QObject *parent);

    /// What arrives within a moment is one insertion.
    void scanSoon();
    /// All is to be looked at again.
    virtual void restart() {}
    /// Looks at what has not been looked at for one slice, and ends in show().
    virtual void scan() = 0;
    /// Rows that passed, notes among them, and whether there is more to look at.
    void show(const std::vector<int> &fresh, bool more);
    /// Whether this slice has looked at enough.
    [[nodiscard]] bool isSliceOver(int looked, const QElapsedTimer &clock) const;

    [[nodiscard]] virtual bool isNoteRow(int row) const = 0;
    /// By the column that sorts, on the pool or else in the event loop; none: the row number is the key.
    [[nodiscard]] virtual RowOrder::Keys keysOnPool() const { return {}; }
    [[nodiscard]] virtual std::function<SortKey(int)> keyMaker() const { return {}; }
    /// Those that take part in the order.
    [[nodiscard]] virtual std::vector<int> toOrder() const { return m_rows; }
    /// The rows as they stand once they are ordered.
    [[nodiscard]] virtual std::vector<int> arranged() const;
    /// Where a row stands then.
    [[nodiscard]] virtual int lineOf(int row) const;
    [[nodiscard]] static UtcMicroseconds timeOf(const Times &times, int storeRow);

    ResultFilter m_filter;
    std::vector<int> m_rows; // numbers of those shown
    int m_scanned = 0; // looked at
    int m_notesShown = 0; // and the like: rows that are no varbinds of the result
    QTimer m_scan;
    bool m_isAnew = false; // the filter changed and has not seen all
    size_t m_ordering = 0; // lines that are being ordered; those behind arrived since
    RowOrder m_order;

private:
    void arrange();
    void apply();
};

} // namespace walkabout
