// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/noderef.h"

#include "core/mib/library.h"
#include "core/mib/librarydata.h"

#include <algorithm>
#include <array>

namespace walkabout {

using namespace mib;

namespace {

// AUGMENTS of AUGMENTS of ...: a circle of them ends here.
constexpr int LongestAugmentation = 16;

const file::Node &recordAt(const LibraryData &data, qint32 index) { return data.nodes[size_t(index)]; }
const file::Fact &factsAt(const LibraryData &data, qint32 index) { return data.facts[size_t(index)]; }

/// The record that children hang on: the first one of its OID.
qint32 placeOf(const LibraryData &data, qint32 index) {
    while (index > 0 && recordAt(data, index).is_alias())
        --index;
    return index;
}

} // namespace

const LibraryData &NodeRef::data() const { return *m_library->d; }

Oid NodeRef::oid() const {
    if (isNull())
        return {};
    std::array<Oid::Part, size_t(Oid::MaxLength)> parts{};
    size_t first = parts.size();
    for (qint32 at = m_index; at > 0 && first > 0; at = recordAt(data(), at).parent())
        parts[--first] = recordAt(data(), at).arc();
    return Oid(std::span<const Oid::Part>(parts).subspan(first));
}

QString NodeRef::name() const {
    if (isNull() || m_index == 0)
        return {};
    const file::Node &record = recordAt(data(), m_index);
    return record.name().size() == 0 ? QString::number(record.arc()) : data().stringOf(record.name());
}

QString NodeRef::module() const { return isNull() ? QString() : data().moduleName(recordAt(data(), m_index).owner()); }
QString NodeRef::qualifiedName() const { return isNull() || m_index == 0 ? QString() : data().qualifiedName(m_index); }
NodeKind NodeRef::kind() const { return isNull() ? NodeKind::Node : NodeKind(recordAt(data(), m_index).kind()); }
Access NodeRef::access() const { return isNull() ? Access::None : Access(recordAt(data(), m_index).access()); }
Status NodeRef::status() const { return isNull() ? Status::None : Status(recordAt(data(), m_index).status()); }

BaseType NodeRef::base() const {
    const qint32 type = isNull() ? -1 : factsAt(data(), m_index).type();
    return type < 0 ? BaseType::None : BaseType(data().types[size_t(type)].base());
}

TypeInfo NodeRef::type() const { return isNull() ? TypeInfo() : data().typeInfo(factsAt(data(), m_index).type()); }
QString NodeRef::syntax() const { return isNull() ? QString() : data().syntaxOf(factsAt(data(), m_index).type()); }
QString NodeRef::units() const { return isNull() ? QString() : data().stringOf(factsAt(data(), m_index).units()); }

QString NodeRef::displayHint() const {
    const qint32 type = isNull() ? -1 : factsAt(data(), m_index).type();
    return type < 0 ? QString() : data().stringOf(data().types[size_t(type)].hint());
}

QString NodeRef::description() const {
    return isNull() ? QString() : data().prose(factsAt(data(), m_index).description());
}
QString NodeRef::reference() const { return isNull() ? QString() : data().prose(factsAt(data(), m_index).reference()); }

QString NodeRef::defaultValue() const {
    return isNull() ? QString() : decodeText(data().text(factsAt(data(), m_index).default_value())).simplified();
}

qint32 NodeRef::indexingRow() const {
    qint32 row = rowNode().m_index;
    for (int step = 0; row >= 0 && factsAt(data(), row).indexes().count() == 0 && step < LongestAugmentation; ++step) {
        const qint32 augmented = factsAt(data(), row).augments();
        row = augmented < 0 ? -1 : NodeRef(m_library, augmented).rowNode().m_index;
    }
    return row;
}

QList<IndexItem> NodeRef::indexes() const {
    QList<IndexItem> items;
    const qint32 row = indexingRow();
    if (row < 0)
        return items;
    const qint32 module = recordAt(data(), m_index).owner();
    for (const file::Index &record : data().indexes.of(factsAt(data(), row).indexes())) {
        const bool elsewhere = record.node() >= 0 && recordAt(data(), record.node()).owner() != module;
        items.append(
            {elsewhere ? data().qualifiedName(record.node()) : data().stringOf(record.name()), record.implied()});
    }
    return items;
}

QList<NodeRef> NodeRef::indexNodes() const {
    QList<NodeRef> nodes;
    const qint32 row = indexingRow();
    if (row < 0)
        return nodes;
    for (const file::Index &record : data().indexes.of(factsAt(data(), row).indexes()))
        nodes.append(record.node() < 0 ? NodeRef() : NodeRef(m_library, record.node()));
    return nodes;
}

QString NodeRef::augments() const {
    const qint32 row = kind() == NodeKind::Row || kind() == NodeKind::Table ? rowNode().m_index : -1;
    if (row < 0)
        return {};
    const file::Fact &facts = factsAt(data(), row);
    if (facts.augments() >= 0)
        return data().qualifiedName(facts.augments());
    const auto named = data().members.of(facts.members());
    return named.empty() ? QString() : data().stringOf(named.front().name());
}

QStringList NodeRef::objects() const {
    QStringList names;
    if (isNull() || kind() == NodeKind::Row)
        return names;
    for (const file::Member &member : data().members.of(factsAt(data(), m_index).members()))
        names.append(member.node() < 0 ? data().stringOf(member.name()) : data().qualifiedName(member.node()));
    return names;
}

QStringList NodeRef::memberOf() const {
    QStringList names;
    if (isNull() || recordAt(data(), m_index).owner() < 0)
        return names;
    const std::span<const qint32> all
        = data().nodesByModule.of(data().moduleRows[size_t(recordAt(data(), m_index).owner())].nodes());
    const auto lists = [this](qint32 list, qint32 wanted) {
        return std::ranges::any_of(data().members.of(factsAt(data(), list).members()),
            [wanted](const file::Member &member) { return member.node() == wanted; });
    };
    // The members of a list are looked for in its lists in turn: object, group, compliance.
    std::vector<qint32> wanted{m_index};
    for (size_t i = 0; i < wanted.size(); ++i)
        for (const qint32 list : all)
            if (recordAt(data(), list).kind() >= quint8(NodeKind::Group) && lists(list, wanted[i])
                && std::ranges::find(wanted, list) == wanted.end()) {
                wanted.push_back(list);
                names.append(data().qualifiedName(list));
            }
    return names;
}

QString NodeRef::file() const {
    const qint32 module = isNull() ? -1 : recordAt(data(), m_index).owner();
    return module < 0 ? QString() : data().modules.value(module).file;
}

int NodeRef::line() const { return isNull() ? 0 : int(factsAt(data(), m_index).line()); }
int NodeRef::column() const { return isNull() ? 0 : int(factsAt(data(), m_index).column()); }

NodeRef NodeRef::parent() const {
    return isNull() || m_index == 0 ? NodeRef() : NodeRef(m_library, recordAt(data(), m_index).parent());
}

qsizetype NodeRef::childCount() const {
    if (isNull())
        return 0;
    const auto &record = recordAt(data(), placeOf(data(), m_index));
    return qsizetype(data().children.of(record.first_child(), record.child_count()).size());
}

NodeRef NodeRef::child(qsizetype row) const {
    if (isNull())
        return {};
    const auto &record = recordAt(data(), placeOf(data(), m_index));
    const auto children = data().children.of(record.first_child(), record.child_count());
    return row < 0 || row >= qsizetype(children.size()) ? NodeRef() : NodeRef(m_library, children[size_t(row)]);
}

qsizetype NodeRef::row() const { return isNull() ? 0 : recordAt(data(), m_index).row(); }

NodeRef NodeRef::sharing(NodeKind kind, qint32 module) const {
    if (isNull())
        return {}; // a forged file's column has no parent
    NodeRef other;
    const qint32 place = placeOf(data(), m_index);
    if (place < 0 || size_t(place) >= data().nodes.size())
        return {};
    for (qint32 i = place; i == place || (size_t(i) < data().nodes.size() && recordAt(data(), i).is_alias()); ++i) {
        if (NodeKind(recordAt(data(), i).kind()) != kind)
            continue;
        if (recordAt(data(), i).owner() == module)
            return {m_library, i};
        if (other.isNull())
            other = {m_library, i};
    }
    return other;
}

NodeRef NodeRef::rowNode() const {
    switch (kind()) {
    case NodeKind::Row: return *this;
    case NodeKind::Column: return parent().sharing(NodeKind::Row, recordAt(data(), m_index).owner());
    case NodeKind::Table:
        for (qsizetype i = 0; i < childCount(); ++i)
            if (const NodeRef row = child(i).sharing(NodeKind::Row, recordAt(data(), m_index).owner()))
                return row;
        return {};
    default: return {};
    }
}

QList<NodeRef> NodeRef::columns() const {
    QList<NodeRef> columns;
    const NodeRef row = rowNode();
    for (qsizetype i = 0; i < row.childCount(); ++i)
        if (const NodeRef column = row.child(i).sharing(NodeKind::Column, recordAt(data(), row.m_index).owner()))
            columns.append(column);
    return columns;
}

} // namespace walkabout
