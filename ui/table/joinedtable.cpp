// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/joinedtable.h"

#include <algorithm>

namespace walkabout {

namespace {

// Where the values of this object of the table itself stand.
JoinedTable foundBy(const Library &library, const Oid &entry, const Oid &object) {
    JoinedTable found;
    const NodeRef row = library.node(entry);
    const QList<NodeRef> index = row.indexNodes();
    const auto part = std::ranges::find(index, object, &NodeRef::oid);
    found.by = part == index.end() ? JoinedTable::By::Column : JoinedTable::By::Index;
    found.part = int(part - index.begin());
    found.number = object.last();
    return found;
}

} // namespace

std::vector<JoinedTable> joinedTables(const Library &library, const Oid &entry, const QList<TableJoin> &joins) {
    std::vector<JoinedTable> tables;
    const auto add = [&tables](const JoinedTable &table) {
        const auto known = std::ranges::find(tables, table);
        if (known != tables.end())
            return int(known - tables.begin());
        tables.push_back(table);
        return int(tables.size()) - 1;
    };
    for (const TableJoin &join : joins) {
        JoinedTable next;
        for (qsizetype step = 0; step < join.path.size(); ++step) {
            const Oid &object = join.path.at(step);
            if (step == 0) {
                next = foundBy(library, entry, object);
                continue;
            }
            next.entry = object.parent();
            const int from = add(next);
            next = {};
            next.by = JoinedTable::By::Column;
            next.from = from;
            next.number = object.last();
        }
        next.entry = join.entry;
        add(next);
    }
    return tables;
}

} // namespace walkabout
