// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetvalue.h"

#include <array>
#include <bit>

namespace walkabout {

namespace {

using Type = Value::Type;

std::optional<quint32> unsigned32(QByteArrayView contents) {
    const auto number = berInteger(contents);
    if (!number || *number > 0xffff'ffffLL || *number < -0x8000'0000LL)
        return std::nullopt;
    return quint32(*number); // some agents send a Counter32 over 2^31 in four octets: the bits are meant
}

std::optional<Value> integer32(QByteArrayView contents) {
    const auto number = berInteger(contents);
    if (!number || *number != qint32(*number))
        return std::nullopt;
    return Value::integer(qint32(*number));
}

/// Opaque contents: tag 9f and a second octet, a length, a number.
std::optional<Value> wrapped(QByteArrayView contents) {
    constexpr qsizetype HeadSize = 3;
    if (contents.size() < HeadSize || quint8(contents[0]) != 0x9f || contents[2] != contents.size() - HeadSize)
        return std::nullopt;
    const QByteArrayView inside = contents.sliced(HeadSize);
    quint64 bits = 0;
    for (const char octet : inside)
        bits = bits << 8U | quint8(octet);
    const auto number = berInteger(inside);
    switch (quint8(contents[1])) {
    case 0x78:
        return inside.size() == 4 ? std::optional(Value::opaqueFloat(std::bit_cast<float>(quint32(bits))))
                                  : std::nullopt;
    case 0x79:
        return inside.size() == 8 ? std::optional(Value::opaqueDouble(std::bit_cast<double>(bits))) : std::nullopt;
    case 0x7a: return number ? std::optional(Value::opaqueInteger64(*number)) : std::nullopt;
    case 0x76: // a Counter64
    case 0x7b: return number ? std::optional(Value::opaqueUnsigned64(quint64(*number))) : std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<Value> exception(QByteArrayView contents, Type type) {
    return contents.isEmpty() ? std::optional(Value::exception(type)) : std::nullopt;
}

template <class Make>
std::optional<Value> unsignedValue(QByteArrayView contents, Make make) {
    const auto number = unsigned32(contents);
    return number ? std::optional(make(*number)) : std::nullopt;
}

} // namespace

std::optional<qint64> berInteger(QByteArrayView contents) {
    if (contents.size() == 9 && contents[0] == 0)
        contents = contents.sliced(1);
    if (contents.isEmpty() || contents.size() > 8)
        return std::nullopt;
    quint64 number = contents[0] < 0 ? ~quint64(0) : 0;
    for (const char octet : contents)
        number = number << 8U | quint8(octet);
    return qint64(number);
}

std::optional<Oid> berOid(QByteArrayView contents) {
    Oid oid;
    quint64 part = 0;
    bool isWithin = false;
    for (const char octet : contents) {
        part = part << 7U | (quint8(octet) & 0x7fU);
        isWithin = octet < 0;
        if (part > 0xffff'ffffULL + (oid.isEmpty() ? 80 : 0))
            return std::nullopt;
        if (isWithin)
            continue;
        if (oid.isEmpty()) { // the first two parts in one
            const quint64 root = part < 80 ? part / 40 : 2;
            oid.append(Oid::Part(root));
            part -= root * 40;
        }
        if (oid.size() == Oid::MaxLength)
            return std::nullopt;
        oid.append(Oid::Part(part));
        part = 0;
    }
    if (isWithin)
        return std::nullopt;
    return contents.isEmpty() ? Oid{0, 0} : oid; // as net-snmp reads it
}

bool isValueTag(quint8 tag) {
    switch (tag) {
    case 0x02:
    case 0x03:
    case 0x04:
    case 0x05:
    case 0x06:
    case 0x40:
    case 0x41:
    case 0x42:
    case 0x43:
    case 0x44:
    case 0x45:
    case 0x46:
    case 0x47:
    case 0x80:
    case 0x81:
    case 0x82: return true;
    default: return false;
    }
}

std::optional<Value> berValue(quint8 tag, QByteArrayView contents) {
    switch (tag) {
    case 0x02: return integer32(contents);
    case 0x03: // BIT STRING: of agents long gone
    case 0x04: return Value::octets(contents.toByteArray());
    case 0x05: return contents.isEmpty() ? std::optional(Value()) : std::nullopt;
    case 0x06: {
        const auto oid = berOid(contents);
        return oid ? std::optional(Value::oid(*oid)) : std::nullopt;
    }
    case 0x40: {
        auto address = Value::ipAddress(contents.toByteArray());
        return address ? address : Value::octets(contents.toByteArray());
    }
    case 0x41: return unsignedValue(contents, &Value::counter32);
    case 0x42:
    case 0x47: return unsignedValue(contents, &Value::gauge32); // 47: UInteger32 of RFC 1442
    case 0x43: return unsignedValue(contents, &Value::timeTicks);
    case 0x44: {
        auto number = wrapped(contents);
        return number ? number : Value::opaque(contents.toByteArray());
    }
    case 0x45: return Value::nsap(contents.toByteArray());
    case 0x46: {
        const auto number = berInteger(contents);
        return number ? std::optional(Value::counter64(quint64(*number))) : std::nullopt;
    }
    case 0x80: return exception(contents, Type::NoSuchObject);
    case 0x81: return exception(contents, Type::NoSuchInstance);
    case 0x82: return exception(contents, Type::EndOfMibView);
    default: return std::nullopt;
    }
}

} // namespace walkabout
