// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include <string.h>

using namespace Qt::StringLiterals;

namespace walkabout::csv {

namespace {

bool isPlainNumber(const QString &text) {
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

QByteArray field(QString text) {
    static const QString risky = u"=+-@\t\r"_s;
    if (!text.isEmpty() && risky.contains(text.front()) && !isPlainNumber(text))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text.toUtf8();
}

} // namespace

QByteArray line(const QStringList &cells) {
    QList<QByteArray> fields;
    for (const QString &cell : cells)
        fields.append(field(cell));
    return fields.join(',');
}

Table::Table(QByteArrayView utf8)
    : m_text(QString::fromUtf8(utf8)) {
    const QStringView text(m_text);
    const QStringView first = text.left(text.indexOf(u'\n'));
    QChar separator = u',';
    for (const QChar other : {u';', u'\t'}) {
        if (first.count(other) > first.count(separator))
            separator = other;
    }
    // A cell is never longer than what it was read from: it stands where that stood.
    QChar *const kept = m_text.data();
    qsizetype begin = 0;
    qsizetype end = 0;
    Row row{1, {}};
    bool quoted = false;
    int line = 1;
    const auto cell = [&] { return QStringView(kept + begin, end - begin).trimmed(); };
    const auto endCell = [&] {
        row.cells += cell();
        begin = end;
    };
    const auto endRow = [&] {
        endCell();
        if (row.cells.size() > 1 || !row.cells.first().isEmpty())
            m_rows += row;
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = kept[i];
        line += c == u'\n' ? 1 : 0;
        if (quoted && c == u'"' && i + 1 < text.size() && kept[i + 1] == u'"')
            kept[end++] = kept[++i];
        else if (c == u'"' && (quoted || cell().isEmpty()))
            quoted = !quoted;
        else if (!quoted && c == separator)
            endCell();
        else if (!quoted && c == u'\n')
            endRow();
        else if (quoted || c != u'\r')
            kept[end++] = c;
    }
    endRow();
}

Table::~Table() {
    if (!m_text.isEmpty())
        explicit_bzero(m_text.data(), size_t(m_text.size()) * sizeof(QChar));
}

} // namespace walkabout::csv
