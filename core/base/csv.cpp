// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

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

QList<Row> read(QStringView text) {
    const QStringView first = text.left(text.indexOf(u'\n'));
    QChar separator = u',';
    for (const QChar other : {u';', u'\t'}) {
        if (first.count(other) > first.count(separator))
            separator = other;
    }
    QList<Row> rows;
    Row row{1, {}};
    QString cell;
    bool quoted = false;
    int line = 1;
    const auto endRow = [&] {
        row.cells += std::exchange(cell, {}).trimmed();
        if (row.cells.size() > 1 || !row.cells.first().isEmpty())
            rows += row;
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        line += c == u'\n' ? 1 : 0;
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
            cell += text[++i];
        else if (c == u'"' && (quoted || cell.trimmed().isEmpty()))
            quoted = !quoted;
        else if (!quoted && c == separator)
            row.cells += std::exchange(cell, {}).trimmed();
        else if (!quoted && c == u'\n')
            endRow();
        else if (quoted || c != u'\r')
            cell += c;
    }
    endRow();
    return rows;
}

} // namespace walkabout::csv
