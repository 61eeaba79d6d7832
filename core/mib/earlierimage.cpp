// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/earlierimage.h"

#include "core/mib/checksum.h"

#include <algorithm>

namespace walkabout::mib {

EarlierImage::EarlierImage(const LibraryData &data)
    : m_data(data)
    , m_workings(data.image().workings()) {
    if (m_workings && (!m_workings->files() || !m_workings->units() || !m_workings->notes() || !m_workings->key()))
        m_workings = nullptr;
    if (!m_workings)
        return;
    m_fileRows = rows(m_workings->files());
    m_units = rows(m_workings->units());
    m_files.reserve(qsizetype(m_fileRows.size()));
    for (size_t row = 0; row < m_fileRows.size(); ++row)
        m_files.insert(note(m_fileRows[row].path()), qint32(row));
}

QString EarlierImage::note(const file::Text &text) const {
    const flatbuffers::Vector<uint8_t> &notes = *m_workings->notes();
    const std::string_view bytes
        = cut({reinterpret_cast<const char *>(notes.data()), notes.size()}, text.offset(), text.size());
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

qint32 EarlierImage::fileRow(const ListedFile &file) const {
    const qint32 row = m_files.value(file.path, -1);
    if (row < 0)
        return -1;
    const file::File &known = m_fileRows[size_t(row)];
    return known.size() == quint64(file.size) && known.changed() == file.changed ? row : -1;
}

std::vector<EarlierModule> EarlierImage::modulesOf(qint32 fileRow) const {
    std::vector<EarlierModule> modules;
    const file::File &file = m_fileRows[size_t(fileRow)];
    const quint64 end = std::min<quint64>(quint64(file.first_unit()) + file.unit_count(), m_units.size());
    for (quint64 row = file.first_unit(); row < end; ++row) {
        const file::Unit &unit = m_units[row];
        modules.push_back(
            {note(unit.name()).toStdString(), note(unit.path()), note(unit.last_updated()), unit.line(), qint32(row)});
    }
    return modules;
}

std::optional<EarlierImage::Stored> EarlierImage::unit(qint32 row) const {
    const file::Unit &stored = m_units[size_t(row)];
    const std::string_view bytes = m_data.image().unit(stored.offset(), stored.size());
    const std::string_view texts = m_data.image().text(stored.texts_offset(), stored.texts_size());
    if (bytes.empty() || texts.size() != stored.texts_size() || checksum(bytes) != stored.check())
        return std::nullopt;
    Unit unit = Unit::over({bytes.data(), qsizetype(bytes.size())});
    if (unit.name.isEmpty())
        return std::nullopt;
    return Stored{std::move(unit), texts};
}

QList<Diagnostic> EarlierImage::diagnosticsOf(const QString &path, const QString &module) const {
    const auto pathOf = [this](const file::Diagnostic &row) { return m_data.note(row.file()); };
    QList<Diagnostic> found;
    const auto all = m_data.diagnostics.all();
    for (auto row = std::ranges::lower_bound(all, path, {}, pathOf); row != all.end() && pathOf(*row) == path; ++row)
        if (row->of_parser() && m_data.note(row->owner()) == module)
            found.append(m_data.diagnostic(*row));
    return found;
}

bool EarlierImage::isOf(const QString &key, const std::vector<ListedFile> &files) const {
    if (!m_workings)
        return false;
    const flatbuffers::String &stored = *m_workings->key();
    return QString::fromUtf8(stored.c_str(), qsizetype(stored.size())) == key
        && size_t(m_workings->files()->size()) == files.size()
        && std::ranges::all_of(files, [this](const ListedFile &file) { return fileRow(file) >= 0; });
}

} // namespace walkabout::mib
