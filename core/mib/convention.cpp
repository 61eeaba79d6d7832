// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/convention.h"

#include "core/mib/addresstext.h"

#include <algorithm>

namespace walkabout::convention {

namespace {

bool named(QStringView qualified, QStringView name) {
    return qualified.endsWith(name) && qualified.chopped(name.size()).endsWith(u"::");
}

} // namespace

bool is(const TypeInfo &type, QStringView name) {
    return named(type.qualifiedName, name)
        || std::ranges::any_of(type.chain, [name](const QString &link) { return named(link, name); });
}

qint64 addressKind(const TypeInfo &type) {
    if (type.base != BaseType::OctetString)
        return addresstext::Unknown;
    if (is(type, u"InetAddressIPv4"))
        return addresstext::IPv4;
    if (is(type, u"InetAddressIPv6"))
        return addresstext::IPv6;
    if (is(type, u"InetAddressIPv4z"))
        return addresstext::IPv4z;
    if (is(type, u"InetAddressIPv6z"))
        return addresstext::IPv6z;
    return is(type, u"InetAddressDNS") ? addresstext::Dns : addresstext::Unknown;
}

bool isAddress(const TypeInfo &type) {
    return type.base == BaseType::OctetString
        && (is(type, u"InetAddress") || addressKind(type) != addresstext::Unknown);
}

bool isHardwareAddress(const TypeInfo &type) {
    return type.base == BaseType::OctetString
        && (type.displayHint == u"1x:" || is(type, u"MacAddress") || is(type, u"PhysAddress"));
}

} // namespace walkabout::convention
