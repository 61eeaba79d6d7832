// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacereference.h"

#include "core/mib/convention.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace walkabout {

namespace {

using namespace std::string_view_literals;

// Their types say INTEGER or Integer32, their descriptions "the same interface as identified by the same value of
// ifIndex". Sorted.
constexpr std::array interfaceObjects{"atIfIndex"sv, "cdpCacheIfIndex"sv, "dot1dBasePortIfIndex"sv, "dot3CollIndex"sv,
    "dot3StatsIndex"sv, "ifIndex"sv, "ipAdEntIfIndex"sv, "ipCidrRouteIfIndex"sv, "ipForwardIfIndex"sv,
    "ipNetToMediaIfIndex"sv, "ipRouteIfIndex"sv};

// "The port number": that of dot1dBasePort (RFC 4188, RFC 4363). Sorted.
constexpr std::array portObjects{"dot1dBasePort"sv, "dot1dStaticReceivePort"sv, "dot1dStpPort"sv, "dot1dStpRootPort"sv,
    "dot1dTpFdbPort"sv, "dot1dTpPort"sv, "dot1qStaticMulticastReceivePort"sv, "dot1qStaticUnicastReceivePort"sv,
    "dot1qTpFdbPort"sv};

template <size_t count>
bool holds(const std::array<std::string_view, count> &names, QStringView name) {
    return std::ranges::any_of(names,
        [name](std::string_view each) { return name == QLatin1StringView(each.data(), qsizetype(each.size())); });
}

} // namespace

Refers refersTo(QStringView name, const TypeInfo &type) {
    if (type.base != BaseType::Integer32 && type.base != BaseType::Unsigned32 && type.base != BaseType::Gauge32)
        return Refers::Nothing;
    if (convention::is(type, u"InterfaceIndex") || convention::is(type, u"InterfaceIndexOrZero")
        || holds(interfaceObjects, name))
        return Refers::Interface;
    return holds(portObjects, name) ? Refers::BridgePort : Refers::Nothing;
}

} // namespace walkabout
