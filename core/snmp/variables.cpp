// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/variables_p.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace walkabout::codec {

namespace {

using Type = Value::Type;

u_char libraryType(Type type) {
    switch (type) {
    case Type::Null: return ASN_NULL;
    case Type::Integer32: return ASN_INTEGER;
    case Type::OctetString: return ASN_OCTET_STR;
    case Type::ObjectIdentifier: return ASN_OBJECT_ID;
    case Type::IpAddress: return ASN_IPADDRESS;
    case Type::Counter32: return ASN_COUNTER;
    case Type::Gauge32: return ASN_GAUGE;
    case Type::TimeTicks: return ASN_TIMETICKS;
    case Type::Opaque: return ASN_OPAQUE;
    case Type::NsapAddress: return ASN_NSAP;
    case Type::Counter64: return ASN_COUNTER64;
    case Type::OpaqueFloat: return ASN_OPAQUE_FLOAT;
    case Type::OpaqueDouble: return ASN_OPAQUE_DOUBLE;
    case Type::OpaqueInteger64: return ASN_OPAQUE_I64;
    case Type::OpaqueUnsigned64: return ASN_OPAQUE_U64;
    case Type::NoSuchObject: return SNMP_NOSUCHOBJECT;
    case Type::NoSuchInstance: return SNMP_NOSUCHINSTANCE;
    case Type::EndOfMibView: return SNMP_ENDOFMIBVIEW;
    }
    return ASN_NULL;
}

template <class T>
void store(netsnmp_variable_list &variable, const T &value) {
    static_assert(sizeof(T) <= sizeof(variable.buf));
    std::memcpy(variable.buf, &value, sizeof(T));
    variable.val.string = variable.buf;
    variable.val_len = sizeof(T);
}

QByteArray octets(const netsnmp_variable_list &variable) {
    return {reinterpret_cast<const char *>(variable.val.string), qsizetype(variable.val_len)};
}

quint64 wide(const netsnmp_variable_list &variable) {
    const counter64 &number = *variable.val.counter64;
    return (quint64(number.high & 0xffffffffU) << 32U) | (number.low & 0xffffffffU);
}

std::optional<Value> value(const netsnmp_variable_list &variable) {
    switch (variable.type) {
    case ASN_NULL: return Value();
    case ASN_INTEGER: return Value::integer(qint32(*variable.val.integer));
    case ASN_COUNTER: return Value::counter32(quint32(*variable.val.integer));
    case ASN_GAUGE:
    case ASN_UINTEGER: return Value::gauge32(quint32(*variable.val.integer));
    case ASN_TIMETICKS: return Value::timeTicks(quint32(*variable.val.integer));
    case ASN_COUNTER64: return Value::counter64(wide(variable));
    case ASN_OPAQUE_COUNTER64:
    case ASN_OPAQUE_U64: return Value::opaqueUnsigned64(wide(variable));
    case ASN_OPAQUE_I64: return Value::opaqueInteger64(qint64(wide(variable)));
    case ASN_OPAQUE_FLOAT: return Value::opaqueFloat(*variable.val.floatVal);
    case ASN_OPAQUE_DOUBLE: return Value::opaqueDouble(*variable.val.doubleVal);
    case ASN_OCTET_STR:
    case ASN_BIT_STR: return Value::octets(octets(variable));
    case ASN_OPAQUE: return Value::opaque(octets(variable));
    case ASN_NSAP: return Value::nsap(octets(variable));
    case ASN_IPADDRESS:
        // Devices send IpAddress values of other lengths: shown as the octets they are.
        if (variable.val_len != 4)
            return Value::octets(octets(variable));
        return Value::ipAddress(octets(variable));
    case ASN_OBJECT_ID: return Value::oid(oidFrom(variable.val.objid, variable.val_len / sizeof(oid)));
    case SNMP_NOSUCHOBJECT: return Value::exception(Type::NoSuchObject);
    case SNMP_NOSUCHINSTANCE: return Value::exception(Type::NoSuchInstance);
    case SNMP_ENDOFMIBVIEW: return Value::exception(Type::EndOfMibView);
    default: return std::nullopt;
    }
}

} // namespace

