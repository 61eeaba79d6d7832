// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compilation.h"

#include "core/mib/checksum.h"
#include "core/mib/librarydata.h"
#include "core/mib/libraryindexes.h"
#include "core/mib/librarywriter.h"
#include "core/mib/poolwork.h"
#include "library_generated.h"

#include <QFuture>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

/// Memory that was needed for a moment, where it is much; the next step needs as much again.
void giveBack(const std::vector<ListedFile> &files) {
    constexpr qint64 Much = 64'000'000;
    qint64 bytes = 0;
    for (const ListedFile &file : files)
        bytes += file.size;
#ifdef __GLIBC__
    if (bytes > Much)
        malloc_trim(0);
#endif
}

} // namespace

QString Compilation::keyOf(const Collection &collection) {
    QStringList parts{QStringLiteral(WALKABOUT_VERSION), QLocale().name()};
    for (const Collection::Folder &folder : collection.folders)
        parts.append(u"%1:%2"_s.arg(int(folder.tier)).arg(folder.path));
    QStringList off = collection.switchedOff;
    off.sort();
    for (const QString &module : off)
        parts.append(u"-"_s + module);
    return parts.join(u'\n');
}

Compilation::Ending Compilation::run(const CompileProgress &progress, const std::atomic<bool> *cancelled) {
    const auto stopped = [cancelled] { return cancelled && cancelled->load(); };
    const QByteArray page(LibraryImage::HeadSize, '\0');
    m_failed = m_device.write(page) != page.size();
    QList<Diagnostic> listing;
    m_files = listFiles(m_collection, listing);
    Gathering gathering(m_files, m_earlier, m_tables, m_texts);
    gatherAll(gathering, progress, cancelled);
    if (stopped())
        return Ending::Cancelled;
    giveBack(m_files);
    std::vector<Chosen> chosen = gathering.choose(m_collection.switchedOff);
    m_tables.textChecks = m_texts.finish();
    m_head.textsSize = m_texts.size();
    const std::vector<const Candidate *> candidates = gathering.candidates();
    // The file's units and workings are written while the modules are linked: both only read the units.
    QFuture<void> writing = QtConcurrent::run([&] {
        writeUnits(candidates);
        writeWorkings(candidates);
    });
    auto builder = std::make_unique<LibraryBuilder>(std::move(chosen), m_tables);
    builder->build();
    LibraryIndexes indexes(m_tables, builder->takeStandings(), builder->plainValues());
    builder.reset();
    writing.waitForFinished();
    if (m_earlier)
        m_earlier->image().letGo();
    gathering.letUnitsGo();
    giveBack(m_files);
    if (stopped())
        return Ending::Cancelled;
    indexes.build();
    for (const DiagnosticRecord &one : gathering.takeFileDiagnostics())
        m_tables.diagnostics.push_back(one);
    for (const Diagnostic &one : listing)
        m_tables.diagnostics.push_back(m_tables.record(one));
    sortDiagnostics();

    {
        const flatbuffers::DetachedBuffer hot = writeLibrary(std::move(m_tables));
        const std::string_view bytes(reinterpret_cast<const char *>(hot.data()), hot.size());
        writePart(bytes, m_head.hotOffset, m_head.hotSize);
        m_head.hotCheck = checksum(bytes);
    }
    m_head.fileSize = quint64(m_device.pos());
    m_head.check = LibraryImage::checkOf(m_head);
    m_failed = m_failed || m_texts.failed() || !m_device.seek(0)
        || m_device.write(reinterpret_cast<const char *>(&m_head), sizeof m_head) != qint64(sizeof m_head);
    return m_failed ? Ending::NotWritten : Ending::Whole;
}

/// On the pool, this thread included; the largest file first, lest one thread reads it alone at the end.
void Compilation::gatherAll(Gathering &gathering, const CompileProgress &progress, const std::atomic<bool> *cancelled) {
    std::atomic<size_t> next{0};
    std::atomic<int> done{0};
    const int all = int(m_files.size());
    std::vector<size_t> order(m_files.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, std::greater(), [this](size_t file) { return m_files[file].size; });
    const auto work = [&](bool reporting) {
        Gathering::Room room;
        for (size_t i = next++; i < order.size() && !(cancelled && cancelled->load()); i = next++) {
            gathering.gather(order[i], room);
            ++done;
            if (reporting && progress)
                progress(done, all);
        }
    };
    runOnPool(all, work);
    if (progress && !(cancelled && cancelled->load()))
        progress(all, all);
}

