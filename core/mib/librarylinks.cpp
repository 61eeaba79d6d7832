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
        if (m_scope.packed(id).extra == PackedDefinition::NoExtra)
            continue;
        const Definition definition = m_scope.definition(id);
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
    const Unit &ast = m_scope.module(module);
    const Slice items = m_scope.definition(id).index;
    facts.indexes = {quint32(m_data->indexes.size()), items.count};
    for (const Mention &item : sliced(ast.mentions, items)) {
        const std::string_view name = ast.view(item.name);
        const bool isType = keywordOf(name) != Keyword::None || name.starts_with("OCTET") || name.starts_with("OBJECT")
            || wellknown::baseType(name);
        const qint32 node = isType ? -1 : recordOf(m_scope.find(module, item.name, Scope::Sort::Object, item.module));
        if (node < 0 && !isType)
            m_scope.reporter(module).error("unknown-index", item.name.begin,
                QCoreApplication::translate("Library", "The index %1 of %2 is not known.")
                    .arg(decodeText(name), ast.text(m_scope.packed(id).name)));
        m_data->indexes.push_back({m_scope.names().place(name), node, item.implied});
    }
}

void LibraryBuilder::linkMembers(qint32 id, FactRecord &facts) {
    const qint32 module = m_scope.moduleOf(id);
    const Unit &ast = m_scope.module(module);
    const Slice items = m_scope.definition(id).members;
    facts.members = {quint32(m_data->members.size()), items.count};
    for (const Mention &item : sliced(ast.mentions, items)) {
        const qint32 node = recordOf(m_scope.find(module, item.name, Scope::Sort::Object, item.module));
        // A module that is not there was complained of at its import or stands in a compliance for others.
        if (node < 0 && item.module.isEmpty())
            m_scope.reporter(module).error("unknown-member", item.name.begin,
                QCoreApplication::translate("Library", "%1 in the list of %2 is not known.")
                    .arg(ast.text(item.name), ast.text(m_scope.packed(id).name)));
        m_data->members.push_back({m_scope.names().place(ast.view(item.name)), node});
    }
}

} // namespace walkabout::mib
