// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/filterrun.h"
#include "ui/query/slicedrows.h"

namespace walkabout {

/// A result as a list: a view of the store, row by row, and between them what is no row of it: notes of how operations
/// ended, and rows of the run before that are gone. Those stand where they were said, and below all rows where a column
/// sorts, above what arrived since. The order in which it arrived is OID order for walks. Starts nothing, owns no data;
/// the store outlives it.
class ResultModel final : public SlicedRows {
    Q_OBJECT

public:
    ResultModel(const ResultStore &store, Describe describe, QObject *parent = nullptr);

    /// How an operation ended, or why none began: a row that stays.
    void addNote(const QString &text, bool bad);
    /// Marks rows against the run before (may be nullptr); it outlives this.
    void compareWith(const ResultStore *before);
    /// Both runs have ended: what came of it, and the rows that are gone.
    void showDifference(std::shared_ptr<const RunDifference> difference);
    /// Marks what is pending; it outlives this.
    void setChanges(const ChangeSheet &changes);
    /// This row of the store was read again: its later row stands in its place, and is not a row of its own.
    void supersede(int storeRow, int laterRow);

    /// What a line stands for: a row of the store, or, below 0, an aside.
    [[nodiscard]] const std::vector<int> &numbers() const { return m_rows; }
    [[nodiscard]] const ResultStore &store() const { return m_store; }
    [[nodiscard]] const Describe &describe() const { return m_describe; }
    /// All that the store holds is shown or filtered out.
    [[nodiscard]] bool isCaughtUp() const { return m_scanned == m_store.size() && !m_finding.isRunning(); }
    [[nodiscard]] QVariant cellOf(int number, int column, int role) const;
    /// nullopt: a note.
    [[nodiscard]] std::optional<VarBind> varBindOf(int number) const;
    [[nodiscard]] bool isNoteNumber(int number) const { return number < 0 && aside(number).goneRow < 0; }
    /// The row of the store that was read last for this one.
    [[nodiscard]] int latest(int storeRow) const;
    /// Rows of the store that stand for another: no rows of their own.
    [[nodiscard]] const std::unordered_set<int> &later() const { return m_later; }
    [[nodiscard]] const Times &times() const { return m_times; }

    [[nodiscard]] bool isNote(const QModelIndex &index) const override;
    [[nodiscard]] QList<int> noteLines() const override;
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] int total() const override { return m_store.size() - int(m_later.size()); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Aside {
        QString text; // of a note
        bool bad = false;
        int goneRow = -1; // of the run before; -1: a note
        int position = 0; // store rows that stand before it
    };

    void restart() override;
    void scan() override;
    void find();
    void takeFound(const std::vector<int> &rows, int before);
    /// The asides that stand before this row of the store, from where the last look ended.
    void lookAtAsides(int storeRow, std::vector<int> &fresh);
    [[nodiscard]] bool passes(int storeRow) const;
    [[nodiscard]] std::optional<Change> changeAt(int storeRow) const;
    [[nodiscard]] bool isNoteRow(int row) const override { return row < 0; }
    [[nodiscard]] std::vector<int> toOrder() const override;
    [[nodiscard]] std::vector<int> arranged() const override;
    [[nodiscard]] int lineOf(int row) const override;
    [[nodiscard]] RowOrder::Keys keysOnPool() const override;
    [[nodiscard]] const Aside &aside(int number) const { return m_asides[size_t(-1 - number)]; }

    const ResultStore &m_store;
    const ResultStore *m_before = nullptr;
    std::shared_ptr<const RunDifference> m_difference;
    std::vector<Aside> m_asides; // a number shown is -1 - its place here
    int m_asidesLooked = 0;
    const ChangeSheet *m_changes = nullptr;
    Times m_times;
    FilterRun m_finding;
    std::unordered_map<int, int> m_latest; // rows of the store that were read again
    std::unordered_set<int> m_later; // and what was read
};

} // namespace walkabout
