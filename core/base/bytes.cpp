// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::bytes {

namespace {

int digit(QChar c) {
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}

bool isSeparator(QChar c) {
    return c == u' ' || c == u':' || c == u'-' || c == u'.' || c == u'\t' || c == u'\n' || c == u'\r';
}

} // namespace

QString toHex(QByteArrayView bytes, QChar separator) {
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString text;
    text.reserve(bytes.size() * 3);
    for (const char byte : bytes) {
        if (!separator.isNull() && !text.isEmpty())
            text += separator;
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

std::optional<QByteArray> fromHex(QStringView text) {
    if (text.startsWith(u"0x", Qt::CaseInsensitive))
        text = text.mid(2);
    QByteArray bytes;
    int high = -1;
    for (const QChar c : text) {
        if (const int value = digit(c); value >= 0) {
            if (high < 0) {
                high = value;
            } else {
                bytes.append(char(high * 16 + value));
                high = -1;
            }
        } else if (isSeparator(c)) {
            // One digit between separators is an octet: "0:1a:2b", as net-snmp prints addresses.
            if (high >= 0)
                bytes.append(char(high));
            high = -1;
        } else {
            return std::nullopt;
        }
    }
    if (high >= 0) {
        const bool separated = std::any_of(text.begin(), text.end(), isSeparator);
        if (!separated)
            return std::nullopt;
        bytes.append(char(high));
    }
    return bytes;
}

std::optional<QString> printableText(QByteArrayView bytes) {
    if (bytes.endsWith('\0'))
        bytes = bytes.chopped(1);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    for (const QChar c : text) {
        const bool allowed = c == u'\t' || c == u'\r' || c == u'\n';
        if ((c.unicode() < 0x20 && !allowed) || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            return std::nullopt;
    }
    return text;
}

QString onOneLine(const QString &text) {
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (std::ranges::none_of(text, isControl))
        return text;
    QString visible;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\n': visible += u"\\n"; break;
        case u'\r': visible += u"\\r"; break;
        case u'\t': visible += u"\\t"; break;
        default:
            if (isControl(c))
                visible += u"\\x"_s + QString::number(c.unicode(), 16).rightJustified(2, u'0');
            else
                visible += c;
        }
    }
    return visible;
}

} // namespace walkabout::bytes
