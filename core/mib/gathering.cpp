// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/gathering.h"

#include "core/mib/earlierimage.h"
#include "core/mib/poolwork.h"

#include <algorithm>

namespace walkabout::mib {

Gathering::Gathering(
    const std::vector<ListedFile> &files, const LibraryData *earlier, LibraryTables &tables, TextWriter &texts)
    : m_files(files)
    , m_tables(tables)
    , m_texts(texts)
    , m_earlier(earlier ? std::make_unique<EarlierImage>(*earlier) : nullptr) {}

Gathering::~Gathering() = default;

DiagnosticRecord Gathering::recordOf(const Diagnostic &diagnostic) {
    DiagnosticRecord record = m_tables.record(diagnostic);
    record.ofParser = true;
    return record;
}

void Gathering::gather(size_t file, Room &room) {
    const qint32 row = m_earlier ? m_earlier->fileRow(m_files[file]) : -1;
    if (row < 0)
        return parse(file, room);
    std::vector<EarlierModule> modules = m_earlier->modulesOf(row);
    // What is in an archive is not taken over: its members cannot be read again by their paths.
    if (std::ranges::any_of(modules, [&](const EarlierModule &one) { return one.path != m_files[file].path; })
        || (modules.empty() && m_files[file].named))
        return parse(file, room);
    const std::lock_guard lock(m_mutex);
    for (const Diagnostic &one : m_earlier->diagnosticsOf(m_files[file].path, {}))
        m_fileDiagnostics.push_back(recordOf(one));
    for (EarlierModule &module : modules) {
        Candidate candidate;
        candidate.name = std::move(module.name);
        candidate.path = std::move(module.path);
        candidate.lastUpdated = std::move(module.lastUpdated);
        candidate.file = file;
        candidate.stored = module.row;
        candidate.tier = m_files[file].tier;
        candidate.line = module.line;
        add(std::move(candidate), {});
    }
}

void Gathering::parse(size_t file, Room &room) {
    ParsedFile parsed = room.parsing.parse(m_files[file]);
    Unit::Packing &packing = room.packing;
    struct Packed {
        Candidate candidate;
        size_t texts = 0; // where they begin
    };
    std::vector<Packed> packed;
    packing.texts.clear();
    for (const Module &module : parsed.modules) {
        Packed one;
        one.texts = packing.texts.size();
        one.candidate.unit = std::make_unique<Unit>(Unit::pack(module, packing));
        one.candidate.name = module.view(module.name);
        one.candidate.path = module.source->path();
        one.candidate.lastUpdated = dateText(module.view(module.lastUpdated));
        one.candidate.source = parsed.isArchive ? module.source : nullptr;
        one.candidate.file = file;
        one.candidate.tier = m_files[file].tier;
        one.candidate.line = quint32(module.line);
        packed.push_back(std::move(one));
    }
    std::unique_lock lock(m_mutex);
    for (const Diagnostic &one : parsed.diagnostics)
        m_fileDiagnostics.push_back(recordOf(one));
    for (size_t i = 0; i < packed.size(); ++i) {
        for (const Diagnostic &one : parsed.modules[i].diagnostics)
            packed[i].candidate.diagnostics.push_back(recordOf(one));
        const size_t end = i + 1 < packed.size() ? packed[i + 1].texts : packing.texts.size();
        add(std::move(packed[i].candidate), cut(packing.texts, packed[i].texts, end - packed[i].texts));
    }
    lock.unlock();
    room.parsing.takeBack(std::move(parsed));
}

void Gathering::add(Candidate added, std::string_view texts) {
    std::vector<Candidate *> &rivals = m_byName[added.name];
    Candidate &candidate = m_candidates.emplace_back(std::move(added));
    const auto letGo = [](Candidate &loser) {
        loser.unit.reset();
        loser.diagnostics = {};
    };
    if (!rivals.empty() && !candidate.beats(*rivals.front())) {
        letGo(candidate);
        rivals.push_back(&candidate);
        return;
    }
    if (!rivals.empty())
        letGo(*rivals.front());
    rivals.insert(rivals.begin(), &candidate);
    if (candidate.unit) {
        candidate.textsSize = texts.size();
        candidate.textsOffset = candidate.unit->textsOffset = quint32(m_texts.append(texts));
    }
}

/// The unit of a module that was taken over: of the earlier image, or, where it lost there, parsed after all.
void Gathering::load(Candidate &candidate) {
    if (m_earlier && candidate.stored >= 0) {
        if (auto stored = m_earlier->unit(candidate.stored)) {
            candidate.unit = std::make_unique<Unit>(std::move(stored->unit));
            candidate.textsSize = stored->texts.size();
            candidate.textsOffset = candidate.unit->textsOffset = quint32(m_texts.append(stored->texts));
            const QString name = candidate.unit->text(candidate.unit->name);
            const std::lock_guard lock(m_mutex);
            for (const Diagnostic &one : m_earlier->diagnosticsOf(candidate.path, name))
                candidate.diagnostics.push_back(recordOf(one));
            return;
        }
    }
    const ParsedFile parsed = ParsingRoom().parse(m_files[candidate.file]);
    for (const Module &module : parsed.modules) {
        if (candidate.unit || module.view(module.name) != candidate.name || quint32(module.line) != candidate.line)
            continue;
        Unit::Packing packing;
        candidate.unit = std::make_unique<Unit>(Unit::pack(module, packing));
        candidate.textsSize = packing.texts.size();
        candidate.textsOffset = candidate.unit->textsOffset = quint32(m_texts.append(packing.texts));
        candidate.source = parsed.isArchive ? module.source : nullptr;
        const std::lock_guard lock(m_mutex);
        for (const Diagnostic &one : module.diagnostics)
            candidate.diagnostics.push_back(recordOf(one));
    }
}

/// Those that are to be in the library and have no unit yet.
void Gathering::loadAll(const QStringList &switchedOff) {
    std::vector<Candidate *> wanted;
    for (const auto &[name, rivals] : m_byName)
        if (!rivals.front()->unit && !switchedOff.contains(QString::fromLatin1(name)))
            wanted.push_back(rivals.front());
    if (m_earlier && wanted.size() > m_earlier->unitCount() / 2)
        m_earlier->readAhead();
    forEachOnPool(wanted.size(), [&](size_t i) { load(*wanted[i]); });
}

std::vector<Chosen> Gathering::choose(const QStringList &switchedOff) {
    loadAll(switchedOff);
    std::vector<Chosen> chosen;
    for (auto &[name, rivals] : m_byName) {
        std::sort(
            rivals.begin() + 1, rivals.end(), [](const Candidate *a, const Candidate *b) { return a->beats(*b); });
        Candidate &best = *rivals.front();
        if (switchedOff.contains(QString::fromLatin1(name))) {
            m_tables.switchedOff.push_back(recordOfOff(best, std::span(rivals).subspan(1)));
            best.unit.reset();
            continue;
        }
        if (!best.unit)
            continue; // its file changed meanwhile: the next compilation sees it
        Chosen one{best.unit.get(), best.path, best.source, best.tier, {}, std::move(best.diagnostics)};
        for (size_t i = 1; i < rivals.size(); ++i)
            one.rivals.append(rivals[i]->path);
        chosen.push_back(std::move(one));
    }
    return chosen;
}

ModuleRecord Gathering::recordOfOff(const Candidate &candidate, std::span<Candidate *const> rivals) {
    ModuleRecord record;
    record.file = m_tables.note(candidate.path);
    record.name = m_tables.note(std::string_view(candidate.name));
    record.rivals = {quint32(m_tables.paths.size()), quint32(rivals.size())};
    for (const Candidate *const rival : rivals)
        m_tables.paths.push_back(m_tables.note(rival->path));
    record.tier = quint8(candidate.tier);
    record.line = candidate.line;
    return record;
}

std::vector<const Candidate *> Gathering::candidates() const {
    std::vector<const Candidate *> all;
    for (const Candidate &candidate : m_candidates)
        all.push_back(&candidate);
    std::ranges::stable_sort(all, {}, &Candidate::file);
    return all;
}

void Gathering::letUnitsGo() {
    for (Candidate &candidate : m_candidates)
        candidate.unit.reset();
}

} // namespace walkabout::mib
