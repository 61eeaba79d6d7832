// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/slicedrows.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace walkabout {

/// A result as a list: a view of the store, row by row, with the notes of how operations ended between them: below all
/// rows where a column sorts, above what arrived since. The order in which it arrived is OID order for walks. Starts
/// nothing, owns no data; the store outlives it.
class ResultModel final : public SlicedRows {
    Q_OBJECT

public:
    /// How an operation ended, or why none began: a row that stays.
    struct Note {
        QString text;
        bool bad = false;
        int position = 0; // store rows that stand before it
    };

    ResultModel(const ResultStore &store, Describe describe, QObject *parent = nullptr);

    void addNote(const QString &text, bool bad);
    /// Marks rows against the run before (may be nullptr); it outlives this.
    void compareWith(const ResultStore *before);
    /// Marks what is pending; it outlives this.
    void setChanges(const ChangeSheet &changes);
    /// This row of the store was read again: its later row stands in its place, and is not a row of its own.
    void supersede(int storeRow, int laterRow);

    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const override;
    [[nodiscard]] int total() const override { return m_store.size() - int(m_later.size()); }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    // A number shown is a store row, or -1 - note.
    void scan() override;
    [[nodiscard]] bool isNoteRow(int row) const override { return row < 0; }
    [[nodiscard]] std::vector<int> toOrder() const override;
    [[nodiscard]] std::vector<int> arranged() const override;
    [[nodiscard]] int lineOf(int row) const override;
    [[nodiscard]] std::function<SortKey(int)> keyMaker() const override;
    [[nodiscard]] int latest(int storeRow) const;

    const ResultStore &m_store;
    const ResultStore *m_before = nullptr;
    const ChangeSheet *m_changes = nullptr;
    std::vector<Note> m_notes;
    Times m_times;
    std::unordered_map<int, int> m_latest; // rows of the store that were read again
    std::unordered_set<int> m_later; // and what was read
};

} // namespace walkabout
