// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/varbindsize.h"

#include <bit>

namespace walkabout {

namespace {

constexpr qsizetype Head = 2; // tag and length of what is short
constexpr qsizetype Samples = 8;

qsizetype oidSize(const Oid &oid) {
    qsizetype size = -1; // the first two parts share one octet
    for (const Oid::Part part : oid.parts())
        size += part < 0x80 ? 1 : (std::bit_width(part) + 6) / 7;
    return std::max<qsizetype>(size, 1);
}

qsizetype valueSize(const Value &value) {
    if (value.type() == Value::Type::ObjectIdentifier)
        return oidSize(value.toOid());
    if (value.isOctets())
        return value.octets().size();
    switch (value.type()) {
    case Value::Type::Integer32: {
        const qint64 number = value.toSigned();
        return std::bit_width(quint64(number < 0 ? ~number : number)) / 8 + 1;
    }
    case Value::Type::OpaqueFloat: return 7;
    case Value::Type::OpaqueDouble: return 11;
    default: return value.toUnsigned() == 0 ? 1 : std::bit_width(value.toUnsigned()) / 8 + 1;
    }
}

} // namespace

qsizetype varBindSize(const VarBind &varBind) { return 3 * Head + oidSize(varBind.oid) + valueSize(varBind.value); }

qsizetype averageSize(const VarBinds &varBinds) {
    if (varBinds.isEmpty())
        return 0;
    const qsizetype step = std::max<qsizetype>(1, varBinds.size() / Samples);
    qsizetype total = 0;
    qsizetype seen = 0;
    for (qsizetype i = 0; i < varBinds.size(); i += step, ++seen)
        total += varBindSize(varBinds.at(i));
    return (total + seen - 1) / seen;
}

} // namespace walkabout
