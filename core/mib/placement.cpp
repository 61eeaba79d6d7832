// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/placement.h"

#include "core/base/oid.h"
#include "core/mib/wellknown.h"

#include <algorithm>
#include <array>

namespace walkabout::mib {

namespace {

/// The arc of one of the three roots; -1: another name.
int rootArc(std::string_view name) {
    if (name == "iso")
        return 1;
    if (name == "ccitt" || name == "itu-t")
        return 0;
    return name == "joint-iso-ccitt" || name == "joint-iso-itu-t" ? 2 : -1;
}

} // namespace

Placement::Placement(Scope &scope)
    : m_scope(scope)
    , m_nodes(1)
    , m_children(m_nodes)
    , m_nodeOf(size_t(scope.definitionCount()), Open)
    , m_before(size_t(scope.definitionCount()), NoDefinition)
    , m_starts(size_t(scope.definitionCount())) {
    m_nodes.reserve(size_t(scope.definitionCount()) + 16);
    m_children.reserve(size_t(scope.definitionCount()));
    if (scope.definitionCount() > 0)
        for (const quint32 arc : {0U, 1U, 2U})
            (void)child(0, arc);
    for (qint32 id = 0; id < scope.definitionCount(); ++id)
        if (!scope.isType(id))
            m_starts[size_t(id)] = startOf(id);
    for (qint32 id = 0; id < scope.definitionCount(); ++id)
        if (!scope.isType(id))
            resolve(id);
    m_starts = {};
    m_children.clear();
}

qint32 Placement::child(qint32 node, quint32 arc) {
    if (node < 0 || m_nodes[size_t(node)].depth >= int(Oid::MaxLength))
        return Failed;
    if (const qint32 found = m_children.find(node, arc); found >= 0)
        return found;
    const auto added = qint32(m_nodes.size());
    m_nodes.push_back({node, arc, m_nodes[size_t(node)].depth + 1, -1, -1, {}});
    m_children.add(added);
    return added;
}

qint32 Placement::at(std::span<const quint32> arcs) {
    qint32 node = 0;
    for (const quint32 arc : arcs)
        node = child(node, arc);
    return node;
}

std::vector<quint32> Placement::arcsOf(qint32 node) const {
    std::vector<quint32> arcs;
    for (; node > 0; node = m_nodes[size_t(node)].parent)
        arcs.push_back(m_nodes[size_t(node)].arc);
    std::ranges::reverse(arcs);
    return arcs;
}

/// What a part names. The columns of a row name it one after another, and their unit holds it once.
qint32 Placement::objectOf(qint32 module, const OidPart &part) {
    if (module != m_named.module || part.name != m_named.name || part.module != m_named.qualifier)
        m_named = {module, part.name, part.module, m_scope.find(module, part.name, Scope::Sort::Object, part.module)};
    return m_named.object;
}

/// The last part that is a name alone says it all: { iso org dod internet 1 } is { internet 1 }.
Placement::Start Placement::startOf(qint32 id) {
    const qint32 module = m_scope.moduleOf(id);
    const Unit &ast = m_scope.module(module);
    const std::span<const OidPart> parts = sliced(ast.oids, m_scope.packed(id).oid);
    for (size_t i = parts.size(); i-- > 0;) {
        const OidPart &part = parts[i];
        if (part.name.isEmpty() || (part.hasNumber && i > 0))
            continue;
        const std::string_view name = ast.view(part.name);
        const auto rest = quint32(i + 1);
        if (const int arc = i == 0 ? rootArc(name) : -1; arc >= 0)
            return {NoDefinition, child(0, quint32(arc)), rest};
        if (const qint32 found = objectOf(module, part); found != Scope::None && found != id)
            return {found, -1, rest};
        // "mib-2 OBJECT IDENTIFIER ::= { mib-2 }" and frames without SNMPv2-SMI.
        if (const std::span<const quint32> arcs = wellknown::oidOf(name); !arcs.empty())
            return {NoDefinition, at(arcs), rest};
    }
    if (!parts.empty() && parts[0].hasNumber && parts[0].number <= 2)
        return {NoDefinition, child(0, parts[0].number), 1};
    return {};
}

void Placement::resolve(qint32 id) {
    m_stack.assign(1, id);
    while (!m_stack.empty()) {
        const qint32 top = m_stack.back();
        qint32 &state = m_nodeOf[size_t(top)];
        const qint32 next = m_starts[size_t(top)].definition;
        if (state == Open && next != NoDefinition && m_nodeOf[size_t(next)] == Open) {
            state = UnderWay;
            m_stack.push_back(next);
            continue;
        }
        m_stack.pop_back();
        if (state == Open || state == UnderWay)
            finish(top);
    }
}

void Placement::finish(qint32 id) {
    const Unit &ast = m_scope.module(m_scope.moduleOf(id));
    const std::span<const OidPart> parts = sliced(ast.oids, m_scope.packed(id).oid);
    const Start start = m_starts[size_t(id)];
    if (parts.empty())
        return fail(id, nullptr, tr("it has no ::= { parent number }"));
    qint32 node = start.node;
    if (start.definition != NoDefinition) {
        node = m_nodeOf[size_t(start.definition)];
        const QString parent = ast.text(parts[start.rest - 1].name);
        if (node == UnderWay || node == Open)
            return fail(id, "circular-oid", tr("its parents form a circle through %1").arg(parent));
        if (node == Failed)
            return fail(id, nullptr, tr("its parent %1 is not placed").arg(parent));
    } else if (node < 0) {
        const OidPart &first = parts.front();
        return fail(id, "unknown-parent",
            tr("its parent %1 is not known: define or import it")
                .arg(first.name.isEmpty() ? QString::number(first.number) : ast.text(first.name)));
    }
    for (size_t i = start.rest; i < parts.size(); ++i) {
        if (!parts[i].hasNumber)
            return fail(
                id, "unknown-parent", tr("%1 in its object identifier is not known").arg(ast.text(parts[i].name)));
        node = child(node, parts[i].number);
        if (node >= 0 && !parts[i].name.isEmpty() && i + 1 < parts.size() && m_nodes[size_t(node)].impliedModule < 0) {
            m_nodes[size_t(node)].impliedModule = m_scope.moduleOf(id);
            m_nodes[size_t(node)].impliedName = parts[i].name;
        }
    }
    if (m_scope.kindOf(id) == Definition::Trap)
        node = trapNode(node, m_scope.definition(id).trapNumber);
    if (node == Failed)
        return fail(id, "oid-too-long", tr("its object identifier has more than 128 parts"));
    m_nodeOf[size_t(id)] = node;
    m_before[size_t(id)] = std::exchange(m_nodes[size_t(node)].latest, id);
}

/// RFC 3584 3.1: enterprise.0.number; the generic traps, those of snmp, at snmpTraps.
qint32 Placement::trapNode(qint32 enterprise, quint32 number) {
    static constexpr std::array<quint32, 7> snmp = {1, 3, 6, 1, 2, 1, 11};
    static constexpr std::array<quint32, 9> snmpTraps = {1, 3, 6, 1, 6, 3, 1, 1, 5};
    if (enterprise >= 0 && m_nodes[size_t(enterprise)].depth == int(snmp.size())
        && std::ranges::equal(arcsOf(enterprise), snmp))
        return child(at(snmpTraps), number + 1);
    return child(child(enterprise, 0), number);
}

void Placement::fail(qint32 id, const char *code, const QString &reason) {
    m_nodeOf[size_t(id)] = Failed;
    const qint32 module = m_scope.moduleOf(id);
    const Unit &ast = m_scope.module(module);
    const Span name = m_scope.packed(id).name;
    m_unplaced.append({id, reason});
    if (code)
        m_scope.reporter(module).error(code, name.begin, tr("%1 is not placed: %2.").arg(ast.text(name), reason));
}

} // namespace walkabout::mib
