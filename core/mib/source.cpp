// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/source.h"

#include "core/mib/archive.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

#include <algorithm>
#include <array>

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
                "This is an archive of a kind that is not opened (7z, rar, bzip2, xz or zstd). Unpack it and "
                "add the modules in it.")};
    if (text.startsWith("\xd0\xcf\x11\xe0"))
        return {"office-file", SourceText::tr("This is an office document. Save it as plain text.")};
    if (text.startsWith("{\\rtf"))
        return {"rtf-file", SourceText::tr("This is a rich text document. Save it as plain text.")};
    if (startsWithAnyCase(text, "<!doctype") || startsWithAnyCase(text, "<html") || startsWithAnyCase(text, "<head"))
        return {"html-file",
            SourceText::tr("This is a web page, not a MIB module. Download the plain (raw) file instead.")};
    if (startsWithAnyCase(text, "<?xml"))
        return {"xml-file", SourceText::tr("This is an XML file, not a MIB module.")};
    if (text.startsWith("diff -")
        || (text.startsWith("--- ")
            && text.first(std::min<qsizetype>(text.size(), 500)).toByteArray().contains("\n+++ ")))
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

/// The byte order of UTF-16 text, told by its mark or by where the upper bytes of ASCII stand.
std::optional<QStringConverter::Encoding> utf16Of(QByteArrayView bytes) {
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return QStringConverter::Utf16;
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 1024));
    std::array<qsizetype, 2> zeros = {0, 0}; // at even and at odd places
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[size_t(i % 2)] += head[i] == '\0' ? 1 : 0;
    const qsizetype most = head.size() / 2 * 9 / 10;
    if (head.size() < 16 || std::max(zeros[0], zeros[1]) < most || std::min(zeros[0], zeros[1]) > head.size() / 20)
        return std::nullopt;
    return zeros[1] > zeros[0] ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

Diagnostic problemOf(const QString &path, const char *code, const QString &message) {
    return {Diagnostic::Severity::Error, QString::fromLatin1(code), message, {}, path, 0, 0, {}};
}

} // namespace

bool Source::isArchive(const Diagnostic &problem) {
    return problem.code == u"zip-file"_s || problem.code == u"gzip-file"_s || problem.code == u"tar-file"_s;
}

Source Source::ofBytes(const QString &path, QByteArray bytes, std::optional<Diagnostic> &problem) {
    if (const auto encoding = utf16Of(bytes)) {
        QStringDecoder decode(*encoding);
        bytes = QString(decode(bytes)).toUtf8();
    }
    if (const Verdict found = verdict(bytes); found.code)
        problem = problemOf(path, found.code, found.text);
    return {path, std::move(bytes)};
}

Source Source::read(const QString &path, std::optional<Diagnostic> &problem) {
    QFile file(path);
    if (QFileInfo(path).isDir()) {
        problem = problemOf(path, "directory", SourceText::tr("This is a folder, not a MIB file."));
        return {path, {}};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        problem = problemOf(
            path, "unreadable-file", SourceText::tr("The file cannot be read: %1.").arg(file.errorString()));
        return {path, {}};
    }
    if (file.size() > LargestFile) {
        problem = problemOf(path, "large-file", SourceText::tr("The file is larger than any MIB module."));
        return {path, {}};
    }
    return ofBytes(path, file.readAll(), problem);
}

std::vector<Source> Source::readArchive(const QString &path, QList<Diagnostic> &problems) {
    std::vector<Source> sources;
    const auto take = [&](const QString &member, QByteArray bytes) {
        std::optional<Diagnostic> problem;
        Source source = ofBytes(member, std::move(bytes), problem);
        if (!problem) {
            sources.push_back(std::move(source));
            return;
        }
        problem->severity = Diagnostic::Severity::Note;
        if (isArchive(*problem))
            problem->message
                = SourceText::tr("This archive within an archive was not opened. Unpack it and import it by itself.");
        problems.append(*problem);
    };
    if (const auto problem = Archive(path).read(take))
        problems.append(*problem);
    return sources;
}

Source::Position Source::position(quint32 offset) const {
    const std::string_view before = bytes().substr(0, offset);
    const size_t start = before.rfind(m_lineEnd) + 1; // npos + 1 is 0
    return {int(std::ranges::count(before, m_lineEnd)) + 1, int(before.size() - start) + 1};
}

QString Source::excerpt(quint32 offset) const {
    const std::string_view text = bytes();
    size_t begin = std::min<size_t>(offset, text.size());
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r' && offset - begin < 150)
        --begin;
    size_t end = std::min<size_t>(offset, text.size());
    while (end < text.size() && text[end] != '\n' && text[end] != '\r' && end - begin < 200)
        ++end;
    return decodeText(text.substr(begin, end - begin));
}

QString decodeText(std::string_view bytes) {
    const QByteArrayView view(bytes.data(), qsizetype(bytes.size()));
    const auto ascii = std::ranges::all_of(view, [](char c) { return uchar(c) < 128; });
    if (ascii)
        return QString::fromLatin1(view);
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(view);
    return decode.hasError() ? QString::fromLatin1(view) : text;
}

} // namespace walkabout::mib
