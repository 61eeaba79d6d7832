// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

struct Free {
    void operator()(archive *open) const { archive_read_free(open); }
};

Diagnostic problem(const QString &path, const char *code, const QString &message) {
    return {Diagnostic::Severity::Error, QString::fromLatin1(code), message, {}, path, 0, 0, {}};
}

QString nameOf(archive_entry *entry, const QString &path) {
    const char *const utf8 = archive_entry_pathname_utf8(entry);
    const char *const raw = utf8 ? utf8 : archive_entry_pathname(entry);
    const QString name = utf8 ? QString::fromUtf8(utf8) : QString::fromLatin1(raw ? raw : "");
    // A lone compressed file has no name within.
    return name.isEmpty() || name == u"data" ? QFileInfo(path).completeBaseName() : name;
}

/// A member's bytes, as far as the rest of the bound goes; nullopt: it is damaged or goes beyond.
std::optional<QByteArray> bytesOf(archive *open, qint64 most) {
    QByteArray bytes;
    const void *block = nullptr;
    size_t size = 0;
    la_int64_t offset = 0;
    for (;;) {
        const int status = archive_read_data_block(open, &block, &size, &offset);
        if (status == ARCHIVE_EOF)
            return bytes;
        if (status != ARCHIVE_OK || offset < bytes.size() || offset + qint64(size) > most)
            return std::nullopt;
        bytes.append(offset - bytes.size(), '\0'); // a hole
        bytes.append(static_cast<const char *>(block), qsizetype(size));
    }
}

/// Named one by one: among all there are filters that start programs and a format that reads other files.
void support(archive *open) {
    archive_read_support_filter_gzip(open);
    archive_read_support_filter_bzip2(open);
    archive_read_support_filter_xz(open);
    archive_read_support_filter_zstd(open);
    archive_read_support_format_zip(open);
    archive_read_support_format_tar(open);
    archive_read_support_format_7zip(open);
    archive_read_support_format_rar(open);
    archive_read_support_format_rar5(open);
    archive_read_support_format_raw(open); // one compressed file
}

} // namespace

bool Archive::isOne(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    constexpr qint64 TarMark = 257;
    const QByteArray head = file.read(TarMark + 5);
    for (const char *const mark :
        {"PK\x03\x04", "PK\x05\x06", "\x1f\x8b", "BZh", "\xfd\x37zXZ", "7z\xbc\xaf", "Rar!", "\x28\xb5\x2f\xfd"})
        if (head.startsWith(mark))
            return true;
    return head.mid(TarMark) == "ustar";
}

std::optional<Diagnostic> Archive::read(
    const QString &path, const std::function<bool(const QString &, QByteArray)> &member) {
    const std::unique_ptr<archive, Free> open(archive_read_new());
    support(open.get());
    constexpr size_t BlockSize = size_t(64) * 1024;
    const auto damaged = [&] {
        const char *const said = archive_error_string(open.get());
        return problem(path, "damaged-archive",
            ArchiveText::tr("The archive cannot be read to its end: %1. Fetch it again from where it came from.")
                .arg(QString::fromUtf8(said ? said : "damaged")));
    };
    if (archive_read_open_filename(open.get(), QFile::encodeName(path).constData(), BlockSize) != ARCHIVE_OK)
        return damaged();
    qint64 left = MostBytes;
    for (int count = 0;; ++count) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(open.get(), &entry);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged();
        const bool unpacksNothing = archive_format(open.get()) == ARCHIVE_FORMAT_RAW
            && archive_filter_code(open.get(), 0) == ARCHIVE_FILTER_NONE;
        if (unpacksNothing)
            return damaged();
        if (archive_entry_is_encrypted(entry))
            return problem(path, "encrypted-archive",
                ArchiveText::tr("The archive is encrypted. Unpack it with its password and add the files."));
        if (count >= MostMembers)
            return problem(
                path, "large-archive", ArchiveText::tr("The archive has more than %1 files.").arg(MostMembers));
        if (archive_entry_filetype(entry) != AE_IFREG)
            continue;
        auto bytes = bytesOf(open.get(), std::min(left, MostOfOne));
        if (!bytes && archive_errno(open.get()) != 0)
            return damaged();
        if (!bytes)
            return problem(path, "large-archive",
                ArchiveText::tr(
                    "The archive unpacks to more than %1 MB, or a file of it to more than %2 MB. Unpack it and "
                    "add the MIB files of it.")
                    .arg(MostBytes / 1'000'000)
                    .arg(MostOfOne / 1'000'000));
        left -= bytes->size();
        if (!member(nameOf(entry, path), *std::move(bytes)))
            return {};
    }
}

} // namespace walkabout::mib
