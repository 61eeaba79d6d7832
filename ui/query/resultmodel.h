// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/work/describe.h"
#include "core/work/resultstore.h"
#include "ui/query/resultfilter.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace walkabout {

/// A result as a list: a view of the store, row by row, with the notes of how operations ended between them. What is
/// filtered is a vector of row numbers, built in slices so that the window stays quick. Starts nothing, owns no data;
/// the store outlives it.
class ResultModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, ValueText, Units, Type, ObjectId, Time, ColumnCount };
    enum Role { IsNoteRole = Qt::UserRole, CopyRole };
    enum class Change { None, Changed, New };
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

    [[nodiscard]] bool isNote(const QModelIndex &index) const;
    /// nullopt on a note.
    [[nodiscard]] std::optional<VarBind> varBindAt(const QModelIndex &index) const;
    /// Rows shown that are varbinds, and whether the filter has seen all.
    [[nodiscard]] int shown() const { return int(m_rows.size()) - m_notesShown; }
    [[nodiscard]] bool isFiltering() const { return !m_filter.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// All that has arrived so far is shown or filtered out.
    void caughtUp();

private:
    void scan();
    [[nodiscard]] Change changeOf(const VarBind &varBind) const;
    [[nodiscard]] QVariant text(const VarBind &varBind, int storeRow, int column) const;
    [[nodiscard]] QVariant noteData(const Note &note, int column, int role) const;
    [[nodiscard]] UtcMicroseconds timeOf(int storeRow) const;

    const ResultStore &m_store;
    const ResultStore *m_before = nullptr;
    Describe m_describe;
    ResultFilter m_filter;
    std::vector<int> m_rows; // a store row, or -1 - note
    std::vector<Note> m_notes;
    std::vector<std::pair<int, UtcMicroseconds>> m_times; // from this store row on
    int m_scanned = 0;
    int m_notesShown = 0;
    QTimer m_scan;
};

} // namespace walkabout
