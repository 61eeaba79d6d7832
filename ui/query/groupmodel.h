// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/groupresult.h"
#include "ui/query/resultfilter.h"
#include "ui/query/resultrows.h"
#include "ui/shared/roworder.h"

#include <QTimer>

#include <vector>

namespace walkabout {

/// What several devices answered as one list, row by row as it came: the device first, and where each device ended its
/// last row, which says how. What is filtered and sorted is a vector of row numbers, built in slices; what arrives
/// while a column sorts stands at the end. Starts nothing, owns no data; the result outlives it.
class GroupModel final : public ResultRows {
    Q_OBJECT

public:
    GroupModel(const GroupResult &result, Describe describe, QObject *parent = nullptr);

    void setDescribe(Describe describe);
    void setFilter(ResultFilter filter);
    /// Marks rows against the run before (may be nullptr); it outlives this.
    void compareWith(const GroupResult *before);
    /// Column -1: the order in which it arrived. Ends in sorted().
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Which device's row it is, counted as in the result; -1: none.
    [[nodiscard]] int partAt(const QModelIndex &index) const;
    /// The row that says how this device ended; invalid where it has not, or is filtered out.
    [[nodiscard]] QModelIndex endingOf(int part) const;

    [[nodiscard]] bool isNote(const QModelIndex &index) const override;
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] int shown() const override { return int(m_rows.size()) - m_notesShown; }
    [[nodiscard]] int total() const override { return int(m_all.size()) - m_notes; }
    [[nodiscard]] QList<int> noteLines() const override;
    [[nodiscard]] bool isFiltering() const override { return !m_filter.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int part = 0;
        int row = 0; // of its store; Ending: how the device ended
    };
    static constexpr int Ending = -1;
    using Times = std::vector<std::pair<int, UtcMicroseconds>>; // from this row of the store on

    void take(int part, int first, int last);
    void scan();
    void arrange();
    void apply();
    [[nodiscard]] bool passes(const Row &row) const;
    [[nodiscard]] std::function<SortKey(int)> keyMaker() const;
    [[nodiscard]] const ResultStore *beforeOf(int part) const;
    [[nodiscard]] QVariant deviceCell(int part, int role) const;
    [[nodiscard]] UtcMicroseconds timeOf(const Row &row) const;
    [[nodiscard]] const Row &at(int number) const { return m_all[size_t(number)]; }
    [[nodiscard]] VarBind varBindOf(const Row &row) const { return m_result.at(row.part).store->at(row.row); }

    const GroupResult &m_result;
    const GroupResult *m_before = nullptr;
    mutable std::vector<std::optional<const ResultStore *>>
        m_befores; // by part, once looked at; nullptr: not comparable
    ResultFilter m_filter;
    std::vector<Row> m_all; // as they came
    std::vector<int> m_rows; // numbers of those shown
    std::vector<Times> m_times; // by part
    size_t m_scanned = 0;
    int m_notes = 0;
    int m_notesShown = 0;
    QTimer m_scan;
    bool m_isAnew = false; // the filter changed and has not seen all
    size_t m_ordering = 0; // lines that are being ordered; those behind arrived since
    RowOrder m_order;
};

} // namespace walkabout
