// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/source.h"

#include "core/mib/asciibyte.h"

#include "core/mib/archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

// Offsets in a source are 32 bits; no MIB file comes near this.
constexpr qint64 LargestFile = 1'000'000'000;

struct SourceText {
    Q_DECLARE_TR_FUNCTIONS(Source)
};

bool startsWithAnyCase(QByteArrayView bytes, QByteArrayView lower) {
    return bytes.size() >= lower.size() && qstrnicmp(bytes.data(), lower.size(), lower.data(), lower.size()) == 0;
}

QByteArrayView afterBlanks(QByteArrayView bytes) {
    qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < bytes.size() && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r') || bytes[at] == 0x1a))
        ++at;
    return bytes.sliced(at);
}

struct Verdict {
    const char *code = nullptr;
    QString text;
};

/// What these bytes are if they are no MIB text.
Verdict verdict(QByteArrayView bytes) {
    const QByteArrayView text = afterBlanks(bytes);
    if (text.isEmpty())
        return {"empty-file", SourceText::tr("The file is empty. Fetch it again from where it came from.")};
    if (text.startsWith("%PDF"))
        return {
            "pdf-file", SourceText::tr("This is a PDF document, not a MIB module. Look for the module as plain text.")};
    if (text.startsWith("PK\x03\x04") || text.startsWith("PK\x05\x06"))
        return {"zip-file", SourceText::tr("This is a zip archive. Import it to use the modules in it.")};
    if (text.startsWith("\x1f\x8b"))
        return {"gzip-file", SourceText::tr("This is a gzip file. Import it to use the modules in it.")};
    if (bytes.size() > 512 && bytes.sliced(257, 5) == "ustar")
        return {"tar-file", SourceText::tr("This is a tar archive. Import it to use the modules in it.")};
    if (text.startsWith("7z\xbc\xaf") || text.startsWith("Rar!") || text.startsWith("BZh")
        || text.startsWith("\xfd\x37zXZ") || text.startsWith("\x28\xb5\x2f\xfd"))
        return {"other-archive",
            SourceText::tr(
                "This is a packed archive (7z, rar, bzip2, xz or zstd). Import it to use the modules in it.")};
    if (text.startsWith("\xd0\xcf\x11\xe0"))
        return {"office-file", SourceText::tr("This is an office document. Save it as plain text.")};
    if (text.startsWith("{\\rtf"))
        return {"rtf-file", SourceText::tr("This is a rich text document. Save it as plain text.")};
    if (startsWithAnyCase(text, "<!doctype") || startsWithAnyCase(text, "<html") || startsWithAnyCase(text, "<head"))
        return {"html-file",
            SourceText::tr("This is a web page, not a MIB module. Download the plain (raw) file instead.")};
    if (startsWithAnyCase(text, "<?xml"))
        return {"xml-file", SourceText::tr("This is an XML file, not a MIB module.")};
    const QByteArray beginning = text.first(std::min<qsizetype>(text.size(), 2000)).toByteArray();
    if (text.startsWith("diff -")
        || (text.startsWith("--- ") && beginning.first(std::min<qsizetype>(beginning.size(), 500)).contains("\n+++ "))
        || (beginning.contains("\n+++ ") && beginning.contains("\n@@ -")))
        return {"patch-file", SourceText::tr("This is a patch, not a MIB module.")};
    // Two words that every module has; also searched for where NULs stand, since some editors leave them.
    const bool headed = bytes.indexOf("DEFINITIONS") >= 0;
    if (!headed) {
        const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
        const auto odd = std::ranges::count_if(
            head, [](char c) { return uchar(c) < 9 || (uchar(c) > 13 && uchar(c) < 32 && c != 26 && c != 27); });
        if (odd * 20 > head.size())
            return {"binary-file", SourceText::tr("This is a binary file, not a MIB module.")};
        return {"not-a-mib",
            SourceText::tr("There is no MIB module in this file: the words DEFINITIONS ::= BEGIN do not occur.")};
    }
    return {};
}

/// UTF-16 by its mark, or, without one, by the zero beside each letter of the first words.
std::optional<QStringDecoder::Encoding> wideEncoding(QByteArrayView bytes) {
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return QStringDecoder::Utf16;
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 64));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        (i % 2 == 0 ? even : odd) += head[i] == '\0' ? 1 : 0;
    const qsizetype half = head.size() / 2;
    if (half >= 8 && odd >= half - 1 && even == 0)
        return QStringDecoder::Utf16LE;
    if (half >= 8 && even >= half - 1 && odd == 0)
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