void Compilation::sortDiagnostics() {
    // By path as it is compared when it is looked for, in UTF-16.
    std::vector<QString> paths;
    paths.reserve(m_tables.diagnostics.size());
    for (const DiagnosticRecord &one : m_tables.diagnostics) {
        const std::string_view path = m_tables.noted(one.file);
        paths.push_back(QString::fromUtf8(path.data(), qsizetype(path.size())));
    }
    std::vector<size_t> order(paths.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::stable_sort(order, [&](size_t a, size_t b) {
        const DiagnosticRecord &first = m_tables.diagnostics[a];
        const DiagnosticRecord &second = m_tables.diagnostics[b];
        return std::tie(paths[a], first.line, first.column) < std::tie(paths[b], second.line, second.column);
    });
    std::vector<DiagnosticRecord> sorted;
    sorted.reserve(order.size());
    for (const size_t i : order)
        sorted.push_back(m_tables.diagnostics[i]);
    m_tables.diagnostics = std::move(sorted);
}

void Compilation::pad() {
    constexpr qint64 Alignment = 64;
    const QByteArray zeros((Alignment - m_device.pos() % Alignment) % Alignment, '\0');
    m_failed = m_failed || m_device.write(zeros) != zeros.size();
}

void Compilation::writePart(std::string_view bytes, quint64 &offset, quint64 &size) {
    pad();
    offset = quint64(m_device.pos());
    size = bytes.size();
    m_failed = m_failed || m_device.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size());
}

void Compilation::writeUnits(const std::vector<const Candidate *> &candidates) {
    pad();
    m_head.unitsOffset = quint64(m_device.pos());
    for (const Candidate *candidate : candidates) {
        UnitPlace &place = m_units.emplace_back();
        if (!candidate->unit)
            continue;
        const QByteArrayView bytes = candidate->unit->bytes();
        quint64 offset = 0;
        writePart({bytes.data(), size_t(bytes.size())}, offset, place.size);
        place.offset = offset - m_head.unitsOffset;
        place.check = checksum({bytes.data(), size_t(bytes.size())});
    }
    m_head.unitsSize = quint64(m_device.pos()) - m_head.unitsOffset;
}

void Compilation::writeWorkings(const std::vector<const Candidate *> &candidates) {
    flatbuffers::FlatBufferBuilder builder;
    std::string notes;
    const auto note = [&notes](const QByteArray &text) {
        notes += std::string_view(text.constData(), size_t(text.size()));
        return file::Text(quint32(notes.size() - size_t(text.size())), quint32(text.size()));
    };
    std::vector<file::File> files;
    for (const ListedFile &file : m_files)
        files.emplace_back(note(file.path.toUtf8()), quint64(file.size), file.changed, 0, 0, quint8(file.tier));
    std::vector<file::Unit> units;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const Candidate &candidate = *candidates[i];
        file::File &file = files[candidate.file];
        file = {file.path(), file.size(), file.changed(), file.unit_count() == 0 ? quint32(i) : file.first_unit(),
            file.unit_count() + 1, file.tier()};
        units.emplace_back(m_units[i].offset, m_units[i].size, m_units[i].check, candidate.textsOffset,
            quint32(candidate.textsSize), note(candidate.path.toUtf8()),
            note(QByteArray::fromStdString(candidate.name)), note(candidate.lastUpdated.toUtf8()), candidate.line);
    }
    const auto key = builder.CreateString(keyOf(m_collection).toStdString());
    const auto pool = builder.CreateVector(reinterpret_cast<const uint8_t *>(notes.data()), notes.size());
    const auto fileRows = builder.CreateVectorOfStructs(files);
    const auto unitRows = builder.CreateVectorOfStructs(units);
    builder.Finish(file::CreateWorkings(builder, key, pool, fileRows, unitRows));
    const std::string_view bytes(reinterpret_cast<const char *>(builder.GetBufferPointer()), builder.GetSize());
    writePart(bytes, m_head.workingsOffset, m_head.workingsSize);
    m_head.workingsCheck = checksum(bytes);
}

} // namespace walkabout::mib
