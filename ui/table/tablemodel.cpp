// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TableModel::TableModel(const ResultStore &store, const Oid &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_table(table)
    , m_describe(Library::empty()) {
    rebuild();
    connect(&store, &ResultStore::grew, this, &TableModel::take);
}

void TableModel::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    rebuild();
}

void TableModel::rebuild() {
    beginResetModel();
    const Library &library = *m_describe.library();
    m_cells = TableCells(tableEntry(library, m_table));
    m_columns = tableColumns(library, m_cells.entry());
    m_indexColumns = int(std::ranges::count_if(m_columns, [](const TableColumn &c) { return c.indexPart >= 0; }));
    for (int row = 0; row < m_store.size(); ++row)
        m_cells.put(m_store.oidAt(row), row);
    QList<quint32> numbers = m_cells.columns();
    std::ranges::sort(numbers);
    for (const quint32 number : numbers) {
        if (std::ranges::none_of(m_columns, [&](const TableColumn &c) { return c.number == number; }))
            m_columns.append(unknownColumn(library, m_cells.entry(), number));
    }
    if (m_sortColumn >= m_columns.size())
        m_sortColumn = -1;
    fillOrder();
    endResetModel();
}

void TableModel::take(int first, int last) {
    const int known = m_cells.rows();
    std::vector<int> touched;
    for (int row = first; row <= last; ++row) {
        const auto place = m_cells.put(m_store.oidAt(row), row);
        if (!place)
            continue;
        if (place->newColumn)
            noteColumn(place->column);
        if (place->row < known)
            touched.push_back(place->row);
    }
    if (m_cells.rows() > known)
        showRows(known);
    // Which lines those rows stand on takes as long to find as the view takes to look at its own few dozen.
    if (!touched.empty() && !m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TableModel::noteColumn(quint32 number) {
    if (std::ranges::any_of(m_columns, [&](const TableColumn &c) { return c.number == number; }))
        return;
    const int at = int(m_columns.size());
    beginInsertColumns({}, at, at);
    m_columns.append(unknownColumn(*m_describe.library(), m_cells.entry(), number));
    endInsertColumns();
}

void TableModel::showRows(int from) {
    std::vector<int> fresh;
    for (int row = from; row < m_cells.rows(); ++row) {
        if (passes(row))
            fresh.push_back(row);
    }
    const auto byIndex = [this](int a, int b) { return isBeforeByIndex(a, b); };
    std::ranges::sort(fresh, byIndex);
    // Runs that belong together come in one piece; mostly that is all of them, at the end.
    for (size_t i = 0; i < fresh.size();) {
        const auto at = m_sortColumn < 0 ? std::ranges::upper_bound(m_order, fresh[i], byIndex) : m_order.end();
        size_t end = i + 1;
        while (end < fresh.size() && (at == m_order.end() || byIndex(fresh[end], *at)))
            ++end;
        const int line = int(at - m_order.begin());
        beginInsertRows({}, line, line + int(end - i) - 1);
        m_order.insert(at, fresh.begin() + qsizetype(i), fresh.begin() + qsizetype(end));
        endInsertRows();
        i = end;
    }
}

bool TableModel::passes(int row) const {
    if (m_filter.isEmpty())
        return true;
    const auto rowText = [this, row] {
        QStringList texts;
        for (int column = 0; column < m_columns.size(); ++column)
            texts << text(row, column);
        return texts.join(u'\n');
    };
    const auto cells = [this, row] {
        VarBinds binds;
        for (int column = 0; column < m_columns.size(); ++column) {
            if (const int at = storeRow(row, column); at != TableCells::Hole)
                binds.append(m_store.at(at));
        }
        return binds;
    };
    return m_filter.matches(rowText, cells, m_describe);
}

void TableModel::fillOrder() {
    m_order.clear();
    for (int row = 0; row < m_cells.rows(); ++row) {
        if (passes(row))
            m_order.push_back(row);
    }
    sortRows();
}

void TableModel::sortRows() {
    std::ranges::sort(m_order, [this](int a, int b) { return isBeforeByIndex(a, b); });
    if (m_sortColumn < 0)
        return;
    std::vector<CellKey> keys(size_t(m_cells.rows()));
    for (const int row : m_order)
        keys[size_t(row)] = key(row, m_sortColumn);
    std::ranges::stable_sort(m_order, [&](int a, int b) {
        const CellKey &left = keys[size_t(a)];
        const CellKey &right = keys[size_t(b)];
        if (left.isHole() || right.isHole())
            return !left.isHole();
        return m_sortOrder == Qt::AscendingOrder ? left.isBefore(right) : right.isBefore(left);
    });
}

void TableModel::arrange() {
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> rows;
    for (const QModelIndex &index : before)
        rows.push_back(m_order[size_t(index.row())]);
    fillOrder();
    QHash<int, int> lines;
    for (size_t line = 0; line < m_order.size(); ++line)
        lines.insert(m_order[line], int(line));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto line = lines.constFind(rows[size_t(i)]);
        after << (line == lines.cend() ? QModelIndex() : index(*line, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void TableModel::setFilter(const QString &text) {
    m_filter = TableFilter::parse(text);
    arrange();
}

void TableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < columnCount() ? column : -1;
    m_sortOrder = order;
    arrange();
}

} // namespace walkabout
