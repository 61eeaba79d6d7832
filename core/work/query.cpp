// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/query.h"

#include "core/work/objectname.h"
#include "core/work/plan.h"
#include "core/work/poll.h"
#include "core/work/sequence.h"

#include <algorithm>

namespace walkabout {

namespace {

using Begun = Result<std::unique_ptr<Operation>>;

const Oid mib2{1, 3, 6, 1, 2, 1};

std::unique_ptr<Operation> asOne(Session &session, std::vector<Sequence::Step> steps) {
    if (steps.size() == 1)
        return steps.front()(session);
    return std::make_unique<Sequence>(session, std::move(steps));
}

Sequence::Step getStep(QList<Oid> objects, const Scope &scope) {
    return [objects = std::move(objects), scope](Session &session) { return session.get(objects, scope); };
}

Sequence::Step walkStep(WalkPlan plan, const Scope &scope) {
    return [plan = std::move(plan), scope](Session &session) { return session.walk(plan, scope); };
}

WalkPlan walkPlan(const Query &query, const Device &device, const Library &library, const Oid &root) {
    WalkPlan walk;
    walk.root = root;
    walk.boundaries = plan::boundaries(library, root);
    walk.pace = plan::pace(query, device);
    walk.limit = query.limit;
    if (query.after.startsWith(root))
        walk.after = query.after;
    return walk;
}

// Objects with instance are read together; each column among them is a walk of its own, in the order they were asked
// for.
Begun get(const Query &query, Connection &connection, const Library &library, const QList<ObjectName> &objects) {
    std::vector<Sequence::Step> steps;
    QList<Oid> together;
    const auto flush = [&] {
        if (!together.isEmpty())
            steps.push_back(getStep(std::exchange(together, {}), query.scope));
    };
    for (const ObjectName &object : objects) {
        const NodeRef node = library.node(object.oid);
        const NodeKind kind = node.kind();
        if (kind == NodeKind::Table || kind == NodeKind::Row || kind == NodeKind::Column) {
            flush();
            steps.push_back(walkStep(walkPlan(query, connection.device(), library, object.oid), query.scope));
        } else {
            together.append(kind == NodeKind::Scalar ? object.oid + 0U : object.oid);
        }
    }
    flush();
    return asOne(connection.reader(), std::move(steps));
}

Begun walk(const Query &query, Connection &connection, const Library &library, const QList<ObjectName> &objects) {
    std::vector<Sequence::Step> steps;
    for (const ObjectName &object : objects)
        steps.push_back(walkStep(walkPlan(query, connection.device(), library, object.oid), query.scope));
    if (steps.empty())
        steps.push_back(walkStep(walkPlan(query, connection.device(), library, mib2), query.scope));
    return asOne(connection.reader(), std::move(steps));
}

Result<QList<ObjectName>> parse(const QStringList &objects, const Library &library) {
    QList<ObjectName> found;
    for (const QString &text : objects) {
        auto object = ObjectName::parse(text, library);
        if (!object)
            return object.failure();
        found.append(*std::move(object));
    }
    return found;
}

Result<TablePlan> tablePlan(
    const Query &query, const Device &device, const Library &library, const QList<ObjectName> &objects) {
    if (objects.size() != 1)
        return Failure(Failure::Kind::BadUsage, {Query::tr("A table is read alone: name one.")});
    auto columns = plan::tableColumns(library, objects.first().oid, query.columns);
    if (!columns)
        return columns.failure();
    const auto joined = plan::joinedColumns(library, query.joined);
    if (!joined)
        return joined.failure();
    TablePlan table;
    table.columns = *columns + *joined;
    std::ranges::sort(table.columns);
    table.columns.erase(std::unique(table.columns.begin(), table.columns.end()), table.columns.end());
    table.pace = plan::pace(query, device);
    table.limit = query.limit;
    return table;
}

Begun table(const Query &query, Connection &connection, const Library &library, const QList<ObjectName> &objects) {
    auto table = tablePlan(query, connection.device(), library, objects);
    if (!table)
        return table.failure();
    return std::unique_ptr<Operation>(connection.reader().table(*std::move(table), query.scope));
}

Begun set(const Query &query, Connection &connection) {
    if (query.changes.isEmpty())
        return Failure(Failure::Kind::BadUsage, {Query::tr("Nothing to set: name an object and its value.")});
    const auto writer = connection.writer();
    if (!writer)
        return writer.failure();
    return std::unique_ptr<Operation>((*writer)->set(query.changes, query.scope));
}

} // namespace

Result<std::unique_ptr<Operation>> Query::begin(Connection &connection, const Library &library) const {
    if (verb == Verb::Set)
        return set(*this, connection);
    const auto named = parse(objects, library);
    if (!named)
        return named.failure();
    const QList<ObjectName> &found = *named;
    QList<Oid> oids;
    for (const ObjectName &object : found)
        oids.append(object.oid);
    if (found.isEmpty() && verb != Verb::Walk)
        return Failure(Failure::Kind::BadUsage, {tr("An object is missing: write its name or its OID.")});
    switch (verb) {
    case Verb::Get: return get(*this, connection, library, found);
    case Verb::Next: return std::unique_ptr<Operation>(connection.reader().next(oids, scope));
    case Verb::Bulk:
        return std::unique_ptr<Operation>(
            connection.reader().bulk(oids, nonRepeaters, plan::repetitions(*this, connection.device()), scope));
    case Verb::Walk: return walk(*this, connection, library, found);
    case Verb::Table: return table(*this, connection, library, found);
    case Verb::Set: break;
    }
    return Failure(Failure::Kind::BadUsage, {tr("An object is missing: write its name or its OID.")});
}

Result<std::unique_ptr<Poll>> Query::poll(
    Connection &connection, const Library &library, std::chrono::milliseconds interval) const {
    const auto found = parse(objects, library);
    if (!found)
        return found.failure();
    auto table = tablePlan(*this, connection.device(), library, *found);
    if (!table)
        return table.failure();
    const auto own = plan::tableColumns(library, found->first().oid, columns); // a joined one has a clock of its own
    const Oid discontinuity = plan::discontinuity(library, own ? own->first() : table->columns.first());
    return std::make_unique<Poll>(connection.reader(), Poll::Plan{*std::move(table), scope, discontinuity, interval});
}

Verb obviousVerb(const Library &library, const Oid &oid) {
    const NodeRef node = library.nearest(oid);
    const bool exact = node.oid() == oid;
    switch (node.kind()) {
    case NodeKind::Scalar: return Verb::Get;
    case NodeKind::Table:
    case NodeKind::Row: return Verb::Table;
    case NodeKind::Column: return exact ? Verb::Table : Verb::Get;
    default: return !oid.isEmpty() && oid.last() == 0 ? Verb::Get : Verb::Walk;
    }
}

} // namespace walkabout
