// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/candidate.h"
#include "core/mib/filelist.h"
#include "core/mib/librarybuilder.h"
#include "core/mib/parsedfile.h"
#include "core/mib/textwriter.h"

#include <deque>
#include <map>
#include <mutex>

namespace walkabout {
class LibraryData;
}

namespace walkabout::mib {

class EarlierImage;

/// Gathers the modules of all files, from several threads: parsed anew or taken over from an earlier image whose file
/// has not changed. Of each name the best candidate keeps its unit, the others are let go as they come. Lives for one
/// compilation.
class Gathering final {
public:
    /// Memory that a thread gathers one file after another with.
    struct Room {
        ParsingRoom parsing;
        Unit::Packing packing;
    };

    /// All outlive it; earlier may be null.
    Gathering(
        const std::vector<ListedFile> &files, const LibraryData *earlier, LibraryTables &tables, TextWriter &texts);
    ~Gathering();

    /// Reads one file, or takes over what is known of it. The room is the calling thread's.
    void gather(size_t file, Room &room);
    /// After all files: the modules by name, without those that are switched off; fetches what is not loaded yet.
    [[nodiscard]] std::vector<Chosen> choose(const QStringList &switchedOff);
    /// After they were written.
    void letUnitsGo();
    /// All candidates, by file.
    [[nodiscard]] std::vector<const Candidate *> candidates() const;
    /// What was wrong with files outside of any module.
    [[nodiscard]] std::vector<DiagnosticRecord> takeFileDiagnostics() { return std::move(m_fileDiagnostics); }

private:
    void parse(size_t file, Room &room);
    void add(Candidate candidate, std::string_view texts);
    void loadAll(const QStringList &switchedOff);
    void load(Candidate &candidate);
    [[nodiscard]] DiagnosticRecord recordOf(const Diagnostic &diagnostic);
    [[nodiscard]] ModuleRecord recordOfOff(const Candidate &candidate, std::span<Candidate *const> rivals);

    const std::vector<ListedFile> &m_files;
    LibraryTables &m_tables;
    TextWriter &m_texts;
    std::unique_ptr<EarlierImage> m_earlier;
    std::mutex m_mutex;
    std::deque<Candidate> m_candidates; // stay where they are
    std::map<std::string, std::vector<Candidate *>, std::less<>> m_byName; // the best first
    std::vector<DiagnosticRecord> m_fileDiagnostics;
};

} // namespace walkabout::mib
