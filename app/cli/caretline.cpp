// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/caretline.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// An excerpt of a longer line begins so many bytes before the column, and ends so many behind it.
constexpr qsizetype Before = 150;
constexpr qsizetype Behind = 200;

/// What keeps the signs behind it at their place: a tab is as wide as the tab above it.
QString blankOf(const QString &text) {
    QString blank;
    for (const QChar sign : text) {
        if (sign == u'\t')
            blank += sign;
        else if (!sign.isLowSurrogate() && sign.category() != QChar::Mark_NonSpacing)
            blank += u' ';
    }
    return blank;
}

} // namespace

void CaretLine::read(const QString &path) {
    m_path = path;
    m_bytes.clear();
    QFile file(path); // none for what stands in an archive
    if (file.open(QIODevice::ReadOnly))
        m_bytes = file.readAll();
    m_lineEnd = m_bytes.contains('\n') ? '\n' : '\r';
    m_number = 1;
    m_begin = 0;
}

QByteArrayView CaretLine::line(int number) {
    if (number < m_number) {
        m_number = 1;
        m_begin = 0;
    }
    for (; m_number < number; ++m_number) {
        const qsizetype end = m_bytes.indexOf(m_lineEnd, m_begin);
        if (end < 0)
            return {};
        m_begin = end + 1;
    }
    const qsizetype end = m_bytes.indexOf(m_lineEnd, m_begin);
    return QByteArrayView(m_bytes).sliced(m_begin, (end < 0 ? m_bytes.size() : end) - m_begin);
}

/// Of the excerpt, left of the column.
qsizetype CaretLine::signsBefore(const Diagnostic &diagnostic) {
    const QString &excerpt = diagnostic.excerpt;
    const qsizetype column = std::max(diagnostic.column - 1, 0);
    const qsizetype bytes = std::min(column, Before);
    const auto isAscii = [](QChar sign) { return sign.unicode() < 0x80; };
    if (std::ranges::all_of(excerpt, isAscii))
        return std::min(bytes, excerpt.size());
    if (diagnostic.file != m_path)
        read(diagnostic.file);
    QByteArrayView text = line(diagnostic.line);
    if (text.endsWith('\r'))
        text.chop(1);
    // As many signs as bytes: Latin-1. What cannot be read again is taken for UTF-8, as most files are.
    const qsizetype begin = std::max<qsizetype>(column - Before, 0);
    const qsizetype shown = std::min(text.size(), column + Behind) - begin;
    if (shown == excerpt.size())
        return std::min(bytes, excerpt.size());
    const QByteArray utf8 = excerpt.toUtf8();
    return QString::fromUtf8(utf8.first(std::min(bytes, utf8.size()))).size();
}

QByteArray CaretLine::of(const Diagnostic &diagnostic) {
    if (diagnostic.line == 0 || diagnostic.excerpt.trimmed().isEmpty())
        return {};
    const qsizetype place = signsBefore(diagnostic);
    QString line = diagnostic.excerpt;
    // The file's, not a terminal's.
    const auto isControl = [](QChar sign) { return sign.category() == QChar::Other_Control && sign != u'\t'; };
    std::replace_if(line.begin(), line.end(), isControl, QChar(u' '));
    qsizetype blanks = 0;
    while (blanks < place && line[blanks].isSpace())
        ++blanks;
    return (u"    "_s + line.sliced(blanks) + u"\n    "_s + blankOf(line.sliced(blanks, place - blanks)) + u'^')
        .toUtf8();
}

} // namespace walkabout
