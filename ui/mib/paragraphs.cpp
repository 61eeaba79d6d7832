// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/paragraphs.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

qsizetype indentOf(const QString &line) {
    const auto solid = std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); });
    return solid - line.begin();
}

QString untabbed(const QString &line) {
    QString out;
    for (const QChar c : line) {
        if (c == u'\t')
            out += QString(8 - out.size() % 8, u' ');
        else if (c != u'\r')
            out += c;
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

// The first line stands behind the quote, so its indentation says nothing.
QStringList dedented(const QString &text) {
    QStringList lines = text.split(u'\n');
    std::ranges::transform(lines, lines.begin(), untabbed);
    qsizetype least = 1000;
    for (const QString &line : lines.mid(1)) {
        if (!line.isEmpty())
            least = std::min(least, indentOf(line));
    }
    lines.first() = lines.constFirst().trimmed();
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i] = lines.at(i).mid(std::min(least, indentOf(lines.at(i))));
    return lines;
}

bool startsItem(const QString &line) {
    static const QRegularExpression mark(uR"(^\s*([-*•o]\s|\(?[0-9a-z]{1,3}[.)]\s|[\w-]+\s*\(\d+\)\s*([-:,.=]|$)))"_s);
    return mark.match(line).hasMatch();
}

// Columns or a drawing: gaps inside a line.
bool isSet(const QStringList &block) {
    static const QRegularExpression gap(uR"(\S {3,}\S|[-=+|]{4,})"_s);
    return std::ranges::any_of(block, [](const QString &line) { return gap.match(line).hasMatch(); });
}

QString asHtml(const QStringList &block) {
    if (isSet(block))
        return u"<pre>"_s + block.join(u'\n').toHtmlEscaped() + u"</pre>"_s;
    QString out = u"<p>"_s;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const QString &line = block.at(i);
        const bool item = startsItem(line);
        if (i > 0)
            out += item ? u"<br>"_s : u" "_s;
        if (item)
            out += u"&nbsp;"_s.repeated(std::min<qsizetype>(indentOf(line), 12));
        out += line.trimmed().toHtmlEscaped();
    }
    return out + u"</p>"_s;
}

} // namespace

QString paragraphs(const QString &text) {
    QString html;
    QStringList block;
    for (const QString &line : dedented(text) + QStringList{QString()}) {
        if (!line.isEmpty()) {
            block.append(line);
            continue;
        }
        if (!block.isEmpty())
            html += asHtml(block);
        block.clear();
    }
    return html;
}

} // namespace walkabout
