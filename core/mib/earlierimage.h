// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/filelist.h"
#include "core/mib/librarydata.h"
#include "core/mib/unit.h"

#include <QHash>

namespace walkabout::mib {

/// A module of an earlier image, as its list of files has it.
struct EarlierModule {
    std::string name;
    QString path;
    QString lastUpdated;
    quint32 line = 0;
    qint32 row = -1;
};

/// What an earlier compilation left for the next one: files that have not changed need not be parsed again. Reads only;
/// the data outlive it.
class EarlierImage final {
public:
    explicit EarlierImage(const LibraryData &data);

    /// -1: it is new or has changed.
    [[nodiscard]] qint32 fileRow(const ListedFile &file) const;
    [[nodiscard]] std::vector<EarlierModule> modulesOf(qint32 fileRow) const;
    struct Stored {
        Unit unit;
        std::string_view texts;
    };
    [[nodiscard]] size_t unitCount() const { return m_units.size(); }
    /// Before most of them are asked for.
    void readAhead() const { m_data.image().readAhead(); }
    /// nullopt: it was not kept, or it is damaged.
    [[nodiscard]] std::optional<Stored> unit(qint32 row) const;
    /// The parser's of one module; of the file itself where the name is empty.
    [[nodiscard]] QList<Diagnostic> diagnosticsOf(const QString &path, const QString &module) const;
    /// As many files as this, all of them unchanged, all of one collection.
    [[nodiscard]] bool isOf(const QString &key, const std::vector<ListedFile> &files) const;

private:
    [[nodiscard]] QString note(const file::Text &text) const;

    const LibraryData &m_data;
    const file::Workings *m_workings;
    Rows<file::File> m_fileRows;
    Rows<file::Unit> m_units;
    QHash<QString, qint32> m_files;
};

} // namespace walkabout::mib
