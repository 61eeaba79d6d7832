// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/messagesize.h"

#include <numeric>

namespace walkabout {

namespace {

constexpr qsizetype Head = 6; // a tag and a length of up to four octets behind its count
constexpr qsizetype LongestInteger = 7; // tag, length, five octets
constexpr qsizetype LongestCounter64 = 11;
constexpr qsizetype LongestOpaqueNumber = 14;
constexpr qsizetype Security = 200; // boots, time, digest of up to 48, salt, padding and the sequences of SNMPv3

qsizetype partSize(Oid::Part part) {
    qsizetype octets = 1;
    while (part >>= 7)
        ++octets;
    return octets;
}

qsizetype oidSize(const Oid &oid) {
    qsizetype size = Head;
    for (const Oid::Part part : oid.parts())
        size += partSize(part);
    return size;
}

qsizetype valueSize(const Value &value) {
    if (value.isOctets())
        return Head + value.octets().size();
    switch (value.type()) {
    case Value::Type::ObjectIdentifier: return oidSize(value.toOid());
    case Value::Type::Counter64: return LongestCounter64;
    case Value::Type::OpaqueFloat:
    case Value::Type::OpaqueDouble:
    case Value::Type::OpaqueInteger64:
    case Value::Type::OpaqueUnsigned64: return LongestOpaqueNumber;
    default: return LongestInteger;
    }
}

} // namespace

qsizetype MessageSize::of(const VarBind &varBind) { return Head + oidSize(varBind.oid) + valueSize(varBind.value); }

qsizetype MessageSize::of(const VarBinds &varBinds) {
    return std::accumulate(varBinds.begin(), varBinds.end(), qsizetype(0),
        [](qsizetype sum, const VarBind &varBind) { return sum + of(varBind); });
}

qsizetype MessageSize::around(const Message &request) {
    // The message, the PDU and its varbinds are sequences; version and three numbers of the PDU are integers.
    const qsizetype common = 3 * Head + 4 * LongestInteger;
    if (request.version != Version::V3)
        return common + Head + request.community.size();
    const MessageV3 &v3 = request.v3;
    return common + Security + v3.engineId.size() * 2 + v3.contextEngineId.size() + v3.contextName.size()
        + v3.user.size();
}

} // namespace walkabout
