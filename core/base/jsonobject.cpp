// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonobject.h"

namespace walkabout {

void JsonObject::key(QByteArrayView key) {
    if (m_bytes.size() > 1)
        m_bytes.append(',');
    m_bytes.append('"').append(key).append("\":");
}

void JsonObject::text(QByteArrayView name, QStringView value) {
    if (!value.isEmpty())
        raw(name, quoted(value));
}

void JsonObject::number(QByteArrayView name, qint64 value) { raw(name, QByteArray::number(value)); }

void JsonObject::flag(QByteArrayView name, bool value) { raw(name, value ? "true" : "false"); }

void JsonObject::texts(QByteArrayView name, const QStringList &values) {
    if (values.isEmpty())
        return;
    QList<QByteArray> all;
    for (const QString &value : values)
        all.append(quoted(value));
    raw(name, array(all));
}

void JsonObject::raw(QByteArrayView name, QByteArrayView json) {
    if (json.isEmpty())
        return;
    key(name);
    m_bytes.append(json);
}

QByteArray JsonObject::quoted(QStringView text) {
    QByteArray out = "\"";
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (uchar(c) < 0x20 || c == 0x7f)
                out += "\\u" + QByteArray::number(uint(uchar(c)), 16).rightJustified(4, '0');
            else
                out += c;
        }
    }
    return out + '"';
}

QByteArray JsonObject::array(const QList<QByteArray> &values) { return '[' + values.join(',') + ']'; }

} // namespace walkabout
