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
    std::optional<Place> put(const Oid &oid, int storeRow);

    [[nodiscard]] const Oid &entry() const { return m_entry; }
    [[nodiscard]] int rows() const { return int(m_instances.size()); }
    [[nodiscard]] const Oid &instance(int row) const { return m_instances[size_t(row)]; }
    [[nodiscard]] bool hasColumn(quint32 column) const { return m_columns.contains(column); }
    [[nodiscard]] QList<quint32> columns() const { return m_columns.keys(); }
    /// The row of the result, or Hole.
    [[nodiscard]] int cell(int row, quint32 column) const;

private:
    Oid m_entry;
    std::vector<Oid> m_instances;
    QHash<Oid, int> m_rows;
    QHash<quint32, std::vector<int>> m_columns;
};

} // namespace walkabout
