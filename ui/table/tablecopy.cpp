// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecopy.h"

#include "ui/table/tablemodel.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace walkabout::tablecopy {

namespace {

QModelIndexList selected(const QTableView &view) {
    QModelIndexList indexes = view.selectionModel()->selectedIndexes();
    indexes.removeIf([&view](const QModelIndex &index) { return view.isColumnHidden(index.column()); });
    std::ranges::sort(indexes, {}, [](const QModelIndex &index) { return std::pair(index.row(), index.column()); });
    return indexes;
}

QString quoted(QString text) {
    if (!text.contains(u'\t') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString cells(const TableModel &model, const QTableView &view, bool withHeader) {
    const QModelIndexList indexes = selected(view);
    if (indexes.size() == 1 && !withHeader)
        return indexes.first().data(TableModel::CopyRole).toString();
    std::set<int> columns;
    std::map<int, std::map<int, QString>> rows;
    for (const QModelIndex &index : indexes) {
        columns.insert(index.column());
        rows[index.row()][index.column()] = quoted(index.data(TableModel::CopyRole).toString());
    }
    QStringList lines;
    if (withHeader) {
        QStringList titles;
        for (const int column : columns)
            titles << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        lines << titles.join(u'\t');
    }
    for (const auto &[row, texts] : rows) {
        QStringList line;
        for (const int column : columns) {
            const auto text = texts.find(column);
            line << (text == texts.end() ? QString() : text->second);
        }
        lines << line.join(u'\t');
    }
    return lines.join(u'\n');
}

QString oids(const TableModel &model, const QTableView &view) {
    QStringList lines;
    for (const QModelIndex &index : selected(view)) {
        if (const Oid oid = model.instanceAt(index); !oid.isEmpty())
            lines << oid.toString();
    }
    return lines.join(u'\n');
}

} // namespace walkabout::tablecopy
