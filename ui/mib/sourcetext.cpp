// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/sourcetext.h"

#include "core/mib/source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

#include <algorithm>

namespace walkabout {

namespace {

QString sourceTr(const char *text) { return QCoreApplication::translate("SourceView", text); }

/// One sign for each line end, and none that a document takes for one.
void settleLines(QString &text) {
    if (text.contains(u'\n')) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u' ');
    } else {
        text.replace(u'\r', u'\n');
    }
    const auto confuses = [](QChar c) {
        return c == QChar::ParagraphSeparator || c == QChar::LineSeparator || c.isNull()
            || (c.unicode() >= 0xfdd0 && c.unicode() <= 0xfdef);
    };
    std::replace_if(text.begin(), text.end(), confuses, QChar(QChar::ReplacementCharacter));
}

} // namespace

SourceText SourceText::read(const QString &path, qint64 longest) {
    SourceText read;
    QFile file(path);
    if (!QFileInfo::exists(path)) {
        read.problem = sourceTr("The file is no longer there: %1").arg(path);
        return read;
    }
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        read.problem = sourceTr("The file cannot be read: %1").arg(path);
        return read;
    }
    QByteArray bytes = file.read(longest);
    if (file.size() > bytes.size()) {
        read.cutFrom = file.size();
        // Not within a line, nor within a sign of it.
        if (const qsizetype end = bytes.lastIndexOf('\n'); end > 0)
            bytes.truncate(end);
    }
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        QStringDecoder decode(QStringDecoder::Utf16);
        bytes = QString(decode(bytes)).toUtf8();
    }
    read.text = mib::decodeText({bytes.constData(), size_t(bytes.size())});
    read.isUtf8 = read.text.size() != bytes.size();
    settleLines(read.text);
    return read;
}

qsizetype SourceText::place(QStringView line, int column) const {
    const qsizetype before = std::max(column - 1, 0);
    if (!isUtf8)
        return std::min(before, line.size());
    return std::min(QString::fromUtf8(line.toUtf8().first(std::min(before, line.toUtf8().size()))).size(), line.size());
}

} // namespace walkabout
