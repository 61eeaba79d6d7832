// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/filelist.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

struct Facts {
    qint64 size = 0;
    qint64 changed = 0; // ms since 1970
};

/// Not QFileInfo's: its times are local ones, and each asks twice for the zone.
Facts factsOf(const QString &path) {
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {status.st_size, status.st_mtim.tv_sec * 1000 + status.st_mtim.tv_nsec / 1'000'000};
}

} // namespace

std::vector<ListedFile> listFiles(const Collection &collection, QList<Diagnostic> &problems) {
    std::vector<ListedFile> files;
    QSet<QString> seen;
    const auto add = [&](const QFileInfo &info, const QString &real, Collection::Tier tier, bool named) {
        if (seen.contains(real))
            return;
        seen.insert(real);
        const Facts facts = factsOf(info.filePath());
        files.push_back({info.filePath(), facts.size, facts.changed, tier, named});
    };
    for (const Collection::Folder &folder : collection.folders) {
        const QFileInfo info(folder.path);
        if (!info.exists()) {
            problems.append({Diagnostic::Severity::Error, u"no-such-file"_s,
                QCoreApplication::translate("Collection", "There is no file or folder of this name."), {}, folder.path,
                0, 0, {}});
            continue;
        }
        if (!info.isDir()) {
            add(info, info.canonicalFilePath(), folder.tier, true);
            continue;
        }
        std::vector<QFileInfo> found;
        QDirIterator iterator(folder.path, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            iterator.next();
            found.push_back(iterator.fileInfo());
        }
        std::ranges::sort(found, {}, &QFileInfo::filePath);
        // Links to folders are not followed, so only a link to a file lies elsewhere than below the folder's real path.
        const QString root = info.canonicalFilePath();
        const qsizetype above = folder.path.size() - (folder.path.endsWith(u'/') ? 1 : 0);
        for (const QFileInfo &file : found)
            add(file, file.isSymLink() ? file.canonicalFilePath() : root + file.filePath().sliced(above), folder.tier,
                false);
    }
    return files;
}

} // namespace walkabout::mib
