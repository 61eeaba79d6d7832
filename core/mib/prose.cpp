// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/prose.h"

#include "core/mib/pagebreak.h"
#include "core/mib/source.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::mib {

namespace {

QString withoutPages(const QString &text) {
    QStringList lines = text.split(u'\n');
    lines.removeIf([](const QString &line) {
        const QByteArray bytes = line.toLatin1();
        return isPageFurniture({bytes.constData(), size_t(bytes.size())});
    });
    return lines.join(u'\n');
}

} // namespace

QString prose(std::string_view bytes) {
    QString text = decodeText(bytes);
    if (text.contains(u"[Page "_s))
        text = withoutPages(text);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\f', u' ');
    if (!text.contains(u'\n'))
        return text.trimmed();
    QStringList lines = text.split(u'\n');
    qsizetype indent = -1;
    const auto blanks = [](const QString &line) {
        return std::ranges::find_if(line, [](QChar c) { return c != u' ' && c != u'\t'; }) - line.begin();
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        lines[i].replace(u'\t', u"        "_s);
        while (lines[i].endsWith(u' '))
            lines[i].chop(1);
        // The first line stands behind the quotation mark, wherever that is.
        if (i > 0 && !lines[i].isEmpty())
            indent = indent < 0 ? blanks(lines[i]) : std::min<qsizetype>(indent, blanks(lines[i]));
    }
    lines.front() = lines.front().trimmed();
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i].remove(0, indent);
    while (!lines.isEmpty() && lines.front().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

} // namespace walkabout::mib
