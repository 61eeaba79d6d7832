// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/sortkey.h"

#include "core/base/bytes.h"

#include <QtEndian>

#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

// The first byte of a key.
enum Kind : char { BelowAll = 1, Negative, Positive, AboveAll, NoNumber, Text, ObjectId, Octets };

// Stands for a run of digits, of which the length and the digits follow.
constexpr char Digits = '0';

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// The digits from here on, without leading zeros; moves behind them.
template <class View>
View takeNumber(View text, qsizetype &at) {
    while (at < text.size() - 1 && QChar(text[at]) == u'0' && isDigit(text[at + 1]))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

enum class Printable { Ascii, No, Perhaps };

// Perhaps: it has more than ASCII.
Printable printable(QByteArrayView bytes) {
    for (const char byte : bytes) {
        const auto code = quint8(byte);
        if (code >= 0x80)
            return Printable::Perhaps;
        if (code == 0x7f || (code < 0x20 && code != '\t' && code != '\r' && code != '\n'))
            return Printable::No;
    }
    return Printable::Ascii;
}

} // namespace

template <class T>
void SortKey::append(T number) {
    const T big = qToBigEndian(number);
    m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

SortKey::SortKey(char kind, quint64 number)
    : SortKey(kind) {
    append(number);
}

bool operator<(const SortKey &a, const SortKey &b) { return a.bytes() < b.bytes(); }

SortKey SortKey::number(qint64 number) { return {number < 0 ? Negative : Positive, quint64(number)}; }

SortKey SortKey::number(quint64 number) { return {Positive, number}; }

// Among integers where it belongs: its whole part, then what is behind the point.
SortKey SortKey::number(double number) {
    if (std::isnan(number))
        return SortKey(NoNumber);
    if (number >= 0x1p64)
        return {AboveAll, std::bit_cast<quint64>(number)};
    if (number < -0x1p63)
        return {BelowAll, ~std::bit_cast<quint64>(number)};
    const double whole = std::floor(number);
    SortKey key = whole < 0 ? SortKey(Negative, quint64(qint64(whole))) : SortKey(Positive, quint64(whole));
    if (const double rest = number - whole; rest > 0)
        key.append(quint64(rest * 0x1p63));
    return key;
}

template <class View>
void SortKey::appendNatural(View ascii) {
    for (qsizetype at = 0; at < ascii.size();) {
        const QChar c(ascii[at]);
        if (!isDigit(c)) {
            const char byte = c.toLatin1();
            m_bytes.append(byte >= 'A' && byte <= 'Z' ? char(byte + ('a' - 'A')) : byte);
            ++at;
            continue;
        }
        const View digits = takeNumber(ascii, at);
        m_bytes.append(Digits);
        append(quint16(qMin(digits.size(), qsizetype(0xffff))));
        for (qsizetype i = 0; i < digits.size(); ++i)
            m_bytes.append(QChar(digits[i]).toLatin1());
    }
}

SortKey SortKey::text(QStringView text) {
    SortKey key(Text);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype from = at;
        while (at < text.size() && text[at].unicode() < 0x80)
            ++at;
        key.appendNatural(text.sliced(from, at - from));
        const qsizetype more = at;
        while (at < text.size() && text[at].unicode() >= 0x80)
            ++at;
        const QByteArray folded = text.sliced(more, at - more).toString().toCaseFolded().toUtf8();
        key.m_bytes.append(folded.constData(), folded.size());
    }
    return key;
}

// A part of an OID takes one byte to five, the first of which says how many: what OIDs share is soon behind.
SortKey SortKey::of(const Oid &oid) {
    SortKey key(ObjectId);
    QVarLengthArray<char, 48> &bytes = key.m_bytes;
    for (const Oid::Part part : oid.parts()) {
        if (part < 0x80) {
            bytes.append(char(part));
        } else if (part < 0x4000) {
            key.append(quint16(0x8000U | part));
        } else if (part < 0x200000) {
            bytes.append(char(0xc0U | part >> 16));
            key.append(quint16(part));
        } else if (part < 0x10000000) {
            key.append(quint32(0xe0000000U | part));
        } else {
            bytes.append(char(0xf0));
            key.append(quint32(part));
        }
    }
    return key;
}

SortKey SortKey::octets(QByteArrayView bytes) {
    SortKey key(Octets);
    key.m_bytes.append(bytes.data(), bytes.size());
    return key;
}

SortKey SortKey::textOctets(QByteArrayView bytes) {
    const QByteArrayView shown = bytes.endsWith('\0') ? bytes.chopped(1) : bytes;
    switch (printable(shown)) {
    case Printable::No: return octets(bytes);
    case Printable::Perhaps: {
        const auto known = bytes::printableText(bytes);
        return known ? text(*known) : octets(bytes);
    }
    case Printable::Ascii: break;
    }
    SortKey key(Text);
    key.appendNatural(QLatin1StringView(shown.data(), shown.size()));
    return key;
}

bool SortKey::octetsAreText(const TypeInfo &type) {
    if (type.base == BaseType::Bits || type.name == u"InetAddress"
        || type.chain.contains(u"INET-ADDRESS-MIB::InetAddress"_s))
        return false;
    return type.displayHint.isEmpty() || type.displayHint.endsWith(u'a') || type.displayHint.endsWith(u't');
}

SortKey SortKey::of(const Value &value, bool octetsAreText) {
    switch (value.type()) {
    case Value::Type::Integer32:
    case Value::Type::OpaqueInteger64: return number(value.toSigned());
    case Value::Type::Counter32:
    case Value::Type::Gauge32:
    case Value::Type::TimeTicks:
    case Value::Type::Counter64:
    case Value::Type::OpaqueUnsigned64: return number(value.toUnsigned());
    case Value::Type::OpaqueFloat:
    case Value::Type::OpaqueDouble: return number(value.toDouble());
    case Value::Type::ObjectIdentifier: return of(value.toOid());
    case Value::Type::OctetString: return octetsAreText ? textOctets(value.octets()) : octets(value.octets());
    case Value::Type::IpAddress:
    case Value::Type::Opaque:
    case Value::Type::NsapAddress: return octets(value.octets());
    case Value::Type::Null:
    case Value::Type::NoSuchObject:
    case Value::Type::NoSuchInstance:
    case Value::Type::EndOfMibView: return {};
    }
    return {};
}

SortKey SortKey::of(const IndexValue &index) {
    if (const auto *whole = std::get_if<qint64>(&index.value))
        return number(*whole);
    if (const auto *oid = std::get_if<Oid>(&index.value))
        return of(*oid);
    const QByteArray &bytes = std::get<QByteArray>(index.value);
    const bool isText = index.type.base == BaseType::OctetString && octetsAreText(index.type);
    return isText ? textOctets(bytes) : octets(bytes);
}

} // namespace walkabout
