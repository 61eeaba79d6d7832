// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/tablejoin.h"

#include "core/work/interfacereference.h"
#include "core/work/plan.h"

#include <algorithm>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

const Oid standard{1, 3, 6, 1, 2, 1}; // mib-2
const Oid interfaceIndex{1, 3, 6, 1, 2, 1, 2, 2, 1, 1};
const Oid bridgePort{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 1};
const Oid portToInterface{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2};
const QList<Oid> interfaceEntries{
    {1, 3, 6, 1, 2, 1, 2, 2, 1}, {1, 3, 6, 1, 2, 1, 31, 1, 1, 1}, {1, 3, 6, 1, 2, 1, 10, 7, 2, 1}};

Refers refersNode(const NodeRef &node) { return node.isNull() ? Refers::Nothing : refersTo(node.name(), node.type()); }

// Which objects a row is found by, and whether the last is IMPLIED; empty: not known.
struct Key {
    QList<Oid> objects;
    bool isImplied = false;

    friend bool operator==(const Key &, const Key &) = default;
};

Key keyOf(const NodeRef &row) {
    Key key;
    for (const NodeRef &node : row.indexNodes()) {
        if (node.isNull())
            return {};
        switch (refersNode(node)) {
        case Refers::Interface: key.objects.append(interfaceIndex); break;
        case Refers::BridgePort: key.objects.append(bridgePort); break;
        case Refers::Nothing: key.objects.append(node.oid()); break;
        }
    }
    const QList<IndexItem> items = row.indexes();
    key.isImplied = !items.isEmpty() && items.last().implied;
    return key;
}

void collectRows(const NodeRef &node, QList<NodeRef> &rows) {
    if (node.kind() == NodeKind::Table) {
        if (const NodeRef row = node.rowNode())
            rows.append(row);
        return;
    }
    for (qsizetype i = 0; i < node.childCount(); ++i)
        collectRows(node.child(i), rows);
}

QList<NodeRef> candidates(const Library &library, const NodeRef &row) {
    QList<NodeRef> rows;
    collectRows(library.node(standard), rows);
    for (const qint32 index : library.nodesOf(row.module())) {
        const NodeRef node = library.at(index);
        if (node.kind() == NodeKind::Row && !node.oid().startsWith(standard))
            rows.append(node);
    }
    return rows;
}

void addInterfaces(const Library &library, const QList<Oid> &path, QList<TableJoin> &joins) {
    for (const Oid &entry : interfaceEntries) {
        const TableJoin join{entry, path};
        if (library.node(entry).kind() == NodeKind::Row && !joins.contains(join))
            joins.append(join);
    }
}

// The first column or index of each kind: a row that refers to several interfaces is joined by the first.
void addReferences(const Library &library, const NodeRef &row, const Key &key, QList<TableJoin> &joins) {
    QList<NodeRef> nodes = row.indexNodes();
    nodes += row.columns();
    bool hasInterface = key.objects == QList{interfaceIndex};
    bool hasPort = key.objects == QList{bridgePort};
    for (const NodeRef &node : std::as_const(nodes)) {
        const Refers refers = refersNode(node);
        if (refers == Refers::Interface && !std::exchange(hasInterface, true))
            addInterfaces(library, {node.oid()}, joins);
        if (refers != Refers::BridgePort || std::exchange(hasPort, true))
            continue;
        const Oid ports = bridgePort.parent();
        if (library.node(ports).kind() == NodeKind::Row && row.oid() != ports)
            joins.append({ports, {node.oid()}});
        if (!hasInterface)
            addInterfaces(library, {node.oid(), portToInterface}, joins);
    }
}

bool belongTogether(const NodeRef &a, const NodeRef &b) {
    return a.augments() == b.qualifiedName() || b.augments() == a.qualifiedName();
}

} // namespace

QList<TableJoin> tableJoins(const Library &library, const Oid &entry) {
    const NodeRef row = library.node(entry).rowNode();
    if (!row)
        return {};
    const Key key = keyOf(row);
    QList<TableJoin> joins;
    QList<TableJoin> others;
    for (const NodeRef &other : key.objects.isEmpty() ? QList<NodeRef>() : candidates(library, row)) {
        if (other.oid() == entry || keyOf(other) != key || joinedColumns(library, other.oid()).isEmpty())
            continue;
        (belongTogether(row, other) ? joins : others).append({other.oid(), {}});
    }
    // The tables of interfaces that go with most others.
    std::stable_partition(
        others.begin(), others.end(), [](const TableJoin &join) { return interfaceEntries.contains(join.entry); });
    joins += others;
    addReferences(library, row, key, joins);
    return joins;
}

QList<TableJoin> interfaceJoins(const Library &library, const Oid &entry) {
    const NodeRef row = library.node(entry).rowNode();
    if (!row || keyOf(row).objects != QList{interfaceIndex})
        return {};
    QList<TableJoin> joins;
    addInterfaces(library, {}, joins);
    joins.removeIf([&](const TableJoin &join) { return join.entry == entry; });
    return joins;
}

QList<TableJoin> usualJoins(const Library &library, const Oid &entry) {
    const NodeRef row = library.node(entry).rowNode();
    QList<TableJoin> joins = tableJoins(library, entry);
    joins.removeIf([&](const TableJoin &join) {
        const NodeRef other = library.node(join.entry);
        if (other.status() == Status::Deprecated || other.status() == Status::Obsolete)
            return true;
        const bool isNear = join.path.isEmpty() && (belongTogether(row, other) || other.module() == row.module());
        return !isNear && !interfaceEntries.contains(join.entry);
    });
    return joins;
}

QList<Oid> linkingColumns(const Library &library, const Oid &entry, const QList<TableJoin> &joins) {
    QList<Oid> columns;
    for (const TableJoin &join : joins) {
        for (const Oid &object : join.path) {
            const NodeRef node = library.node(object);
            const bool isIndex = object == join.path.first() && library.node(entry).indexNodes().contains(node);
            if (!isIndex && plan::isReadable(node) && !columns.contains(object))
                columns.append(object);
        }
    }
    return columns;
}

QList<NodeRef> joinedColumns(const Library &library, const Oid &entry) {
    const NodeRef row = library.node(entry).rowNode();
    const QList<NodeRef> key = row.indexNodes();
    QList<NodeRef> columns = row ? row.columns() : QList<NodeRef>();
    columns.removeIf([&](const NodeRef &column) { return key.contains(column) || !plan::isReadable(column); });
    return columns;
}

} // namespace walkabout
