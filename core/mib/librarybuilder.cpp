// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarybuilder.h"

#include "core/mib/semantics.h"
#include "core/mib/wellknown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

std::vector<const Unit *> modulesOf(const std::vector<Chosen> &chosen) {
    std::vector<const Unit *> modules;
    modules.reserve(chosen.size());
    for (const Chosen &one : chosen)
        modules.push_back(one.module);
    return modules;
}

} // namespace

LibraryBuilder::LibraryBuilder(std::vector<Chosen> chosen, LibraryTables &tables)
    : m_chosen(std::move(chosen))
    , m_data(&tables)
    , m_scope(modulesOf(m_chosen))
    , m_placement(m_scope)
    , m_shapes(m_scope, m_placement)
    , m_types(m_scope, tables)
    , m_records(size_t(m_scope.definitionCount()), -1) {}

void LibraryBuilder::build() {
    rankModules();
    describeModules();
    countUsed();
    orderNodes();
    linkNodes();
    Semantics(m_scope, *m_data, m_definitions).run();
    listNodesOfModules();
    describeFindings();
    m_data->strings = m_scope.names().takePool();
}

std::vector<bool> LibraryBuilder::plainValues() const {
    std::vector<bool> plain(m_definitions.size());
    for (size_t node = 0; node < plain.size(); ++node)
        plain[node] = m_definitions[node] >= 0 && m_scope.kindOf(m_definitions[node]) == Definition::Value;
    return plain;
}

/// Which nodes lead to a name.
void LibraryBuilder::countUsed() {
    const auto &nodes = m_placement.nodes();
    m_used.assign(nodes.size(), false);
    m_used[0] = true;
    for (size_t node = nodes.size(); node-- > 1;) {
        if (nodes[node].latest >= 0 || nodes[node].impliedModule >= 0 || nodes[node].depth == 1)
            m_used[node] = true;
        if (m_used[node])
            m_used[size_t(nodes[node].parent)] = true;
    }
    m_groups.assign(nodes.size() + 1, 0);
    for (size_t node = 1; node < nodes.size(); ++node)
        if (m_used[node])
            ++m_groups[size_t(nodes[node].parent) + 1];
    for (size_t i = 1; i < m_groups.size(); ++i)
        m_groups[i] += m_groups[i - 1];
    m_byParent.resize(m_groups.back());
    LargeTable<quint32> next(m_groups.begin(), m_groups.end() - 1);
    for (size_t node = 1; node < nodes.size(); ++node)
        if (m_used[node])
            m_byParent[next[size_t(nodes[node].parent)]++] = qint32(node);
    for (size_t node = 0; node + 1 < m_groups.size(); ++node)
        std::ranges::sort(m_byParent.begin() + m_groups[node], m_byParent.begin() + m_groups[node + 1], {},
            [&](qint32 child) { return nodes[size_t(child)].arc; });
}

void LibraryBuilder::orderNodes() {
    struct Visit {
        qint32 node;
        qint32 parent;
        quint32 row;
    };
    // Each definition makes one at most; what is not written to takes no memory.
    const size_t most = m_placement.nodes().size() + m_records.size();
    m_data->nodes.reserve(most);
    m_data->facts.reserve(most);
    m_definitions.reserve(most);
    m_data->children.resize(m_byParent.size());
    std::vector<Visit> visits{{0, -1, 0}};
    while (!visits.empty()) {
        const Visit visit = visits.back();
        visits.pop_back();
        const auto record = qint32(m_data->nodes.size());
        emitNode(visit.node, visit.parent, visit.row);
        if (visit.parent >= 0)
            m_data->children[m_data->nodes[size_t(visit.parent)].firstChild + visit.row] = record;
        const quint32 first = m_groups[size_t(visit.node)];
        const quint32 end = m_groups[size_t(visit.node) + 1];
        m_data->nodes[size_t(record)].firstChild = first;
        m_data->nodes[size_t(record)].childCount = end - first;
        for (quint32 i = end; i-- > first;)
            visits.push_back({m_byParent[i], record, i - first});
    }
    m_byParent = {};
    m_groups = {};
    m_used = {};
}

