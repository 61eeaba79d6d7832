// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/instancetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace walkabout::instancetext {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ObjectName", text); }

Failure wrong(const char *sentence, QStringView whole, QStringView part = {}) {
    return Failure(Failure::Kind::BadUsage, {tr(sentence).arg(whole.toString(), part.toString())});
}

bool isNumber(QStringView text) {
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Failure tooLong(QStringView whole) {
    return Failure(
        Failure::Kind::BadUsage, {tr("“%1” has more than 128 parts; no object identifier is longer.").arg(whole)});
}

Result<Oid> parts(QStringView text, QStringView whole) {
    Oid oid;
    while (true) {
        const QChar first = text.isEmpty() ? QChar() : text.front();
        qsizetype end = 0;
        if (first == u'"' || first == u'\'') {
            const qsizetype close = text.indexOf(first, 1);
            if (close < 0)
                return wrong("“%1”: the closing %2 is missing.", whole, QStringView(&first, 1));
            const QByteArray octets = text.mid(1, close - 1).toUtf8();
            if (oid.size() + octets.size() + 1 > Oid::MaxLength)
                return tooLong(whole);
            if (first == u'"')
                oid.append(Oid::Part(octets.size()));
            for (const char octet : octets)
                oid.append(Oid::Part(quint8(octet)));
            end = close + 1;
        } else {
            end = text.indexOf(u'.');
            if (end < 0)
                end = text.size();
            const QStringView part = text.first(end);
            if (!isNumber(part))
                return Failure(Failure::Kind::InvalidOid, {whole.toString()});
            bool ok = false;
            const quint64 number = part.toULongLong(&ok);
            if (!ok || number > std::numeric_limits<Oid::Part>::max())
                return wrong("“%1”: %2 is over 4294967295, the largest part of an object identifier.", whole, part);
            if (oid.size() >= Oid::MaxLength)
                return tooLong(whole);
            oid.append(Oid::Part(number));
        }
        if (end == text.size())
            return oid;
        if (text[end] != u'.')
            return Failure(Failure::Kind::InvalidOid, {whole.toString()});
        text = text.mid(end + 1);
    }
}

std::optional<QStringList> brackets(QStringView text) {
    QStringList found;
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i++] != u'[')
            return std::nullopt;
        QString value;
        if (i < text.size() && text[i] == u'"') {
            for (++i; i < text.size() && text[i] != u'"'; ++i) {
                if (text[i] == u'\\' && i + 1 < text.size())
                    ++i;
                value += text[i];
            }
            ++i; // the closing quote
        } else {
            while (i < text.size() && text[i] != u']')
                value += text[i++];
        }
        if (i >= text.size() || text[i++] != u']')
            return std::nullopt;
        found.append(value);
    }
    return found;
}

} // namespace walkabout::instancetext
