// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QPersistentModelIndex>

namespace walkabout {

/// One row of a table, turned: each of its columns is a line of name and value. Follows the row wherever the table
/// sorts it. The table's model outlives it.
class RowModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };

    explicit RowModel(const QAbstractItemModel &table, QObject *parent = nullptr);

    void showRow(const QModelIndex &row);
    /// The cell of the table that a line shows; invalid: no row is shown.
    [[nodiscard]] QModelIndex cellOf(const QModelIndex &line) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void renew();

    const QAbstractItemModel &m_table;
    QPersistentModelIndex m_row;
};

} // namespace walkabout
