// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose to see of a table, and the names of the device's interfaces; resulttab.cpp holds how a tab asks.
#include "core/work/objectname.h"
#include "core/work/tablejoin.h"
#include "ui/query/resultbar.h"
#include "ui/query/resultmodel.h"
#include "ui/query/resulttab.h"
#include "ui/shared/columnmemory.h"
#include "ui/table/livebar.h"
#include "ui/table/tablecolumns.h"

#include <algorithm>

namespace walkabout {

namespace {

// What was read is enough to show the other.
bool covers(const TableChoice &read, const TableChoice &wanted) {
    const auto holds = [](const QList<Oid> &all, const QList<Oid> &some) {
        return std::ranges::all_of(some, [&all](const Oid &each) { return all.contains(each); });
    };
    if (!holds(read.joined, wanted.joined))
        return false;
    return read.columns.isEmpty() || (!wanted.columns.isEmpty() && holds(read.columns, wanted.columns));
}

QString keyOf(const Oid &entry) { return entry.parent().toString(); }

} // namespace

// A column that was asked for by its name is shown, whatever was chosen.
TableChoice ResultTab::rememberedChoice(QStringView object) const {
    const auto name = ObjectName::parse(object, *m_library);
    if (!name || !m_columns)
        return {};
    TableChoice choice = m_columns->choice(keyOf(tableEntry(*m_library, name->object)));
    const bool isColumn = m_library->node(name->object).kind() == NodeKind::Column;
    if (isColumn && !choice.columns.isEmpty() && !choice.columns.contains(name->object))
        choice.columns.append(name->object);
    return choice;
}

Query ResultTab::chosen() const {
    Query query = m_query;
    const auto name = ObjectName::parse(m_query.objects.value(0), *m_library);
    if (query.verb != Verb::Table || !name || m_choice.isEmpty())
        return query;
    const Oid entry = tableEntry(*m_library, name->object);
    QList<TableJoin> joins = m_choice.joined.isEmpty() ? QList<TableJoin>() : tableJoins(*m_library, entry);
    joins.removeIf([this](const TableJoin &join) { return !m_choice.joined.contains(join.entry); });
    QList<Oid> own;
    QList<Oid> joined;
    for (const Oid &column : m_choice.columns) {
        if (column.startsWith(entry))
            own.append(column);
    }
    for (const TableJoin &join : std::as_const(joins)) {
        for (const NodeRef &column : joinedColumns(*m_library, join.entry)) {
            if (m_choice.columns.isEmpty() || m_choice.columns.contains(column.oid()))
                joined.append(column.oid());
        }
    }
    for (const Oid &column : linkingColumns(*m_library, entry, joins)) {
        if (!column.startsWith(entry))
            joined.append(column);
        else if (!own.isEmpty() && !own.contains(column))
            own.append(column);
    }
    for (const Oid &column : std::as_const(own))
        query.columns.append(column.toString());
    for (const Oid &column : std::as_const(joined))
        query.joined.append(column.toString());
    return query;
}

void ResultTab::choose(const TableChoice &choice) {
    if (!m_grid)
        return;
    if (m_columns)
        m_columns->setChoice(keyOf(m_grid->model().entry()), choice);
    if (m_query.verb != Verb::Table || covers(m_choice, choice)) { // a walk brought what it brought
        m_grid->setChoice(choice);
        return;
    }
    const bool wasLive = isLive();
    again();
    m_goesLive = wasLive && isRunning();
}

void ResultTab::askColumns(const QPoint &at) {
    if (isGridShown())
        m_grid->showColumnPanel(!m_grid->showsColumnPanel());
    else
        QueryTab::askColumns(at);
}

Describe ResultTab::describe() const {
    Describe made = QueryTab::describe();
    made.setInterfaces(m_device.interfaces());
    return made;
}

void ResultTab::showInterfaces() {
    m_model->setDescribe(describe());
    m_treeModel->setDescribe(m_model->describe());
    if (m_grid)
        m_grid->setInterfaces(m_device.interfaces());
    // They were switched on again: rows that show them are here already.
    const int rows = m_store->size();
    if (m_device.connection() && m_device.namesInterfaces() && !m_device.interfaces() && rows > 0)
        m_lookout.look(m_device, m_seen, {m_store->at(0), m_store->at(rows - 1)});
}

} // namespace walkabout
