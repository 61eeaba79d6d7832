// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/resultstore.h"
#include "ui/table/joinedtable.h"

#include <QHash>

#include <optional>
#include <vector>

namespace walkabout {

/// Where the varbinds of a conceptual table, and of those joined to it, stand: rows by instance in the order they came,
/// cells as row numbers of the result. A joined table of the same key fills the same rows; one that is found by a value
/// fills each row that has the value, whichever of the two comes first.
class TableCells final {
public:
    static constexpr int Hole = -1;
    /// The cells of one reading.
    class Columns final {
    public:
        /// For each row: the row of the result, or Hole; short where holes end it.
        QHash<ColumnKey, std::vector<int>> cells;

    private:
        friend class TableCells;
        struct Other { // a row of a joined table
            std::vector<int> rows; // that show it
            std::vector<std::pair<quint32, int>> cells; // by its column's number: rows of the result
        };
        std::vector<QHash<quint32, Other>> m_others; // by joined table: by its key
        std::vector<bool> m_isFollowed; // rows whose index was
    };
    struct Place {
        int row = Hole; // Hole: a row of a joined table, shown in the rows below
        ColumnKey column = 0;
        bool newRow = false;
        bool newColumn = false;
        std::vector<int> rows;
    };

    TableCells() = default;
    /// index: of the entry, where joined tables are found by a part of it.
    explicit TableCells(Oid entry, std::vector<JoinedTable> joined = {}, index::Schema index = {});

    /// nullopt: that row of the store is of no table here. A later value of the same instance takes the place of the
    /// former.
    std::optional<Place> put(const ResultStore &store, int at) { return put(store, at, m_columns); }
    /// The same, into columns that are to be exchanged for these.
    std::optional<Place> put(const ResultStore &store, int at, Columns &columns);
    /// All cells are others now; gives those that were.
    Columns exchange(Columns columns) { return std::exchange(m_columns, std::move(columns)); }

    [[nodiscard]] const Oid &entry() const { return m_entry; }
    [[nodiscard]] int rows() const { return int(m_rows.size()); }
    /// Every row's number is below it; those between that are released are none's.
    [[nodiscard]] int bound() const { return int(m_instances.size()); }
    [[nodiscard]] const Oid &instance(int row) const { return m_instances[size_t(row)]; }
    [[nodiscard]] std::optional<int> rowOf(const Oid &instance) const;
    [[nodiscard]] bool hasColumn(ColumnKey column) const { return m_columns.cells.contains(column); }
    [[nodiscard]] QList<ColumnKey> columns() const { return m_columns.cells.keys(); }
    /// The row of the result, or Hole.
    [[nodiscard]] int cell(int row, ColumnKey column) const;

    /// The row is gone: its number goes to the next instance that is new.
    void release(int row);
    [[nodiscard]] bool isReleased(int row) const { return m_instances[size_t(row)].isEmpty(); }

private:
    int place(const Oid &instance, bool &isNew);
    static void set(Columns &columns, ColumnKey column, int row, int at);
    void putOther(const ResultStore &store, int at, size_t joined, quint32 number, const Oid &instance,
        Columns &columns, Place &found) const;
    void follow(const ResultStore &store, const Place &found, int at, Columns &columns) const;
    void link(const ResultStore &store, size_t joined, quint32 key, int row, Columns &columns) const;

    Oid m_entry;
    std::vector<JoinedTable> m_joined;
    index::Schema m_index;
    std::vector<Oid> m_instances; // empty: released
    std::vector<int> m_released;
    QHash<Oid, int> m_rows;
    Columns m_columns;
};

} // namespace walkabout
