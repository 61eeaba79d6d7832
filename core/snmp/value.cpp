// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/value.h"

#include <array>
#include <bit>
#include <cstring>

namespace walkabout {

namespace {
constexpr std::array<QStringView, 18> typeNames = {u"Null", u"Integer32", u"OctetString", u"ObjectIdentifier",
    u"IpAddress", u"Counter32", u"Gauge32", u"TimeTicks", u"Opaque", u"NsapAddress", u"Counter64", u"OpaqueFloat",
    u"OpaqueDouble", u"OpaqueInteger64", u"OpaqueUnsigned64", u"NoSuchObject", u"NoSuchInstance", u"EndOfMibView"};
} // namespace

Value Value::opaqueFloat(float number) { return {Type::OpaqueFloat, std::bit_cast<quint32>(number)}; }

Value Value::opaqueDouble(double number) { return {Type::OpaqueDouble, std::bit_cast<quint64>(number)}; }

std::optional<Value> Value::ipAddress(QByteArray bytes) {
    if (bytes.size() != 4)
        return std::nullopt;
    return Value{Type::IpAddress, std::move(bytes)};
}

Value Value::oid(const Oid &oid) {
    const auto parts = std::as_bytes(oid.parts());
    return {Type::ObjectIdentifier, QByteArray(reinterpret_cast<const char *>(parts.data()), qsizetype(parts.size()))};
}

bool Value::isInteger() const {
    switch (m_type) {
    case Type::Integer32:
    case Type::Counter32:
    case Type::Gauge32:
    case Type::TimeTicks:
    case Type::Counter64:
    case Type::OpaqueInteger64:
    case Type::OpaqueUnsigned64: return true;
    default: return false;
    }
}

bool Value::isOctets() const {
    return m_type == Type::OctetString || m_type == Type::IpAddress || m_type == Type::Opaque
        || m_type == Type::NsapAddress;
}

double Value::toDouble() const {
    switch (m_type) {
    case Type::OpaqueFloat: return double(std::bit_cast<float>(quint32(m_number)));
    case Type::OpaqueDouble: return std::bit_cast<double>(m_number);
    case Type::Integer32:
    case Type::OpaqueInteger64: return double(toSigned());
    default: return isInteger() ? double(m_number) : 0;
    }
}

Oid Value::toOid() const {
    if (m_type != Type::ObjectIdentifier)
        return {};
    QVarLengthArray<Oid::Part, Oid::MaxLength> parts(m_bytes.size() / qsizetype(sizeof(Oid::Part)));
    std::memcpy(parts.data(), m_bytes.constData(), size_t(parts.size()) * sizeof(Oid::Part));
    return Oid(std::span<const Oid::Part>(parts.constData(), size_t(parts.size())));
}

QString Value::typeName(Type type) { return typeNames[size_t(type)].toString(); }

std::optional<Value::Type> Value::typeNamed(QStringView name) {
    for (size_t i = 0; i < typeNames.size(); ++i) {
        if (name == typeNames[i])
            return Type(i);
    }
    return std::nullopt;
}

} // namespace walkabout
