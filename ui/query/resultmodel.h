// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"
#include "ui/query/resultrows.h"
#include "ui/shared/roworder.h"

#include <QTimer>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace walkabout {

/// A result as a list: a view of the store, row by row, with the notes of how operations ended between them. What is
/// filtered and sorted is a vector of row numbers, built in slices so that the window stays quick. Live data never
/// re-sorts: what arrives while a column sorts stands at the end, below the notes, until the next click or filter.
/// Starts nothing, owns no data; the store outlives it.
class ResultModel final : public ResultRows {
    Q_OBJECT

public:
    /// How an operation ended, or why none began: a row that stays.
    struct Note {
        QString text;
        bool bad = false;
        int position = 0; // store rows that stand before it
    };

    ResultModel(const ResultStore &store, Describe describe, QObject *parent = nullptr);

    void setDescribe(Describe describe);
    void setFilter(ResultFilter filter);
    void addNote(const QString &text, bool bad);
    /// Marks rows against the run before (may be nullptr); it outlives this.
    void compareWith(const ResultStore *before);
    /// This row of the store was read again: its later row stands in its place, and is not a row of its own.
    void supersede(int storeRow, int laterRow);
    /// Column -1: the order in which it arrived, which is OID order for walks. Ends in sorted().
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] bool isNote(const QModelIndex &index) const override;
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] int shown() const override { return int(m_rows.size()) - m_notesShown; }
    [[nodiscard]] int total() const override { return m_store.size() - int(m_later.size()); }
    [[nodiscard]] QList<int> noteLines() const override;
    [[nodiscard]] bool isFiltering() const override { return !m_filter.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void scan();
    void arrange();
    void apply();
    [[nodiscard]] std::vector<int> arranged() const;
    [[nodiscard]] int lineOf(int row) const;
    [[nodiscard]] std::function<SortKey(int)> keyMaker() const;
    [[nodiscard]] int latest(int storeRow) const;
    [[nodiscard]] UtcMicroseconds timeOf(int storeRow) const;

    const ResultStore &m_store;
    const ResultStore *m_before = nullptr;
    ResultFilter m_filter;
    std::vector<int> m_rows; // a store row, or -1 - note
    std::vector<Note> m_notes;
    std::vector<std::pair<int, UtcMicroseconds>> m_times; // from this store row on
    std::unordered_map<int, int> m_latest; // rows of the store that were read again
    std::unordered_set<int> m_later; // and what was read
    int m_scanned = 0;
    int m_notesShown = 0;
    QTimer m_scan;
    bool m_isAnew = false; // the filter changed and has not seen all
    size_t m_ordering = 0; // lines that are being ordered; those behind arrived since
    RowOrder m_order;
};

} // namespace walkabout
