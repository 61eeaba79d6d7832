// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/shapes.h"

#include "core/mib/wellknown.h"

namespace walkabout::mib {

Shapes::Shapes(const Scope &scope, const Placement &placement)
    : m_scope(scope)
    , m_placement(placement)
    , m_ofNode(placement.nodes().size(), None)
    , m_ofDefinition(size_t(scope.definitionCount()), None) {
    const auto &nodes = placement.nodes();
    // Children come later than their parent: here they are looked at first.
    for (size_t node = nodes.size(); node-- > 1;) {
        for (qint32 id = nodes[node].latest; id >= 0; id = placement.before(id))
            if (scope.kindOf(id) == Definition::ObjectType)
                shapeAlone(id, qint32(node));
        if (m_ofNode[node] & IsRow)
            m_ofNode[size_t(nodes[node].parent)] |= HasRow;
    }
    for (size_t node = 1; node < nodes.size(); ++node) {
        for (qint32 id = nodes[node].latest; id >= 0; id = placement.before(id)) {
            if (m_ofDefinition[size_t(id)] != None || !(parentShape(qint32(node), scope.moduleOf(id)) & IsTable)
                || !mayBeRow(id))
                continue;
            m_ofDefinition[size_t(id)] = IsRow;
            m_ofNode[node] |= IsRow;
        }
    }
}

/// By its own clauses.
void Shapes::shapeAlone(qint32 id, qint32 node) {
    const PackedDefinition &packed = m_scope.packed(id);
    if (packed.extra == PackedDefinition::NoExtra && Syntax::Form(packed.form) != Syntax::SequenceOf)
        return;
    const Definition definition = m_scope.definition(id);
    const bool isIndexed = !definition.index.isEmpty() || !definition.augments.isEmpty();
    // Old modules leave the row out: the table has the INDEX and the columns itself.
    if (definition.syntax.form == Syntax::SequenceOf && (!isIndexed || m_ofNode[size_t(node)] & HasRow))
        m_ofDefinition[size_t(id)] = IsTable;
    else if (isIndexed)
        m_ofDefinition[size_t(id)] = IsRow;
    m_ofNode[size_t(node)] |= m_ofDefinition[size_t(id)];
}

/// An object in a table whose type is a SEQUENCE or unknown; one of a simple type stands there by mistake.
bool Shapes::mayBeRow(qint32 id) const {
    const PackedDefinition &packed = m_scope.packed(id);
    if (m_scope.kindOf(id) != Definition::ObjectType || BaseType(packed.keyword) != BaseType::None)
        return false;
    if (Syntax::Form(packed.form) != Syntax::Named)
        return true;
    const qint32 module = m_scope.moduleOf(id);
    const std::string_view name = m_scope.module(module).view(packed.syntaxName);
    if (wellknown::baseType(name))
        return false;
    const qint32 type = m_scope.findQuietly(module, name, Scope::Sort::Type);
    return type == Scope::None || Syntax::Form(m_scope.packed(type).form) == Syntax::Sequence;
}

quint8 Shapes::parentShape(qint32 node, qint32 module) const {
    const qint32 parent = m_placement.nodes()[size_t(node)].parent;
    for (qint32 id = m_placement.nodes()[size_t(parent)].latest; id >= 0; id = m_placement.before(id))
        if (m_scope.moduleOf(id) == module)
            return m_ofDefinition[size_t(id)];
    return m_ofNode[size_t(parent)];
}

NodeKind Shapes::kindOf(qint32 id, qint32 node) const {
    switch (m_scope.kindOf(id)) {
    case Definition::ModuleIdentity: return NodeKind::Module;
    case Definition::Notification:
    case Definition::Trap: return NodeKind::Notification;
    case Definition::Group: return NodeKind::Group;
    case Definition::Compliance: return NodeKind::Compliance;
    case Definition::Capabilities: return NodeKind::Capabilities;
    case Definition::ObjectType: break;
    default: return NodeKind::Node;
    }
    if (m_ofDefinition[size_t(id)] & IsTable)
        return NodeKind::Table;
    if (m_ofDefinition[size_t(id)] & IsRow)
        return NodeKind::Row;
    return parentShape(node, m_scope.moduleOf(id)) & IsRow ? NodeKind::Column : NodeKind::Scalar;
}

} // namespace walkabout::mib
