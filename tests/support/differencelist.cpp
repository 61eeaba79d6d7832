// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/differencelist.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace walkabout::test {

using namespace Qt::StringLiterals;

DifferenceList::DifferenceList(const QString &path, const QString &part) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_bad.append(path + u" cannot be read"_s);
        return;
    }
    QString reason;
    QString now;
    for (const QByteArray &raw : file.readAll().split('\n')) {
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            now = line.mid(1, line.size() - 2);
            reason.clear();
            continue;
        }
        if (line.startsWith(u'=')) {
            reason = line;
            continue;
        }
        if (now != part)
            continue;
        bool isNumber = false;
        const qsizetype count = line.section(u' ', 0, 0).toLongLong(&isNumber);
        if (!isNumber || reason.isEmpty())
            m_bad.append(u"not a count and a difference below a reason: "_s + line);
        else
            m_lines.append({count, line.section(u' ', 1)});
    }
}

QStringList DifferenceList::judge(const QStringList &differences) const {
    QStringList result = m_bad;
    QList<QRegularExpression> patterns;
    for (const Line &line : m_lines)
        patterns.append(QRegularExpression(
            QRegularExpression::anchoredPattern(QRegularExpression::escape(line.text).replace(u"\\*"_s, u".*"_s))));
    QList<qsizetype> counts(m_lines.size(), 0);
    for (const QString &difference : differences) {
        const auto fits = [&](const QRegularExpression &pattern) { return pattern.match(difference).hasMatch(); };
        const auto found = std::ranges::find_if(patterns, fits);
        if (found == patterns.end())
            result.append(u"not listed: "_s + difference);
        else
            ++counts[found - patterns.begin()];
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (counts[i] != m_lines[i].count)
            result.append(u"%1 times, %2 are listed: %3"_s.arg(counts[i]).arg(m_lines[i].count).arg(m_lines[i].text));
    }
    return result;
}

} // namespace walkabout::test
