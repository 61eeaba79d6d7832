// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarybuilder.h"
#include "core/mib/poolwork.h"

#include <algorithm>
#include <tuple>

namespace walkabout::mib {

void LibraryBuilder::describeModules() {
    NameTable &names = m_scope.names();
    for (size_t module = 0; module < m_chosen.size(); ++module) {
        const Chosen &chosen = m_chosen[module];
        const Unit &unit = *chosen.module;
        ModuleRecord record;
        record.name = names.place(unit.view(unit.name));
        record.organization = names.place(unit.view(unit.organization));
        record.lastUpdated = names.place(dateText(unit.view(unit.lastUpdated)).toStdString());
        record.file = m_data->note(chosen.file);
        record.contact = unit.place(unit.contact);
        record.description = unit.place(unit.description);
        record.tier = quint8(chosen.tier);
        record.smi = unit.usesV2 ? 2 : 1;
        record.line = unit.line;
        const auto first = [](const auto &list) { return quint32(list.size()); };
        record.identity = {first(m_data->arcs), quint32(m_standings[module].identity.size())};
        m_data->arcs.insert(
            m_data->arcs.end(), m_standings[module].identity.begin(), m_standings[module].identity.end());
        record.rivals = {first(m_data->paths), quint32(chosen.rivals.size())};
        for (const QString &rival : chosen.rivals)
            m_data->paths.push_back(m_data->note(rival));
        record.revisions = {first(m_data->revisions), quint32(unit.revisions.size())};
        for (const Module::Revision &revision : unit.revisions)
            m_data->revisions.push_back(
                {names.place(dateText(unit.view(revision.date)).toStdString()), unit.place(revision.description)});
        record.imports = {first(m_data->imports), quint32(unit.imports.size())};
        for (const Module::Import &import : unit.imports) {
            const std::string_view from = unit.view(import.module);
            const auto symbols = sliced(unit.symbols, import.symbols);
            m_data->imports.push_back({names.place(from), {first(m_data->words), quint32(symbols.size())},
                m_scope.moduleNamed(from) != Scope::None});
            for (const Span symbol : symbols)
                m_data->words.push_back(names.place(unit.view(symbol)));
        }
        m_data->modules.push_back(record);
    }
}

void LibraryBuilder::listNodesOfModules() {
    std::vector<std::vector<qint32>> nodes(m_chosen.size());
    for (size_t node = 0; node < m_definitions.size(); ++node)
        if (m_definitions[node] >= 0)
            nodes[size_t(m_data->nodes[node].module)].push_back(qint32(node));
    m_data->nodesByModule.reserve(m_data->nodes.size());
    for (size_t module = 0; module < nodes.size(); ++module) {
        m_data->modules[module].nodes = {quint32(m_data->nodesByModule.size()), quint32(nodes[module].size())};
        m_data->nodesByModule.insert(m_data->nodesByModule.end(), nodes[module].begin(), nodes[module].end());
    }
}

/// By module. The file of each that has any is read once more, on the pool.
std::vector<QList<Diagnostic>> LibraryBuilder::locateFindings() {
    std::vector<QList<Diagnostic>> located(m_chosen.size());
    forEachOnPool(m_chosen.size(), [&](size_t module) {
        LinkReporter &reporter = m_scope.reporter(qint32(module));
        if (reporter.isEmpty())
            return;
        std::optional<Diagnostic> problem;
        const Chosen &chosen = m_chosen[module];
        located[module] = reporter.locate(chosen.source ? *chosen.source : Source::read(chosen.file, problem));
    });
    return located;
}

void LibraryBuilder::describeFindings() {
    const std::vector<QList<Diagnostic>> located = locateFindings();
    for (const Placement::NotPlaced &one : m_placement.unplaced()) {
        const qint32 module = m_scope.moduleOf(one.definition);
        const Unit &unit = m_scope.module(module);
        m_data->unplaced.push_back(
            {m_data->note(unit.view(unit.name)), m_data->note(m_scope.nameOf(one.definition)), m_data->note(one.reason),
                m_data->modules[size_t(module)].file, quint32(m_scope.definition(one.definition).line)});
    }
    for (size_t module = 0; module < m_chosen.size(); ++module) {
        std::vector<DiagnosticRecord> all = std::move(m_chosen[module].diagnostics);
        for (const Diagnostic &one : located[module])
            all.push_back(m_data->record(one));
        ModuleRecord &record = m_data->modules[module];
        record.errors = quint32(std::ranges::count(all, Diagnostic::Severity::Error, &DiagnosticRecord::severity));
        record.warnings = quint32(std::ranges::count(all, Diagnostic::Severity::Warning, &DiagnosticRecord::severity));
        m_data->diagnostics.insert(m_data->diagnostics.end(), all.begin(), all.end());
    }
}

} // namespace walkabout::mib
