// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

struct ArchiveText {
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

struct Closing {
    void operator()(archive *opened) const { archive_read_free(opened); }
};
using Opened = std::unique_ptr<archive, Closing>;

bool isGzip(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(2) == "\x1f\x8b";
}

enum class Reading : quint8 { Whole, TooLarge, Encrypted, Damaged };

/// The rest of the member that the archive stands at, taken off what is left.
Reading readMember(archive *opened, archive_entry *entry, qint64 &left, QByteArray &bytes) {
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t got = archive_read_data(opened, piece.data(), size_t(piece.size()));
        if (got == 0)
            return Reading::Whole;
        if (got < 0)
            return archive_entry_is_encrypted(entry) ? Reading::Encrypted : Reading::Damaged;
        left -= got;
        if (left < 0)
            return Reading::TooLarge;
        bytes.append(piece.constData(), qsizetype(got));
    }
}

Diagnostic unreadable(const QString &path, const char *code, const QString &message) {
    return {Diagnostic::Severity::Error, QString::fromLatin1(code), message, {}, path, 0, 0, {}};
}

Diagnostic unreadable(const QString &path, Reading ending, archive *opened, qint64 limit) {
    if (ending == Reading::TooLarge)
        return unreadable(path, "archive-too-large",
            ArchiveText::tr("The archive unpacks to more than %1: the rest of it was not read. Unpack it and add the "
                            "modules that you need.")
                .arg(QLocale().formattedDataSize(limit, 0, QLocale::DataSizeSIFormat)));
    if (ending == Reading::Encrypted)
        return unreadable(path, "encrypted-archive",
            ArchiveText::tr("The archive is encrypted. Unpack it with its password and add the modules in it."));
    const char *const why = archive_error_string(opened);
    return unreadable(path, "damaged-archive",
        ArchiveText::tr("The archive is damaged (%1): what could be read of it was used. Fetch it again.")
            .arg(QString::fromUtf8(why ? why : "?")));
}

} // namespace

/// Below the archive's, whatever the member calls itself: nothing leads out of it, and nothing upsets a terminal.
QString Archive::pathOf(const QString &member) const {
    QString path = m_path;
    for (QString part : member.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u"."_s || part == u".."_s)
            continue;
        for (QChar &c : part)
            if (!c.isPrint() && !c.isSurrogate())
                c = u'?';
        path += u'/' + part;
    }
    return path;
}

std::optional<Diagnostic> Archive::read(const Taker &take) const {
    const Opened opened(archive_read_new());
    archive_read_support_filter_gzip(opened.get());
    archive_read_support_format_zip(opened.get());
    archive_read_support_format_tar(opened.get());
    if (isGzip(m_path))
        archive_read_support_format_raw(opened.get()); // one file and no archive
    if (archive_read_open_filename(opened.get(), QFile::encodeName(m_path).constData(), 64 * 1024) != ARCHIVE_OK)
        return unreadable(m_path, Reading::Damaged, opened.get(), 0);
    qint64 left = m_limits.bytes;
    for (int count = 0;; ++count) {
        archive_entry *entry = nullptr;
        const int state = archive_read_next_header(opened.get(), &entry);
        if (state == ARCHIVE_EOF)
            return std::nullopt;
        if (state < ARCHIVE_WARN)
            return unreadable(m_path, Reading::Damaged, opened.get(), 0);
        if (count == m_limits.members)
            return unreadable(m_path, "archive-too-large",
                ArchiveText::tr("The archive holds more than %1 files: the rest of it was not read.")
                    .arg(QLocale().toString(m_limits.members)));
        const bool alone = archive_format(opened.get()) == ARCHIVE_FORMAT_RAW;
        if (!alone && archive_entry_filetype(entry) != AE_IFREG)
            continue; // a folder, a link, a device
        const char *name = archive_entry_pathname_utf8(entry);
        if (!name)
            name = archive_entry_pathname(entry);
        QByteArray bytes;
        const Reading ending = readMember(opened.get(), entry, left, bytes);
        if (ending != Reading::Whole)
            return unreadable(m_path, ending, opened.get(), m_limits.bytes);
        take(pathOf(alone ? QFileInfo(m_path).completeBaseName() : QString::fromUtf8(name ? name : "?")),
            std::move(bytes));
    }
}

} // namespace walkabout::mib
