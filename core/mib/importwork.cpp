// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importwork.h"

#include "core/base/result.h"
#include "core/mib/archive.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSaveFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

Failure failureOf(const QString &path, const QString &why) { return Failure(Failure::Kind::File, {path, why}); }

QString changed() { return ImportPlan::tr("it has changed since it was looked at; import it again"); }

/// The chosen files of one archive, which is read once: in a plan they stand together.
class ArchiveBytes {
public:
    explicit ArchiveBytes(const ImportPlan &plan)
        : m_plan(plan) {}

    [[nodiscard]] Result<QByteArray> of(const ImportFile &file) {
        if (m_path != file.path)
            read(file.path);
        const auto found = m_bytes.constFind(file.digest);
        if (found == m_bytes.constEnd())
            return failureOf(file.shownPath(), changed());
        return *found;
    }

private:
    void read(const QString &path) {
        m_path = path;
        m_bytes.clear();
        QSet<QByteArray> wanted;
        for (const ImportFile &file : m_plan.files()) {
            if (file.isChosen && file.path == path)
                wanted.insert(file.digest);
        }
        // What is wrong with it shows where a file is missing.
        (void)mib::Archive::read(path, [this, &wanted](const QString &, const QByteArray &bytes) {
            const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
            if (wanted.contains(digest))
                m_bytes.insert(digest, bytes);
            return m_bytes.size() < wanted.size();
        });
    }

    const ImportPlan &m_plan;
    QString m_path;
    QHash<QByteArray, QByteArray> m_bytes; // by digest
};

Result<QByteArray> originalBytes(const ImportFile &file, ArchiveBytes &archives) {
    if (!file.entry.isEmpty())
        return archives.of(file);
    QFile original(file.path);
    if (!original.open(QIODevice::ReadOnly))
        return failureOf(file.path, original.errorString());
    QByteArray bytes = original.readAll();
    if (original.error() != QFileDevice::NoError)
        return failureOf(file.path, original.errorString());
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != file.digest)
        return failureOf(file.path, changed());
    return bytes;
}

/// The number stands behind the module's name, so that the file is still named for it.
QString freePath(const QString &folder, const ImportFile &file) {
    const QString stem = file.name.section(u'.', 0, 0);
    QString path = folder + u'/' + file.name;
    for (int i = 2; QFile::exists(path) && !file.replaces.contains(path); ++i)
        path = u"%1/%2.%3%4"_s.arg(folder, stem, QString::number(i), file.name.mid(stem.size()));
    return path;
}

/// Copies of the files that will give way; none, and the failure, if one cannot be copied.
std::optional<Failure> setAside(ImportResult &result, const QStringList &paths, const QString &userFolder) {
    const QString folder = userFolder + u"-replaced"_s;
    for (const QString &path : paths) {
        if (!QFile::exists(path))
            continue;
        QString aside;
        for (int i = 1; aside.isEmpty() || QFile::exists(aside); ++i)
            aside = u"%1/%2.%3.old"_s.arg(folder, path.section(u'/', -1), QString::number(i));
        QFile file(path);
        if (!QDir().mkpath(folder) || !file.copy(aside))
            return failureOf(aside,
                file.error() == QFileDevice::NoError ? ImportPlan::tr("the folder cannot be made")
                                                     : file.errorString());
        result.setAside += aside;
    }
    return std::nullopt;
}

std::optional<Failure> write(const QString &path, const QByteArray &bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failureOf(path, file.errorString());
    return std::nullopt;
}

std::optional<Failure> carryOut(
    const ImportFile &file, ArchiveBytes &archives, const QString &userFolder, ImportResult &result) {
    if (!QDir().mkpath(userFolder))
        return failureOf(userFolder, ImportPlan::tr("the folder cannot be made"));
    const Result<QByteArray> bytes = originalBytes(file, archives);
    if (!bytes)
        return bytes.failure();
    const QString path = freePath(userFolder, file);
    std::optional<Failure> failure = setAside(result, file.replaces, userFolder);
    if (!failure)
        failure = write(path, *bytes);
    if (failure) {
        for (const QString &copy : std::as_const(result.setAside))
            QFile::remove(copy);
        result.setAside.clear();
        return failure;
    }
    result.path = path;
    for (const QString &old : file.replaces) {
        if (QFile replaced(old); old != path && replaced.exists() && !replaced.remove())
            return failureOf(old, replaced.errorString());
    }
    return std::nullopt;
}

} // namespace

QList<ImportResult> carryOutImport(const ImportPlan &plan, const QString &userFolder,
    const std::function<void(int, int)> &progress, const std::atomic<bool> *cancelled) {
    const QString folder = QDir::cleanPath(QDir(userFolder).absolutePath());
    ArchiveBytes archives(plan);
    QList<ImportResult> results;
    for (qsizetype i = 0; i < plan.files().size() && !(cancelled && cancelled->load()); ++i) {
        if (!plan.files()[i].isChosen)
            continue;
        ImportResult result;
        result.file = i;
        result.failure = carryOut(plan.files()[i], archives, folder, result);
        results += std::move(result);
        if (progress)
            progress(int(results.size()), plan.fileCount());
    }
    return results;
}

} // namespace walkabout
