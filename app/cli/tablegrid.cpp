// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tablegrid.h"

#include "core/work/objectname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TableGrid::TableGrid(Library::Pointer library, NodeRef row)
    : m_library(std::move(library))
    , m_row(row)
    , m_table(row.parent().qualifiedName()) {
    for (const IndexItem &item : row.indexes())
        m_indexNames.append(item.name.section(u"::"_s, -1));
}

Result<TableGrid> TableGrid::make(const Library::Pointer &library, const QString &object, const QStringList &columns) {
    const auto found = ObjectName::parse(object, *library);
    if (!found)
        return found.failure();
    const NodeRef row = library->nearest(found->oid).rowNode();
    if (!row)
        return Failure(Failure::Kind::BadUsage, {QCoreApplication::translate("Cli", "%1 is no table.").arg(object)});
    TableGrid grid(library, row);
    const auto all = row.columns();
    if (columns.isEmpty()) {
        for (const NodeRef &node : all) {
            if (node.access() != Access::NotAccessible && node.access() != Access::AccessibleForNotify)
                grid.m_columns.push_back({node.oid(), node.name()});
        }
        return grid;
    }
    grid.m_chosen = true;
    for (const QString &name : columns) {
        const auto at = std::ranges::find_if(
            all, [&](const NodeRef &node) { return node.name() == name || node.qualifiedName() == name; });
        if (at == all.end())
            return Failure(Failure::Kind::BadUsage,
                {QCoreApplication::translate("Cli", "%1 has no column %2.").arg(grid.m_table, name)});
        grid.m_columns.push_back({at->oid(), at->name()});
    }
    return grid;
}

void TableGrid::add(const VarBinds &varBinds) {
    for (const VarBind &varBind : varBinds) {
        const auto column = std::ranges::find_if(
            m_columns, [&](const Column &candidate) { return varBind.oid.startsWith(candidate.oid); });
        if (column == m_columns.end() || varBind.value.isException())
            continue;
        Cells &cells = m_rows[varBind.oid.mid(column->oid.size())];
        cells.resize(m_columns.size());
        cells[size_t(column - m_columns.begin())] = varBind.value;
    }
}

bool TableGrid::refersTo(Refers refers) const {
    const auto does = [refers](const NodeRef &node) {
        return !node.isNull() && walkabout::refersTo(node.name(), node.type()) == refers;
    };
    return std::ranges::any_of(m_row.indexNodes(), does)
        || std::ranges::any_of(m_columns, [&](const Column &column) { return does(m_library->node(column.oid)); });
}

QString TableGrid::text(const IndexValue &value) const {
    const auto *number = std::get_if<qint64>(&value.value);
    const QString name
        = m_interfaces && number ? m_interfaces->text(walkabout::refersTo(value.name, value.type), *number) : QString();
    return name.isEmpty() ? value.text : name;
}

std::optional<QList<IndexValue>> TableGrid::index(const Oid &instance) const { return index::split(m_row, instance); }

} // namespace walkabout
