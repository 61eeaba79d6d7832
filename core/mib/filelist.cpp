// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/filelist.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

std::vector<ListedFile> listFiles(const Collection &collection, QList<Diagnostic> &problems) {
    std::vector<ListedFile> files;
    QSet<QString> seen;
    const auto add = [&](const QString &path, Collection::Tier tier, bool named) {
        const QFileInfo info(path);
        const QString real = info.canonicalFilePath();
        if (!seen.contains(real)) {
            seen.insert(real);
            files.push_back({path, info.size(), info.lastModified().toMSecsSinceEpoch(), tier, named});
        }
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
            add(folder.path, folder.tier, true);
            continue;
        }
        QStringList paths;
        QDirIterator iterator(folder.path, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            paths.append(iterator.next());
        paths.sort();
        for (const QString &path : paths)
            add(path, folder.tier, false);
    }
    return files;
}

} // namespace walkabout::mib
