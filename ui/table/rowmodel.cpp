// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/rowmodel.h"

#include "ui/table/tablemodel.h"

namespace walkabout {

RowModel::RowModel(const QAbstractItemModel &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table) {
    connect(&table, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (m_row.isValid() && first.row() <= m_row.row() && m_row.row() <= last.row())
            emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
    });
    connect(&table, &QAbstractItemModel::modelReset, this, &RowModel::renew);
    connect(&table, &QAbstractItemModel::columnsInserted, this, &RowModel::renew);
    connect(&table, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!m_row.isValid())
            renew();
    });
}

void RowModel::renew() {
    beginResetModel();
    endResetModel();
}

void RowModel::showRow(const QModelIndex &row) {
    if (row.isValid() && row.row() == m_row.row())
        return;
    beginResetModel();
    m_row = row;
    endResetModel();
}

QModelIndex RowModel::cellOf(const QModelIndex &line) const {
    return m_row.isValid() && line.isValid() ? m_table.index(m_row.row(), line.row()) : QModelIndex();
}

int RowModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_row.isValid() ? 0 : m_table.columnCount();
}

int RowModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(ColumnCount); }

QVariant RowModel::data(const QModelIndex &index, int role) const {
    const QModelIndex cell = cellOf(index);
    if (!cell.isValid() || role == Qt::TextAlignmentRole)
        return {};
    if (index.column() == Value)
        return cell.data(role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return m_table.headerData(cell.column(), Qt::Horizontal, role);
    case TableModel::CopyRole: return m_table.headerData(cell.column(), Qt::Horizontal, Qt::DisplayRole);
    default: return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Column") : tr("Value");
}

} // namespace walkabout
