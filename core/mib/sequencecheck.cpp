// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/modulecheck.h"

#include <algorithm>
#include <unordered_map>

namespace walkabout::mib {

/// Rows whose SEQUENCE is in the module: its members are the columns, in their order (RFC 2578 7.1.12).
void ModuleCheck::checkSequences() {
    if (m_traits.sequences.empty() || m_traits.isCut)
        return;
    std::unordered_map<std::string_view, const ModuleTraits::Sequence *> byName;
    for (const ModuleTraits::Sequence &sequence : m_traits.sequences)
        byName.emplace(m_module.view(sequence.name), &sequence);
    std::unordered_map<std::string_view, Row> rows; // by the row's name
    for (const Definition &definition : m_module.definitions) {
        if (definition.kind != Definition::ObjectType || definition.syntax.form != Syntax::Named)
            continue;
        if (const auto found = byName.find(m_module.view(definition.syntax.name)); found != byName.end())
            rows.emplace(m_module.view(definition.name), Row{&definition, found->second, {}});
    }
    for (const Definition &definition : m_module.definitions) {
        if (definition.kind != Definition::ObjectType || definition.oid.count != 2)
            continue;
        const auto parts = sliced(m_module.oids, definition.oid);
        if (!parts[1].name.isEmpty())
            continue;
        if (const auto row = rows.find(m_module.view(parts[0].name)); row != rows.end())
            row->second.columns.emplace_back(parts[1].number, &definition);
    }
    for (auto &[name, row] : rows)
        compareSequence(row);
}

void ModuleCheck::compareSequence(Row &row) {
    const auto members = sliced(m_traits.members, row.sequence->members);
    if (row.columns.empty() || members.empty())
        return;
    std::ranges::stable_sort(row.columns, {}, &std::pair<quint32, const Definition *>::first);
    std::unordered_map<std::string_view, size_t> places; // in the SEQUENCE
    for (size_t i = 0; i < members.size(); ++i)
        places.emplace(m_module.view(members[i]), i);
    const QString rowName = m_module.text(row.definition->name).left(64);
    size_t last = 0;
    bool ordered = true;
    const size_t named = places.size();
    size_t met = 0;
    for (const auto &[number, column] : row.columns) {
        const auto place = places.find(m_module.view(column->name));
        if (place == places.end()) {
            m_reporter.warn("sequence-missing", column->name.begin,
                tr("%1 is a column of %2 and not in its SEQUENCE. Add it there.")
                    .arg(m_module.text(column->name).left(64), rowName));
            continue;
        }
        ordered = ordered && place->second >= last;
        last = std::max(last, place->second);
        ++met;
    }
    if (met < named && met == row.columns.size()) {
        const auto isColumn = [&](std::string_view name) {
            return std::ranges::any_of(
                row.columns, [&](const auto &column) { return m_module.view(column.second->name) == name; });
        };
        const auto extra = std::ranges::find_if(members, [&](Span member) { return !isColumn(m_module.view(member)); });
        if (extra != members.end())
            m_reporter.warn("sequence-unknown", extra->begin,
                tr("%1 is in the SEQUENCE of %2 and no column of it. Define it or take it out.")
                    .arg(m_module.text(*extra).left(64), rowName));
    }
    if (!ordered)
        note("sequence-order", row.sequence->name.begin,
            tr("The SEQUENCE of %1 does not have the columns in their order.").arg(rowName));
}

} // namespace walkabout::mib