void LibraryBuilder::emitNode(qint32 node, qint32 parent, quint32 row) {
    const Placement::Node &place = m_placement.nodes()[size_t(node)];
    NodeRecord record;
    record.arc = place.arc;
    record.parent = parent;
    record.row = row;
    std::vector<qint32> &definitions = m_atNode;
    definitions.clear();
    for (qint32 id = place.latest; id >= 0; id = m_placement.before(id))
        definitions.push_back(id);
    if (definitions.empty()) {
        if (place.impliedModule >= 0) {
            record.module = place.impliedModule;
            record.name = m_scope.names().place(m_scope.module(place.impliedModule).view(place.impliedName));
        } else if (node > 0 && place.depth <= 7) {
            record.name = m_scope.names().place(wellknown::nameOf(m_placement.arcsOf(node)));
        }
        m_data->nodes.push_back(record);
        m_data->facts.emplace_back();
        m_definitions.push_back(-1);
        return;
    }
    std::ranges::sort(definitions, [this](qint32 a, qint32 b) { return isPreferred(a, b); });
    for (size_t i = 1; i < definitions.size(); ++i)
        warnOfDouble(definitions[i - 1], definitions[i]);
    for (const qint32 id : definitions) {
        record.isAlias = id != definitions.front();
        record.kind = m_shapes.kindOf(id, node);
        emitRecord(id, record);
    }
}

/// Two objects of one module at one OID; plain values may well rename a node.
void LibraryBuilder::warnOfDouble(qint32 first, qint32 second) {
    const qint32 module = m_scope.moduleOf(second);
    if (m_scope.moduleOf(first) == module && m_scope.kindOf(first) == Definition::ObjectType
        && m_scope.kindOf(second) == Definition::ObjectType)
        m_scope.reporter(module).error("duplicate-oid", m_scope.packed(second).name.begin,
            QCoreApplication::translate(
                "Library", "%1 has the object identifier of %2 in line %3. Give it another number.")
                .arg(decodeText(m_scope.nameOf(second)), decodeText(m_scope.nameOf(first)))
                .arg(m_scope.packed(first).line));
}

void LibraryBuilder::emitRecord(qint32 id, NodeRecord record) {
    const Definition definition = m_scope.definition(id);
    const Unit &ast = m_scope.module(m_scope.moduleOf(id));
    record.name = m_scope.placeOf(id);
    record.module = m_scope.moduleOf(id);
    record.access = definition.access;
    record.status = definition.status;
    FactRecord facts;
    facts.line = quint32(definition.line);
    facts.column = quint32(definition.column);
    facts.units = m_scope.names().place(ast.view(definition.units));
    facts.defaultValue = ast.place(definition.defaultValue);
    facts.description = ast.place(definition.description);
    facts.reference = ast.place(definition.reference);
    if (definition.kind == Definition::ObjectType)
        facts.type = m_types.typeOf(id);
    m_records[size_t(id)] = qint32(m_data->nodes.size());
    m_data->nodes.push_back(record);
    m_data->facts.push_back(facts);
    m_definitions.push_back(id);
}

QString dateText(std::string_view utcTime) {
    QString text = decodeText(utcTime).trimmed();
    const bool digits = std::ranges::all_of(
        text.chopped(text.endsWith(u'Z') ? 1 : 0), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qsizetype size = text.endsWith(u'Z') ? text.size() - 1 : text.size();
    if (!digits || (size != 10 && size != 12))
        return text;
    // RFC 2578 2: two digits of a year are of the 1900s.
    const QString full = size == 10 ? u"19"_s + text : text;
    return u"%1-%2-%3 %4:%5"_s.arg(full.mid(0, 4), full.mid(4, 2), full.mid(6, 2), full.mid(8, 2), full.mid(10, 2));
}

} // namespace walkabout::mib
