// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tablegrid.h"

#include "core/work/objectname.h"
#include "core/work/plan.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace walkabout {

TableGrid::TableGrid(Library::Pointer library, NodeRef row)
    : m_library(std::move(library))
    , m_row(row)
    , m_table(row.parent().qualifiedName()) {
    for (const IndexItem &item : row.indexes())
        m_indexNames.append(item.name.section(u"::"_s, -1));
}

Result<TableGrid> TableGrid::make(
    const Library::Pointer &library, const QString &object, const QStringList &columns, Joining joining) {
    const auto found = ObjectName::parse(object, *library);
    if (!found)
        return found.failure();
    const NodeRef row = library->nearest(found->oid).rowNode();
    if (!row)
        return Failure(Failure::Kind::BadUsage, {QCoreApplication::translate("Cli", "%1 is no table.").arg(object)});
    TableGrid grid(library, row);
    if (joining == Joining::Usual) {
        grid.m_joins = usualJoins(*library, row.oid());
        if (grid.m_joins.isEmpty())
            return Failure(Failure::Kind::BadUsage,
                {QCoreApplication::translate("Cli", "%1: no table is known to go with it.").arg(grid.m_table)});
    }
    std::vector<std::pair<NodeRef, int>> offered;
    for (const NodeRef &node : row.columns()) {
        if (!columns.isEmpty() || plan::isReadable(node))
            offered.emplace_back(node, Own);
    }
    for (int join = 0; join < grid.m_joins.size(); ++join) {
        for (const NodeRef &node : joinedColumns(*library, grid.m_joins.at(join).entry))
            offered.emplace_back(node, join);
    }
    if (columns.isEmpty()) {
        for (const auto &[node, join] : offered)
            grid.addColumn(node, join);
        return grid;
    }
    grid.m_chosen = true;
    for (const QString &name : columns) {
        const auto at = std::ranges::find_if(
            offered, [&](const auto &each) { return each.first.name() == name || each.first.qualifiedName() == name; });
        if (at == offered.end())
            return Failure(Failure::Kind::BadUsage,
                {QCoreApplication::translate("Cli", "%1 has no column %2.").arg(grid.m_table, name)});
        grid.addColumn(at->first, at->second);
    }
    return grid;
}

void TableGrid::addColumn(const NodeRef &node, int join) {
    const bool isTaken = std::ranges::find(m_columns, node.name(), &Column::name) != m_columns.end();
    m_columns.push_back({node.oid(), isTaken && join != Own ? node.qualifiedName() : node.name(), join});
}

QList<TableJoin> TableGrid::joinsInUse() const {
    QList<TableJoin> used;
    for (int join = 0; join < m_joins.size(); ++join) {
        if (std::ranges::find(m_columns, join, &Column::join) != m_columns.end())
            used.append(m_joins.at(join));
    }
    return used;
}

// A row is there where the table itself has one: of columns of others alone something of its own is read too.
QStringList TableGrid::asked() const {
    QStringList dotted;
    for (const Column &column : m_columns) {
        if (column.join == Own)
            dotted.append(column.oid.toString());
    }
    for (const Oid &column : linkingColumns(*m_library, m_row.oid(), joinsInUse())) {
        if (column.startsWith(m_row.oid()) && !dotted.contains(column.toString()))
            dotted.append(column.toString());
    }
    for (const NodeRef &node : m_row.columns()) {
        if (dotted.isEmpty() && plan::isReadable(node))
            dotted.append(node.oid().toString());
    }
    return dotted;
}

QStringList TableGrid::askedJoined() const {
    QStringList dotted;
    for (const Column &column : m_columns) {
        if (column.join != Own)
            dotted.append(column.oid.toString());
    }
    for (const Oid &column : linkingColumns(*m_library, m_row.oid(), joinsInUse())) {
        if (!column.startsWith(m_row.oid()) && !dotted.contains(column.toString()))
            dotted.append(column.toString());
    }
    return dotted;
}

void TableGrid::clear() {
    m_rows.clear();
    m_found.clear();
    m_served.clear();
}

TableGrid::Cells &TableGrid::cellsOf(const Oid &instance) {
    Cells &cells = m_rows[instance];
    cells.resize(m_columns.size());
    return cells;
}

void TableGrid::add(const VarBinds &varBinds) {
    const bool leadsOn = std::ranges::any_of(m_joins, [](const TableJoin &join) { return !join.path.isEmpty(); });
    for (const VarBind &varBind : varBinds) {
        if (varBind.value.isException())
            continue;
        if (leadsOn)
            m_found.insert(varBind.oid, varBind.value);
        if (varBind.oid.startsWith(m_row.oid()))
            cellsOf(varBind.oid.mid(m_row.oid().size() + 1));
        const auto column = std::ranges::find_if(
            m_columns, [&](const Column &candidate) { return varBind.oid.startsWith(candidate.oid); });
        if (column == m_columns.end())
            continue;
        if (column->join != Own)
            m_served.insert(column->oid);
        if (!isLedTo(*column))
            cellsOf(varBind.oid.mid(column->oid.size()))[size_t(column - m_columns.begin())] = varBind.value;
    }
}

void TableGrid::settle() {
    for (auto &[instance, cells] : m_rows) {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (!isLedTo(m_columns[i]))
                continue;
            const Oid other = leadsTo(instance, m_joins.at(m_columns[i].join));
            const auto found = other.isEmpty() ? m_found.cend() : m_found.constFind(m_columns[i].oid + other);
            cells[i] = found == m_found.cend() ? std::nullopt : std::optional(*found);
        }
    }
}

std::optional<qint64> TableGrid::value(const Oid &instance) const {
    const auto found = m_found.constFind(instance);
    return found != m_found.cend() && found->isInteger() ? std::optional(found->toSigned()) : std::nullopt;
}

std::optional<qint64> TableGrid::indexValue(const Oid &instance, const Oid &object) const {
    const QList<NodeRef> nodes = m_row.indexNodes();
    const auto part = std::ranges::find(nodes, object, &NodeRef::oid);
    const auto values = part == nodes.end() ? std::nullopt : index(instance);
    if (!values || values->size() <= part - nodes.begin())
        return {};
    const auto *number = std::get_if<qint64>(&values->at(part - nodes.begin()).value);
    return number ? std::optional(*number) : std::nullopt;
}

// Tables on the way, and the one they lead to, are keyed by one number.
Oid TableGrid::leadsTo(const Oid &instance, const TableJoin &join) const {
    Oid at = instance;
    for (qsizetype step = 0; step < join.path.size(); ++step) {
        const Oid &object = join.path.at(step);
        std::optional<qint64> number = step == 0 ? indexValue(instance, object) : std::nullopt;
        if (!number)
            number = value(object + at);
        if (!number || *number <= 0 || *number > std::numeric_limits<Oid::Part>::max())
            return {};
        at = Oid{Oid::Part(*number)};
    }
    return at;
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
