// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarybuilder.h"

#include "core/mib/wellknown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

std::vector<const Module *> modulesOf(const std::vector<Chosen> &chosen) {
    std::vector<const Module *> modules;
    modules.reserve(chosen.size());
    for (const Chosen &one : chosen)
        modules.push_back(one.module);
    return modules;
}

} // namespace

LibraryBuilder::LibraryBuilder(std::vector<Chosen> chosen)
    : m_chosen(std::move(chosen))
    , m_data(std::make_unique<LibraryData>())
    , m_scope(modulesOf(m_chosen))
    , m_placement(m_scope)
    , m_shapes(m_scope, m_placement)
    , m_types(m_scope, *m_data)
    , m_records(size_t(m_scope.definitionCount()), -1) {}

std::unique_ptr<LibraryData> LibraryBuilder::build() {
    rankModules();
    describeModules();
    countUsed();
    orderNodes();
    linkNodes();
    indexTypes();
    m_data->unplaced = m_placement.unplaced();
    m_data->nodesByModule.resize(size_t(m_data->modules.size()));
    for (size_t node = 0; node < m_definitions.size(); ++node)
        if (m_definitions[node] >= 0)
            m_data->nodesByModule[size_t(m_data->nodes[node].module)].push_back(qint32(node));
    for (qsizetype module = 0; module < m_data->modules.size(); ++module)
        m_data->modules[module].definitions = int(m_data->nodesByModule[size_t(module)].size());
    for (qint32 module = 0; module < m_scope.moduleCount(); ++module) {
        QList<Diagnostic> all = m_chosen[size_t(module)].module->diagnostics + m_scope.reporter(module).take();
        for (const Diagnostic &one : all) {
            m_data->modules[module].errors += one.severity == Diagnostic::Severity::Error ? 1 : 0;
            m_data->modules[module].warnings += one.severity == Diagnostic::Severity::Warning ? 1 : 0;
        }
        m_data->diagnostics += all;
    }
    m_data->strings = m_scope.names().takePool();
    indexNames();
    return std::move(m_data);
}

void LibraryBuilder::describeModules() {
    for (const Chosen &chosen : m_chosen) {
        const Module &ast = *chosen.module;
        ModuleInfo info;
        ModuleFacts facts;
        const auto prose = [&](Span span) {
            LibraryData scratch;
            scratch.texts = ast.view(span);
            return scratch.prose({0, quint32(scratch.texts.size())});
        };
        info.name = ast.text(ast.name);
        info.file = ast.source->path();
        info.tier = chosen.tier;
        info.rivals = int(chosen.rivals.size());
        facts.rivals = chosen.rivals;
        info.smiVersion = ast.usesV2 ? 2 : 1;
        info.line = ast.line;
        info.lastUpdated = dateText(ast.view(ast.lastUpdated));
        info.organization = prose(ast.organization);
        facts.contact = prose(ast.contact);
        facts.description = prose(ast.description);
        for (const Module::Revision &revision : ast.revisions)
            facts.revisions.append({dateText(ast.view(revision.date)), prose(revision.description)});
        for (const Module::Import &import : ast.imports) {
            QStringList symbols;
            for (const Span symbol : sliced(ast.symbols, import.symbols))
                symbols.append(ast.text(symbol));
            facts.imports.append(
                {ast.text(import.module), symbols, m_scope.moduleNamed(ast.view(import.module)) != Scope::None});
        }
        const auto index = qint32(m_data->modules.size());
        for (const quint32 arc : m_standings[size_t(index)].identity)
            if (info.identity.size() < Oid::MaxLength)
                info.identity.append(arc);
        m_data->modules.append(std::move(info));
        m_data->moduleFacts.append(std::move(facts));
    }
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
    std::vector<quint32> next(m_groups.begin(), m_groups.end() - 1);
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
    m_data->nodes.reserve(m_placement.nodes().size() + m_records.size() / 4);
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
}

void LibraryBuilder::emitNode(qint32 node, qint32 parent, quint32 row) {
    const Placement::Node &place = m_placement.nodes()[size_t(node)];
    NodeRecord record;
    record.arc = place.arc;
    record.parent = parent;
    record.row = row;
    std::vector<qint32> definitions;
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
    const Definition &a = m_scope.definition(first);
    const Definition &b = m_scope.definition(second);
    const qint32 module = m_scope.moduleOf(second);
    if (m_scope.moduleOf(first) == module && a.kind == Definition::ObjectType && b.kind == Definition::ObjectType)
        m_scope.reporter(module).error("duplicate-oid", b.name.begin,
            QCoreApplication::translate(
                "Library", "%1 has the object identifier of %2 in line %3. Give it another number.")
                .arg(decodeText(m_scope.nameOf(second)), decodeText(m_scope.nameOf(first)))
                .arg(a.line));
}

void LibraryBuilder::emitRecord(qint32 id, NodeRecord record) {
    const Definition &definition = m_scope.definition(id);
    const Module &ast = m_scope.module(m_scope.moduleOf(id));
    record.name = m_scope.names().place(m_scope.nameOf(id));
    record.module = m_scope.moduleOf(id);
    record.access = definition.access;
    record.status = definition.status;
    FactRecord facts;
    facts.line = quint32(definition.line);
    facts.column = quint32(definition.column);
    facts.units = m_scope.names().place(ast.view(definition.units));
    const auto keep = [&](Span span) {
        const std::string_view text = ast.view(span);
        m_data->texts += text;
        return Text{quint32(m_data->texts.size() - text.size()), quint32(text.size())};
    };
    facts.defaultValue = keep(definition.defaultValue);
    facts.description = keep(definition.description);
    facts.reference = keep(definition.reference);
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
