// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/searchtext.h"

using namespace Qt::StringLiterals;

namespace walkabout::searchtext {

namespace {

constexpr qsizetype Before = 24;
constexpr qsizetype Longest = 90;

} // namespace

QStringList words(const QString &text) {
    const qsizetype colons = text.indexOf(u"::"_s);
    return (colons < 0 ? text : text.mid(colons + 2)).split(u' ', Qt::SkipEmptyParts);
}

QString snippet(const QString &description, const QStringList &words) {
    const QString line = description.simplified();
    qsizetype hit = -1;
    for (const QString &word : words) {
        const qsizetype at = line.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0 && (hit < 0 || at < hit))
            hit = at;
    }
    if (hit < 0)
        return {};
    // From the beginning of a sentence where one is near, else of a word.
    qsizetype from = qMax<qsizetype>(0, hit - Before);
    if (const qsizetype stop = line.lastIndexOf(u". "_s, hit); stop >= from)
        from = stop + 2;
    else if (from > 0)
        from = qMin(hit, line.indexOf(u' ', from) + 1);
    qsizetype end = qMin(line.size(), from + Longest);
    if (end < line.size())
        end = qMax(hit + 1, line.lastIndexOf(u' ', end));
    return (from > 0 && !line.first(from).endsWith(u". ") ? u"…"_s : QString()) + line.mid(from, end - from)
        + (end < line.size() ? u"…"_s : QString());
}

QString label(const NodeRef &node, const QStringList &words) {
    if (words.size() != 1 || node.name().contains(words.first(), Qt::CaseInsensitive))
        return {};
    for (const EnumItem &item : node.type().enums) {
        if (item.label.contains(words.first(), Qt::CaseInsensitive))
            return u"%1(%2)"_s.arg(item.label).arg(item.number);
    }
    return {};
}

} // namespace walkabout::searchtext
