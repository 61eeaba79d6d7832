// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/compiler.h"
#include "core/mib/gathering.h"
#include "core/mib/libraryimage.h"

namespace walkabout::mib {

/// Writes the image of a library to a device: texts while files are parsed, then the units, the hot part and what the
/// next compilation takes over. Memory holds the modules' units and the tables, never the sources or the texts. Runs
/// in a pool's thread and takes the pool's others for parsing.
class Compilation final {
public:
    /// The device is open for writing, empty and can seek; it and the earlier library (may be null) outlive this.
    Compilation(const Collection &collection, const LibraryData *earlier, QIODevice &device)
        : m_collection(collection)
        , m_earlier(earlier)
        , m_device(device)
        , m_texts(device) {}

    enum class Ending : quint8 { Whole, Cancelled, NotWritten };
    [[nodiscard]] Ending run(const CompileProgress &progress, const std::atomic<bool> *cancelled);

    /// Tells one collection from another: folders, what is switched off, the program's version and its language.
    [[nodiscard]] static QString keyOf(const Collection &collection);

private:
    void gatherAll(Gathering &gathering, const CompileProgress &progress, const std::atomic<bool> *cancelled);
    void writeUnits(const std::vector<const Candidate *> &candidates);
    void writePart(std::string_view bytes, quint64 &offset, quint64 &size);
    void writeWorkings(const std::vector<const Candidate *> &candidates);
    void sortDiagnostics();
    void pad();

    struct UnitPlace {
        quint64 offset = 0;
        quint64 size = 0;
        quint64 check = 0;
    };

    const Collection &m_collection;
    const LibraryData *m_earlier;
    QIODevice &m_device;
    TextWriter m_texts;
    std::vector<ListedFile> m_files;
    LibraryTables m_tables;
    LibraryImage::Head m_head;
    std::vector<UnitPlace> m_units; // by candidate
    bool m_failed = false;
};

} // namespace walkabout::mib
