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

} // namespace walkabout::csv