Diagnostic problemOf(const QString &path, const char *code, const QString &message) {
    return {Diagnostic::Severity::Error, QString::fromLatin1(code), message, {}, path, 0, 0, {}};
}

Diagnostic unreadable(const QFile &file) {
    return problemOf(
        file.fileName(), "unreadable-file", SourceText::tr("The file cannot be read: %1.").arg(file.errorString()));
}

} // namespace

Source Source::read(const QString &path, std::optional<Diagnostic> &problem, QByteArray room) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        if (QFileInfo(path).isDir())
            problem = problemOf(path, "directory", SourceText::tr("This is a folder, not a MIB file."));
        else
            problem = unreadable(file);
        return {path, {}};
    }
    const qint64 size = file.size();
    if (size > LargestFile) {
        problem = problemOf(path, "large-file", SourceText::tr("The file is larger than any MIB module."));
        return {path, {}};
    }
    if (size == 0) // or one that does not tell its size
        return of(path, file.readAll(), problem);
    room.resize(size);
    const qint64 got = file.read(room.data(), size);
    if (got < 0) {
        problem = unreadable(file);
        return {path, {}};
    }
    room.truncate(got);
    return of(path, std::move(room), problem);
}

Source Source::of(const QString &path, QByteArray bytes, std::optional<Diagnostic> &problem) {
    if (const auto encoding = wideEncoding(bytes)) {
        QStringDecoder decode(*encoding);
        bytes = QString(decode(bytes)).toUtf8();
    }
    if (const Verdict found = verdict(bytes); found.code)
        problem = problemOf(path, found.code, found.text);
    return {path, std::move(bytes)};
}

std::vector<Source> Source::readAll(const QString &path, QList<Diagnostic> &problems) {
    std::vector<Source> sources;
    std::optional<Diagnostic> problem;
    if (!Archive::isOne(path)) {
        Source source = read(path, problem);
        if (problem)
            problems.append(*problem);
        else
            sources.push_back(std::move(source));
        return sources;
    }
    problem = Archive::read(path, [&](const QString &member, QByteArray bytes) {
        std::optional<Diagnostic> wrong;
        Source source = of(path + u'/' + member, std::move(bytes), wrong);
        if (!wrong) {
            sources.push_back(std::move(source));
        } else {
            // Other files may well stand beside the modules.
            wrong->severity = Diagnostic::Severity::Note;
            if (wrong->code.endsWith(u"archive"_s) || wrong->code == u"zip-file"_s || wrong->code == u"gzip-file"_s
                || wrong->code == u"tar-file"_s)
                wrong->message
                    = SourceText::tr("This archive within an archive is not opened. Unpack it and import it.");
            problems.append(*wrong);
        }
        return true;
    });
    if (problem)
        problems.append(*problem);
    else if (sources.empty())
        problems.append(problemOf(path, "empty-archive", SourceText::tr("There is no MIB module in this archive.")));
    return sources;
}

QString Source::excerpt(quint32 offset) const {
    const std::string_view text = bytes();
    size_t begin = std::min<size_t>(offset, text.size());
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r' && offset - begin < 150)
        --begin;
    size_t end = std::min<size_t>(offset, text.size());
    while (end < text.size() && text[end] != '\n' && text[end] != '\r' && end - begin < 200)
        ++end;
    // Not from within a letter to within another, which would make the line one of another encoding.
    const auto goesOn = [text](size_t at) { return at < text.size() && (uchar(text[at]) & 0xc0U) == 0x80; };
    for (int i = 0; i < 3 && begin < end && begin > 0 && goesOn(begin); ++i)
        ++begin;
    for (int i = 0; i < 3 && end > begin && goesOn(end); ++i)
        --end;
    return decodeText(text.substr(begin, end - begin));
}

QString decodeText(std::string_view bytes) {
    const QByteArrayView view(bytes.data(), qsizetype(bytes.size()));
    if (firstNonAscii(bytes) == bytes.size())
        return QString::fromLatin1(view);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(view);
    return decode.hasError() ? QString::fromLatin1(view) : text;
}

} // namespace walkabout::mib
