// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QByteArray>

#include <optional>

namespace walkabout {

/// What stands in a varbind, exactly as it came: the wire type is kept, octets stay bytes (RFC 3416 3, RFC 2578 7.1;
/// Opaque numbers as net-snmp wraps them). Gauge32 and Unsigned32 are one type on the wire and one here.
class Value final {
public:
    enum class Type : quint8 {
        Null,
        Integer32,
        OctetString,
        ObjectIdentifier,
        IpAddress,
        Counter32,
        Gauge32,
        TimeTicks, // hundredths of a second
        Opaque,
        NsapAddress,
        Counter64,
        OpaqueFloat,
        OpaqueDouble,
        OpaqueInteger64,
        OpaqueUnsigned64,
        NoSuchObject,
        NoSuchInstance,
        EndOfMibView,
    };

    Value() = default; // Null
    static Value integer(qint32 number) { return {Type::Integer32, quint64(qint64(number))}; }
    static Value counter32(quint32 number) { return {Type::Counter32, number}; }
    static Value gauge32(quint32 number) { return {Type::Gauge32, number}; }
    static Value timeTicks(quint32 hundredths) { return {Type::TimeTicks, hundredths}; }
    static Value counter64(quint64 number) { return {Type::Counter64, number}; }
    static Value opaqueInteger64(qint64 number) { return {Type::OpaqueInteger64, quint64(number)}; }
    static Value opaqueUnsigned64(quint64 number) { return {Type::OpaqueUnsigned64, number}; }
    static Value opaqueFloat(float number);
    static Value opaqueDouble(double number);
    static Value octets(QByteArray bytes) { return {Type::OctetString, std::move(bytes)}; }
    static Value opaque(QByteArray bytes) { return {Type::Opaque, std::move(bytes)}; }
    static Value nsap(QByteArray bytes) { return {Type::NsapAddress, std::move(bytes)}; }
    /// Four octets in network order; nullopt: another length.
    static std::optional<Value> ipAddress(QByteArray bytes);
    static Value oid(const Oid &oid);
    static Value exception(Type which) { return {which, quint64(0)}; }

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool isException() const { return m_type >= Type::NoSuchObject; }
    [[nodiscard]] bool isInteger() const; // any type whose value is a whole number
    [[nodiscard]] bool isOctets() const; // OctetString, IpAddress, Opaque, NsapAddress: octets() has them
    /// Integer types as they are; Counter64 and OpaqueUnsigned64 over 2^63-1: use toUnsigned.
    [[nodiscard]] qint64 toSigned() const { return qint64(m_number); }
    [[nodiscard]] quint64 toUnsigned() const { return m_number; }
    /// Every numeric type as a double (loses digits over 2^53); 0 for others.
    [[nodiscard]] double toDouble() const;
    [[nodiscard]] const QByteArray &octets() const { return m_bytes; }
    /// The object identifier; empty for other types.
    [[nodiscard]] Oid toOid() const;

    /// "Integer32", "OctetString" ...: the names that the command line's JSON uses.
    [[nodiscard]] static QString typeName(Type type);
    [[nodiscard]] static std::optional<Type> typeNamed(QStringView name);

    friend bool operator==(const Value &, const Value &) = default;

private:
    Value(Type type, quint64 number)
        : m_type(type)
        , m_number(number) {}
    Value(Type type, QByteArray bytes)
        : m_type(type)
        , m_bytes(std::move(bytes)) {}

    Type m_type = Type::Null;
    quint64 m_number = 0; // integers; doubles and floats by their bits
    QByteArray m_bytes; // octets; object identifiers as native 32-bit parts
};

} // namespace walkabout
