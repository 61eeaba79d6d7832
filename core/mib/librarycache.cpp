// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarycache.h"

#include "core/base/log.h"
#include "core/mib/compilation.h"
#include "core/mib/earlierimage.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QTemporaryFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// Collections differ by --mib-dir; those used last are kept.
constexpr qsizetype MostKept = 6;

const QString &pattern() {
    static const QString pattern = u"mibs-*.library"_s;
    return pattern;
}

Library::Pointer opened(const QString &path) {
    auto image = mib::LibraryImage::open(path);
    if (image)
        return Library::open(*std::move(image));
    if (QFileInfo::exists(path))
        qCInfo(lcMib).noquote() << "compiled library left alone:" << image.failure().logText();
    return nullptr;
}

QFileInfoList files(const QString &folder) { return QDir(folder).entryInfoList({pattern()}, QDir::Files, QDir::Time); }

} // namespace

LibraryCache::LibraryCache(QString folder, Collection collection)
    : m_folder(std::move(folder))
    , m_collection(std::move(collection)) {}

QString LibraryCache::path() const {
    const QByteArray key = mib::Compilation::keyOf(m_collection).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().first(16);
    return m_folder + u"/mibs-%1.library"_s.arg(QLatin1StringView(hash));
}

Library::Pointer LibraryCache::open() const { return opened(path()); }

bool LibraryCache::isCurrent(const Library &library) const {
    QList<Diagnostic> problems;
    return !library.isDamaged()
        && mib::EarlierImage(library.data())
               .isOf(mib::Compilation::keyOf(m_collection), mib::listFiles(m_collection, problems));
}

/// This collection's library, or the newest of another one: they have most files in common.
Library::Pointer LibraryCache::nearest() const {
    if (Library::Pointer library = open())
        return library;
    for (const QFileInfo &file : files(m_folder))
        if (Library::Pointer library = opened(file.filePath()))
            return library;
    return nullptr;
}

LibraryCache::Refreshed LibraryCache::refresh(
    const CompileProgress &progress, const std::atomic<bool> *cancelled) const {
    const auto inMemory = [&](const QString &why) {
        return Refreshed{
            compileLibrary(m_collection, progress, cancelled), Failure(Failure::Kind::File, {path(), why})};
    };
    const Library::Pointer earlier = nearest();
    QDir().mkpath(m_folder);
    // Not QSaveFile: it waits until the disk has all of it, and a file that a power cut spoils is found out and made
    // anew.
    QTemporaryFile file(m_folder + u"/writing-XXXXXX"_s);
    if (!file.open())
        return inMemory(file.errorString());
    mib::Compilation compilation(m_collection, earlier ? &earlier->data() : nullptr, file);
    const auto ending = compilation.run(progress, cancelled);
    if (ending == mib::Compilation::Ending::Cancelled)
        return {};
    if (ending == mib::Compilation::Ending::NotWritten || !file.flush())
        return inMemory(file.errorString());
    file.close();
    std::error_code error;
    std::filesystem::rename(file.fileName().toStdString(), path().toStdString(), error);
    if (error)
        return inMemory(QString::fromStdString(error.message()));
    file.setAutoRemove(false);
    prune();
    Library::Pointer library = open();
    return library ? Refreshed{std::move(library), {}} : inMemory(u"it cannot be read again"_s);
}

LibraryCache::Refreshed LibraryCache::current(const std::atomic<bool> *cancelled) const {
    Library::Pointer library = open();
    return library && isCurrent(*library) ? Refreshed{std::move(library), {}} : refresh({}, cancelled);
}

void LibraryCache::prune() const {
    const QFileInfoList all = files(m_folder);
    for (qsizetype i = MostKept; i < all.size(); ++i)
        QFile::remove(all[i].filePath());
    // What a program left that was ended while it wrote.
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"writing-*"_s}, QDir::Files))
        if (file.lastModified() < QDateTime::currentDateTime().addDays(-1))
            QFile::remove(file.filePath());
}

} // namespace walkabout
