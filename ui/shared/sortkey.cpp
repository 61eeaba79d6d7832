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

template <class T>
void append(QByteArray &bytes, T number) {
    const T big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray numeric(Kind kind, quint64 number) {
    QByteArray bytes(1, kind);
    append(bytes, number);
    return bytes;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

// The digits from here on, without leading zeros; moves behind them.
QStringView takeNumber(QStringView text, qsizetype &at) {
    while (at < text.size() - 1 && text[at] == u'0' && isDigit(text[at + 1]))
        ++at;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(from, at - from);
}

} // namespace

SortKey SortKey::number(qint64 number) { return SortKey(numeric(number < 0 ? Negative : Positive, quint64(number))); }

SortKey SortKey::number(quint64 number) { return SortKey(numeric(Positive, number)); }

// Among integers where it belongs: its whole part, then what is behind the point.
SortKey SortKey::number(double number) {
    if (std::isnan(number))
        return SortKey(QByteArray(1, NoNumber));
    if (number >= 0x1p64)
        return SortKey(numeric(AboveAll, std::bit_cast<quint64>(number)));
    if (number < -0x1p63)
        return SortKey(numeric(BelowAll, ~std::bit_cast<quint64>(number)));
    const double whole = std::floor(number);
    QByteArray bytes = whole < 0 ? numeric(Negative, quint64(qint64(whole))) : numeric(Positive, quint64(whole));
    if (const double rest = number - whole; rest > 0)
        append(bytes, quint64(rest * 0x1p63));
    return SortKey(bytes);
}

SortKey SortKey::text(QStringView text) {
    QByteArray bytes(1, Text);
    bytes.reserve(text.size() + 8);
    for (qsizetype at = 0; at < text.size();) {
        if (isDigit(text[at])) {
            const QStringView digits = takeNumber(text, at);
            bytes += Digits;
            append(bytes, quint16(qMin(digits.size(), qsizetype(0xffff))));
            bytes += digits.toLatin1();
            continue;
        }
        const qsizetype from = at;
        while (at < text.size() && !isDigit(text[at]))
            ++at;
        bytes += text.sliced(from, at - from).toString().toCaseFolded().toUtf8();
    }
    return SortKey(bytes);
}

SortKey SortKey::of(const Oid &oid) {
    QByteArray bytes(1, ObjectId);
    bytes.reserve(1 + 4 * oid.size());
    for (const Oid::Part part : oid.parts())
        append(bytes, part);
    return SortKey(bytes);
}

SortKey SortKey::octets(QByteArrayView bytes) { return SortKey(QByteArray(1, Octets) + bytes.toByteArray()); }

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
    case Value::Type::OctetString: {
        const auto printable = octetsAreText ? bytes::printableText(value.octets()) : std::nullopt;
        return printable ? text(*printable) : octets(value.octets());
    }
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
    const auto printable = isText ? bytes::printableText(bytes) : std::nullopt;
    return printable ? text(*printable) : octets(bytes);
}

} // namespace walkabout
