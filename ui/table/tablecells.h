// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QHash>

#include <optional>
#include <vector>

namespace walkabout {

/// Where the varbinds of a conceptual table stand: rows by instance in the order they came, cells as row numbers of the
/// result.
class TableCells final {
public:
    static constexpr int Hole = -1;
    /// By the column's number under the entry, for each row: the row of the result, or Hole; short where holes end it.
    using Columns = QHash<quint32, std::vector<int>>;
    struct Place {
        int row = 0;
        quint32 column = 0; // the column's number under the entry
        bool newRow = false;
        bool newColumn = false;
    };

    TableCells() = default;
    explicit TableCells(Oid entry)
        : m_entry(std::move(entry)) {}

    /// nullopt: the OID is not an instance below the entry. A later value of the same instance takes the place of the
    /// former.
    std::optional<Place> put(const Oid &oid, int storeRow) { return put(oid, storeRow, m_columns); }
    /// The same, into columns that are to be exchanged for these.
    std::optional<Place> put(const Oid &oid, int storeRow, Columns &columns);
    /// All cells are others now; gives those that were.
    Columns exchange(Columns columns) { return std::exchange(m_columns, std::move(columns)); }

    [[nodiscard]] const Oid &entry() const { return m_entry; }
    [[nodiscard]] int rows() const { return int(m_rows.size()); }
    /// Every row's number is below it; those between that are released are none's.
    [[nodiscard]] int bound() const { return int(m_instances.size()); }
    [[nodiscard]] const Oid &instance(int row) const { return m_instances[size_t(row)]; }
    [[nodiscard]] std::optional<int> rowOf(const Oid &instance) const;
    [[nodiscard]] bool hasColumn(quint32 column) const { return m_columns.contains(column); }
    [[nodiscard]] QList<quint32> columns() const { return m_columns.keys(); }
    /// The row of the result, or Hole.
    [[nodiscard]] int cell(int row, quint32 column) const;

    /// The row is gone: its number goes to the next instance that is new.
    void release(int row);
    [[nodiscard]] bool isReleased(int row) const { return m_instances[size_t(row)].isEmpty(); }

private:
    int place(const Oid &instance, bool &isNew);

    Oid m_entry;
    std::vector<Oid> m_instances; // empty: released
    std::vector<int> m_released;
    QHash<Oid, int> m_rows;
    Columns m_columns;
};

} // namespace walkabout