Oid oidFrom(const oid *parts, size_t length) {
    std::array<Oid::Part, Oid::MaxLength> narrow; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    length = std::min(length, narrow.size());
    std::transform(parts, parts + length, narrow.begin(), [](oid part) { return Oid::Part(part); });
    return Oid(std::span<const Oid::Part>(narrow.data(), length));
}

Result<VarBinds> varBindsFrom(const netsnmp_variable_list *list) {
    qsizetype count = 0;
    for (const auto *variable = list; variable; variable = variable->next_variable)
        ++count;
    VarBinds varBinds;
    varBinds.reserve(count);
    for (const auto *variable = list; variable; variable = variable->next_variable) {
        std::optional<Value> read = value(*variable);
        if (!read || variable->name_length > size_t(Oid::MaxLength))
            return Failure(Failure::Kind::Malformed,
                {QString(), QStringLiteral("varbind %1 has a type that SNMP does not know").arg(varBinds.size() + 1)});
        varBinds.append(VarBind{oidFrom(variable->name, variable->name_length), *std::move(read)});
    }
    return varBinds;
}

void Variables::place(netsnmp_variable_list &variable, const VarBind &varBind) {
    const auto parts = varBind.oid.parts();
    std::ranges::copy(parts, variable.name_loc);
    variable.name = variable.name_loc;
    variable.name_length = parts.size();
    variable.next_variable = nullptr;
    const Value &value = varBind.value;
    variable.type = libraryType(value.type());
    switch (value.type()) {
    case Type::Integer32: return store(variable, long(value.toSigned()));
    case Type::Counter32:
    case Type::Gauge32:
    case Type::TimeTicks: return store(variable, static_cast<unsigned long>(value.toUnsigned()));
    case Type::Counter64:
    case Type::OpaqueInteger64:
    case Type::OpaqueUnsigned64:
        return store(variable, counter64{value.toUnsigned() >> 32U, value.toUnsigned() & 0xffffffffU});
    case Type::OpaqueFloat: return store(variable, std::bit_cast<float>(quint32(value.toUnsigned())));
    case Type::OpaqueDouble: return store(variable, std::bit_cast<double>(value.toUnsigned()));
    case Type::OctetString:
    case Type::IpAddress:
    case Type::Opaque:
    case Type::NsapAddress:
        // snmp_build only reads it.
        variable.val.string = reinterpret_cast<u_char *>(const_cast<char *>(value.octets().constData()));
        variable.val_len = size_t(value.octets().size());
        return;
    case Type::ObjectIdentifier: {
        if (m_identifiersUsed == m_identifiers.size())
            m_identifiers.emplace_back();
        auto &identifier = m_identifiers[m_identifiersUsed++];
        const Oid held = value.toOid();
        std::ranges::copy(held.parts(), identifier.begin());
        variable.val.objid = identifier.data();
        variable.val_len = size_t(held.size()) * sizeof(oid);
        return;
    }
    case Type::Null:
    case Type::NoSuchObject:
    case Type::NoSuchInstance:
    case Type::EndOfMibView:
        variable.val.string = nullptr;
        variable.val_len = 0;
        return;
    }
}

netsnmp_variable_list *Variables::list(const VarBinds &varBinds) {
    m_identifiersUsed = 0;
    if (m_variables.size() < size_t(varBinds.size()))
        m_variables.resize(size_t(varBinds.size()));
    netsnmp_variable_list *before = nullptr;
    for (qsizetype i = 0; i < varBinds.size(); ++i) {
        netsnmp_variable_list &variable = m_variables[size_t(i)];
        place(variable, varBinds[i]);
        if (before)
            before->next_variable = &variable;
        before = &variable;
    }
    return varBinds.isEmpty() ? nullptr : &m_variables.front();
}

} // namespace walkabout::codec
