// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecolumns.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TableColumns", text); }

bool isNumber(const TypeInfo &type) {
    switch (type.base) {
    case BaseType::Integer32: return type.enums.isEmpty();
    case BaseType::Unsigned32:
    case BaseType::Counter32:
    case BaseType::Gauge32:
    case BaseType::TimeTicks:
    case BaseType::Counter64: return true;
    default: return false;
    }
}

QString toolTip(const NodeRef &node) {
    QStringList lines{node.qualifiedName(), node.oid().toString(), node.syntax().simplified()};
    if (!node.units().isEmpty())
        lines.last() += u", %1"_s.arg(node.units());
    return lines.join(u'\n');
}

TableColumn columnOf(const NodeRef &node) {
    TableColumn column;
    column.oid = node.oid();
    column.title = node.name();
    column.type = node.type();
    column.toolTip = toolTip(node);
    column.isWritable = node.isWritable();
    column.isNumber = isNumber(column.type);
    column.refers = refersTo(column.title, column.type);
    return column;
}

bool isReadable(const NodeRef &node) {
    return node.access() != Access::NotAccessible && node.access() != Access::AccessibleForNotify;
}

QList<TableColumn> indexColumns(const NodeRef &row, const Oid &entry) {
    QList<TableColumn> columns;
    const QList<IndexItem> items = row.indexes();
    const QList<NodeRef> nodes = row.indexNodes();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const NodeRef node = nodes.value(i);
        TableColumn column = node.isNull() ? TableColumn() : columnOf(node);
        if (node.isNull())
            column.title = items.at(i).name.section(u"::"_s, -1);
        else if (isReadable(node) && column.oid.size() == entry.size() + 1 && column.oid.startsWith(entry))
            column.number = column.oid.last();
        column.indexPart = int(i);
        column.isWritable = false;
        columns.append(column);
    }
    return columns;
}

} // namespace

Oid tableEntry(const Library &library, const Oid &table) {
    const NodeRef node = library.node(table);
    if (const NodeRef row = node.isNull() ? NodeRef() : node.rowNode(); !row.isNull())
        return row.oid();
    return table + 1;
}

QList<TableColumn> tableColumns(const Library &library, const Oid &entry, const QList<TableJoin> &joins) {
    const NodeRef row = library.node(entry);
    QList<TableColumn> columns = row.isNull() ? QList<TableColumn>() : indexColumns(row, entry);
    if (columns.isEmpty()) {
        TableColumn whole;
        whole.title = tr("Index");
        whole.indexPart = 0;
        columns.append(whole);
    }
    if (row.isNull())
        return columns;
    for (const NodeRef &node : row.columns()) {
        const bool pinned
            = std::ranges::any_of(columns, [&](const TableColumn &c) { return c.number != 0 && c.oid == node.oid(); });
        if (pinned || !isReadable(node))
            continue;
        TableColumn column = columnOf(node);
        column.number = column.oid.last();
        columns.append(column);
    }
    const std::vector<JoinedTable> tables = joinedTables(library, entry, joins);
    for (const TableJoin &join : joins) {
        const auto table = std::ranges::find(tables, join.entry, &JoinedTable::entry);
        for (const NodeRef &node : joinedColumns(library, join.entry)) {
            TableColumn column = columnOf(node);
            column.number = ColumnKey(table - tables.begin() + 1) << 32 | column.oid.last();
            columns.append(column);
        }
    }
    return columns;
}

TableColumn unknownColumn(const Library &library, const Oid &entry, ColumnKey number) {
    const Oid oid = entry + Oid::Part(number);
    const NodeRef node = library.node(oid);
    TableColumn column;
    if (!node.isNull())
        column = columnOf(node);
    column.oid = oid;
    column.number = number;
    if (node.isNull()) {
        column.title = QString::number(number);
        column.toolTip = oid.toString();
    }
    return column;
}

} // namespace walkabout
