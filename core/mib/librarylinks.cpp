// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarybuilder.h"
#include "core/mib/token.h"
#include "core/mib/wellknown.h"

#include <algorithm>
#include <numeric>

namespace walkabout::mib {

void LibraryBuilder::linkNodes() {
    for (size_t node = 0; node < m_definitions.size(); ++node) {
        const qint32 id = m_definitions[node];
        if (id < 0)
            continue;
        const Definition &definition = m_scope.definition(id);
        FactRecord &facts = m_data->facts[node];
        if (!definition.index.isEmpty())
            linkIndexes(id, facts);
        if (!definition.members.isEmpty())
            linkMembers(id, facts);
        if (!definition.augments.isEmpty()) {
            const qint32 module = m_scope.moduleOf(id);
            const Mention &row = m_scope.module(module).mentions[definition.augments.first];
            facts.augments = recordOf(m_scope.find(module, row.name, Scope::Sort::Object, row.module));
            if (facts.augments < 0) {
                // A row has no members: its only one is the name that is not known.
                facts.members = {quint32(m_data->members.size()), 1};
                m_data->members.push_back({m_scope.names().place(m_scope.module(module).view(row.name)), -1});
                m_scope.reporter(module).error("unknown-augments", row.name.begin,
                    QCoreApplication::translate("Library", "The row %1 that this one augments is not known.")
                        .arg(m_scope.module(module).text(row.name)));
            }
        }
    }
}

void LibraryBuilder::linkIndexes(qint32 id, FactRecord &facts) {
    const qint32 module = m_scope.moduleOf(id);
    const Module &ast = m_scope.module(module);
    facts.indexes = {quint32(m_data->indexes.size()), m_scope.definition(id).index.count};
    for (const Mention &item : sliced(ast.mentions, m_scope.definition(id).index)) {
        const std::string_view name = ast.view(item.name);
        const bool isType = keywordOf(name) != Keyword::None || name.starts_with("OCTET") || name.starts_with("OBJECT")
            || wellknown::baseType(name);
        const qint32 node = isType ? -1 : recordOf(m_scope.find(module, item.name, Scope::Sort::Object, item.module));
        if (node < 0 && !isType)
            m_scope.reporter(module).error("unknown-index", item.name.begin,
                QCoreApplication::translate("Library", "The index %1 of %2 is not known.")
                    .arg(decodeText(name), ast.text(m_scope.definition(id).name)));
        m_data->indexes.push_back({m_scope.names().place(name), node, item.implied});
    }
}

void LibraryBuilder::linkMembers(qint32 id, FactRecord &facts) {
    const qint32 module = m_scope.moduleOf(id);
    const Module &ast = m_scope.module(module);
    facts.members = {quint32(m_data->members.size()), m_scope.definition(id).members.count};
    for (const Mention &item : sliced(ast.mentions, m_scope.definition(id).members)) {
        const qint32 node = recordOf(m_scope.find(module, item.name, Scope::Sort::Object, item.module));
        // A module that is not there was complained of at its import or stands in a compliance for others.
        if (node < 0 && item.module.isEmpty())
            m_scope.reporter(module).error("unknown-member", item.name.begin,
                QCoreApplication::translate("Library", "%1 in the list of %2 is not known.")
                    .arg(ast.text(item.name), ast.text(m_scope.definition(id).name)));
        m_data->members.push_back({m_scope.names().place(ast.view(item.name)), node});
    }
}

/// After the pool of strings is the library's: sorts nodes by name, the likelier first, and lays out the lower-case
/// names for search.
void LibraryBuilder::indexNames() {
    std::vector<qint32> &sorted = m_data->nodesByName;
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
    std::vector<Group> groups;
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
    std::ranges::sort(groups, {}, [this](const Group &group) { return m_data->string(group.name); });
    std::vector<qint32> ordered;
    ordered.reserve(sorted.size());
    for (const Group &group : groups) {
        m_data->names.push_back({group.name, quint32(ordered.size()), quint32(group.end - group.begin)});
        ordered.insert(ordered.end(), sorted.begin() + qsizetype(group.begin), sorted.begin() + qsizetype(group.end));
        m_data->lowerStarts.push_back(quint32(m_data->lowerNames.size()) + 1);
        m_data->lowerNames += '\n';
        for (const char c : m_data->string(group.name))
            m_data->lowerNames += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    m_data->lowerNames += '\n';
    sorted.swap(ordered);
}

void LibraryBuilder::indexTypes() {
    for (size_t type = 0; type < m_data->types.size(); ++type)
        if (m_data->types[type].isNamed)
            m_data->typesByName.push_back(qint32(type));
    std::ranges::stable_sort(m_data->typesByName, [this](qint32 a, qint32 b) {
        const TypeRecord &first = m_data->types[size_t(a)];
        const TypeRecord &second = m_data->types[size_t(b)];
        if (first.module != second.module)
            return first.module < second.module;
        return m_scope.names().pooled(first.name) < m_scope.names().pooled(second.name);
    });
}

} // namespace walkabout::mib
