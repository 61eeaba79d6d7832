// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/semantics.h"

#include <algorithm>

namespace walkabout::mib {

namespace {

bool isObject(NodeKind kind) { return kind == NodeKind::Scalar || kind == NodeKind::Column; }

bool isReadable(const NodeRecord &node) {
    return isObject(node.kind) && node.access != Access::NotAccessible && node.access != Access::None;
}

} // namespace

void Semantics::run() {
    m_grouped.assign(m_definitions.size(), false);
    for (size_t node = 0; node < m_definitions.size(); ++node) {
        const qint32 id = m_definitions[node];
        if (id < 0)
            continue;
        const Definition::Kind kind = m_scope.kindOf(id);
        if (kind == Definition::Group || kind == Definition::Notification) {
            checkMembers(node, m_scope.definition(id));
        } else if (kind == Definition::ObjectType) {
            const NodeRecord &object = m_tables.nodes[node];
            if (object.kind == NodeKind::Row)
                checkIndex(node, m_scope.definition(id));
            else if (object.kind == NodeKind::Scalar && object.access == Access::ReadCreate)
                m_scope.reporter(moduleOf(node))
                    .warn("scalar-read-create", m_scope.definition(id).name.begin,
                        tr("%1 is no column, so nothing can create it. Its access should be read-write.")
                            .arg(decodeText(m_scope.nameOf(id))));
        }
    }
    noteUngrouped();
}

/// RFC 2578 8.1, RFC 2580 3.1: a notification carries, and a group gathers, objects that have a value.
void Semantics::checkMembers(size_t node, const Definition &definition) {
    const qint32 module = moduleOf(node);
    const Slice members = m_tables.facts[node].members;
    const auto mentions = sliced(m_scope.module(module).mentions, definition.members);
    const bool isGroup = definition.kind == Definition::Group;
    for (size_t i = 0; i < mentions.size() && i < members.count; ++i) {
        const qint32 member = m_tables.members[members.first + i].node;
        if (member < 0)
            continue;
        const NodeRecord &object = record(member);
        if (isGroup && m_definitions[size_t(member)] >= 0 && moduleOf(size_t(member)) == module)
            m_grouped[size_t(member)] = true;
        const bool isNotified = isGroup && object.kind == NodeKind::Notification;
        if (isReadable(object) || isNotified || object.access == Access::None)
            continue;
        const QString name = decodeText(m_scope.module(module).view(mentions[i].name)).left(64);
        if (isGroup)
            m_scope.reporter(module).warn("group-member-access", mentions[i].name.begin,
                tr("%1 is not-accessible, so it belongs to no group. Take it out.").arg(name));
        else
            m_scope.reporter(module).warn("notification-object-access", mentions[i].name.begin,
                tr("%1 is not-accessible, so no notification can carry it. Make it accessible-for-notify, or take it "
                   "out.")
                    .arg(name));
    }
}

void Semantics::checkIndex(size_t node, const Definition &definition) {
    const Slice indexes = m_tables.facts[node].indexes;
    const qint32 module = moduleOf(node);
    const auto mentions = sliced(m_scope.module(module).mentions, definition.index);
    for (size_t i = 0; i < mentions.size() && i < indexes.count; ++i)
        checkIndexType(module, mentions[i], m_tables.indexes[indexes.first + i]);
    if (!mentions.empty() && m_scope.module(module).hasIdentity)
        checkIndexAccess(node, definition);
}

/// RFC 2578 7.7: what can be part of an instance's identifier, and how long it grows.
void Semantics::checkIndexType(qint32 module, const Mention &mention, const IndexRecord &item) {
    LinkReporter &reporter = m_scope.reporter(module);
    const QString name = decodeText(m_scope.module(module).view(mention.name)).left(64);
    if (item.node < 0) {
        // Only a type has no node and no complaint; SMIv1 allows it (RFC 1212 4.1.6).
        if (m_scope.module(module).hasIdentity
            && m_scope.findQuietly(module, m_scope.module(module).view(mention.name), Scope::Sort::Object) < 0
            && name.at(0).isUpper())
            reporter.warn("index-is-type", mention.name.begin,
                tr("%1 is a type. In SMIv2 an INDEX names objects; define one of this type.").arg(name));
        return;
    }
    const qint32 row = m_tables.facts[size_t(item.node)].type;
    if (row < 0)
        return;
    const TypeRecord &type = m_tables.types[size_t(row)];
    switch (type.base) {
    case BaseType::Integer32:
    case BaseType::Unsigned32:
        if (std::ranges::any_of(sliced(m_tables.ranges, type.ranges),
                [](const Range &range) { return !range.isUnsigned && range.low < 0; }))
            reporter.warn("index-negative", mention.name.begin,
                tr("%1 may be negative, and an instance's identifier cannot. Give it a range from 0 on.").arg(name));
        else if (type.ranges.isEmpty() && type.enums.isEmpty() && m_scope.module(module).hasIdentity)
            reporter.note("index-range", mention.name.begin,
                tr("%1 has no range; in SMIv2 an index has one that leaves out negative numbers.").arg(name));
        return;
    case BaseType::OctetString:
        if (type.sizes.isEmpty() && m_scope.module(module).hasIdentity)
            reporter.note("index-size", mention.name.begin,
                tr("%1 has no SIZE; an instance's identifier has at most 128 parts.").arg(name));
        return;
    case BaseType::Counter32:
    case BaseType::Counter64:
    case BaseType::Opaque:
        reporter.warn("index-type", mention.name.begin,
            tr("%1 is of a type that cannot be part of an instance's identifier.").arg(name));
        return;
    default: return;
    }
}

/// RFC 2578 7.7: an index of the row itself is not-accessible, but where a row is all index: there is one that is not.
void Semantics::checkIndexAccess(size_t node, const Definition &definition) {
    const Slice indexes = m_tables.facts[node].indexes;
    const NodeRecord &row = m_tables.nodes[node];
    quint32 own = 0;
    quint32 readable = 0;
    for (quint32 i = 0; i < indexes.count; ++i) {
        const qint32 index = m_tables.indexes[indexes.first + i].node;
        if (index < 0 || record(index).parent != qint32(node))
            continue;
        ++own;
        readable += record(index).access == Access::NotAccessible ? 0 : 1;
    }
    if (own > 0 && own == row.childCount && readable != 1)
        m_scope.reporter(moduleOf(node))
            .note("index-access", definition.name.begin,
                tr("All columns of %1 are its index; exactly one of them should be accessible.")
                    .arg(decodeText(m_scope.nameOf(m_definitions[node]))));
}

/// RFC 2580 3: every object with a value and every notification is in a group. Once a module, and not where there is
/// no group at all: whoever wrote that one knew no groups.
void Semantics::noteUngrouped() {
    std::vector<bool> groups(size_t(m_scope.moduleCount()));
    for (size_t node = 0; node < m_definitions.size(); ++node)
        if (m_definitions[node] >= 0 && m_scope.kindOf(m_definitions[node]) == Definition::Group)
            groups[size_t(moduleOf(node))] = true;
    std::vector<int> counts(groups.size());
    std::vector<qint32> first(counts.size(), -1);
    for (size_t node = 0; node < m_definitions.size(); ++node) {
        const qint32 id = m_definitions[node];
        if (id < 0 || m_grouped[node])
            continue;
        const NodeRecord &object = m_tables.nodes[node];
        const qint32 module = moduleOf(node);
        const bool wantsGroup = m_scope.kindOf(id) == Definition::Notification
            || (m_scope.kindOf(id) == Definition::ObjectType && isReadable(object));
        if (wantsGroup && groups[size_t(module)] && m_scope.module(module).hasIdentity
            && object.status != Status::Obsolete && counts[size_t(module)]++ == 0)
            first[size_t(module)] = id;
    }
    for (size_t module = 0; module < counts.size(); ++module)
        if (counts[module] > 0)
            m_scope.reporter(qint32(module))
                .note("no-group", m_scope.definition(first[module]).name.begin,
                    tr("%n object(s) and notification(s) of this module are in no group, from here on.", nullptr,
                        counts[module]));
}

} // namespace walkabout::mib
