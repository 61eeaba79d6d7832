// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/libraryindexes.h"

#include <QFuture>
#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace walkabout::mib {

namespace {

/// Searched as one text: a line feed, then the string in lower case.
void appendLower(LargePool &pool, LargeTable<quint32> &starts, std::string_view string) {
    pool += '\n';
    starts.push_back(quint32(pool.size()));
    for (const char c : string)
        pool += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace

void LibraryIndexes::build() {
    // Each writes tables of its own.
    QFuture<void> labels = QtConcurrent::run([this] { indexLabels(); });
    indexTypes();
    indexNames();
    labels.waitForFinished();
}

/// Below mgmt or snmpV2 of internet.
bool LibraryIndexes::isStandard(qint32 node) const {
    quint32 below[5] = {}; // the first five arcs, the deepest seen last
    int depth = 0;
    for (qint32 at = node; at > 0; at = m_data->nodes[size_t(at)].parent)
        ++depth;
    int level = depth;
    for (qint32 at = node; at > 0; at = m_data->nodes[size_t(at)].parent)
        if (--level < 5)
            below[level] = m_data->nodes[size_t(at)].arc;
    return depth > 4 && below[3] == 1 && (below[4] == 2 || below[4] == 6);
}

/// Of two nodes of one name: whether the first is more likely meant. What names its node comes before what others name;
/// then standards before vendors.
bool LibraryIndexes::isLikelier(qint32 a, qint32 b) const {
    const auto standing = [this](qint32 node) {
        const NodeRecord &record = m_data->nodes[size_t(node)];
        if (record.module < 0)
            return std::tuple(record.isAlias, true, true, true, true, 9, true);
        const ModuleStanding &module = m_standings[size_t(record.module)];
        return std::tuple(record.isAlias, module.superseded, !isStandard(node), bool(m_plainValues[size_t(node)]),
            record.status == Status::Obsolete, module.tier, module.noIdentity);
    };
    const auto first = standing(a);
    const auto second = standing(b);
    return first != second ? first < second : a < b;
}

/// Sorts nodes by name, the likelier first, and lays out the lower-case
/// names for search.
void LibraryIndexes::indexNames() {
    LargeTable<qint32> &sorted = m_data->nodesByName;
    sorted.reserve(m_data->nodes.size());
    for (size_t node = 1; node < m_data->nodes.size(); ++node)
        if (m_data->nodes[node].name.size > 0)
            sorted.push_back(qint32(node));
    // Equal strings have one place in the pool, so places tell names apart faster than letters do.
    const auto place = [this](qint32 node) { return m_data->nodes[size_t(node)].name.offset; };
    std::ranges::stable_sort(sorted, {}, place);
    struct Group {
        Text name;
        size_t begin;
        size_t end;
    };
    LargeTable<Group> groups;
    for (size_t begin = 0; begin < sorted.size();) {
        size_t end = begin + 1;
        while (end < sorted.size() && place(sorted[end]) == place(sorted[begin]))
            ++end;
        if (end - begin > 1)
            std::sort(sorted.begin() + qsizetype(begin), sorted.begin() + qsizetype(end),
                [this](qint32 a, qint32 b) { return isLikelier(a, b); });
        groups.push_back({m_data->nodes[size_t(sorted[begin])].name, begin, end});
        begin = end;
    }
    std::ranges::sort(groups, {}, [&](const Group &group) { return string(group.name); });
    LargeTable<qint32> ordered;
    ordered.reserve(sorted.size());
    for (const Group &group : groups) {
        m_data->names.push_back({group.name, quint32(ordered.size()), quint32(group.end - group.begin)});
        ordered.insert(ordered.end(), sorted.begin() + qsizetype(group.begin), sorted.begin() + qsizetype(group.end));
        appendLower(m_data->lowerNames, m_data->lowerStarts, string(group.name));
    }
    m_data->lowerNames += '\n';
    sorted.swap(ordered);
}

void LibraryIndexes::indexTypes() {
    for (size_t type = 0; type < m_data->types.size(); ++type)
        if (m_data->types[type].isNamed)
            m_data->typesByName.push_back(qint32(type));
    std::ranges::stable_sort(m_data->typesByName, [this](qint32 a, qint32 b) {
        const TypeRecord &first = m_data->types[size_t(a)];
        const TypeRecord &second = m_data->types[size_t(b)];
        if (first.module != second.module)
            return first.module < second.module;
        return string(first.name) < string(second.name);
    });
}

/// Which types have a label, and which nodes have a type: both as lists with a start each.
void LibraryIndexes::indexLabels() {
    const size_t typeCount = m_data->types.size();
    m_data->typeStarts.assign(typeCount + 1, 0);
    for (const FactRecord &facts : m_data->facts)
        if (facts.type >= 0)
            ++m_data->typeStarts[size_t(facts.type) + 1];
    std::partial_sum(m_data->typeStarts.begin(), m_data->typeStarts.end(), m_data->typeStarts.begin());
    m_data->nodesByType.resize(m_data->typeStarts.back());
    std::vector<quint32> next(m_data->typeStarts.begin(), m_data->typeStarts.end() - 1);
    for (size_t node = 0; node < m_data->facts.size(); ++node)
        if (m_data->facts[node].type >= 0)
            m_data->nodesByType[next[size_t(m_data->facts[node].type)]++] = qint32(node);

    struct Bearer {
        Text label;
        qint32 type;
    };
    std::vector<Bearer> bearers;
    for (size_t type = 0; type < typeCount; ++type)
        if (m_data->typeStarts[type] < m_data->typeStarts[type + 1]) // some object is of it
            for (const EnumRecord &item : sliced(m_data->enums, m_data->types[type].enums))
                bearers.push_back({item.label, qint32(type)});
    std::ranges::stable_sort(bearers, {}, [](const Bearer &bearer) { return bearer.label.offset; });
    for (const Bearer &bearer : bearers) {
        if (m_data->labels.empty() || m_data->labels.back().name.offset != bearer.label.offset) {
            m_data->labels.push_back({bearer.label, quint32(m_data->typesByLabel.size()), 0});
            appendLower(m_data->lowerLabels, m_data->lowerLabelStarts, string(bearer.label));
        }
        if (m_data->labels.back().count > 0 && m_data->typesByLabel.back() == bearer.type)
            continue; // a label twice in one list
        m_data->typesByLabel.push_back(bearer.type);
        ++m_data->labels.back().count;
    }
    m_data->lowerLabels += '\n';
}

} // namespace walkabout::mib
