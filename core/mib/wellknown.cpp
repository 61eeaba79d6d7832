// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/wellknown.h"

#include <algorithm>
#include <array>
#include <utility>

namespace walkabout::mib::wellknown {

namespace {

template <class T, size_t N>
const T *lookUp(const std::array<std::pair<std::string_view, T>, N> &table, std::string_view name) {
    const auto found = std::ranges::find(table, name, &std::pair<std::string_view, T>::first);
    return found == table.end() ? nullptr : &found->second;
}

template <size_t N>
bool contains(const std::array<std::string_view, N> &table, std::string_view name) {
    return std::ranges::find(table, name) != table.end();
}

} // namespace

std::optional<BaseType> baseType(std::string_view name) {
    using Entry = std::pair<std::string_view, BaseType>;
    static constexpr std::array table = {Entry{"Integer32", BaseType::Integer32},
        Entry{"Unsigned32", BaseType::Unsigned32}, Entry{"Counter32", BaseType::Counter32},
        Entry{"Gauge32", BaseType::Gauge32}, Entry{"Counter64", BaseType::Counter64},
        Entry{"Counter", BaseType::Counter32}, Entry{"Gauge", BaseType::Gauge32},
        Entry{"TimeTicks", BaseType::TimeTicks}, Entry{"IpAddress", BaseType::IpAddress},
        Entry{"Opaque", BaseType::Opaque}, Entry{"NetworkAddress", BaseType::NetworkAddress},
        Entry{"UInteger32", BaseType::Unsigned32}, Entry{"NsapAddress", BaseType::NsapAddress},
        Entry{"ObjectName", BaseType::ObjectIdentifier}, Entry{"NotificationName", BaseType::ObjectIdentifier},
        Entry{"Integer64", BaseType::Counter64}, Entry{"Unsigned64", BaseType::Counter64}};
    if (name.size() < 5 || name.size() > 16 || name[0] < 'C' || name[0] > 'U')
        return std::nullopt;
    const BaseType *const found = lookUp(table, name);
    return found ? std::optional(*found) : std::nullopt;
}

namespace {

struct Frame {
    std::string_view name;
    std::array<quint32, 7> arcs{};
    size_t size = 0;

    [[nodiscard]] constexpr std::span<const quint32> oid() const { return std::span(arcs).first(size); }
};

constexpr std::array<Frame, 21> Frames = {{{"ccitt", {0}, 1}, {"iso", {1}, 1}, {"joint-iso-ccitt", {2}, 1},
    {"zeroDotZero", {0, 0}, 2}, {"org", {1, 3}, 2}, {"dod", {1, 3, 6}, 3}, {"internet", {1, 3, 6, 1}, 4},
    {"directory", {1, 3, 6, 1, 1}, 5}, {"mgmt", {1, 3, 6, 1, 2}, 5}, {"mib-2", {1, 3, 6, 1, 2, 1}, 6},
    {"mib", {1, 3, 6, 1, 2, 1}, 6}, {"transmission", {1, 3, 6, 1, 2, 1, 10}, 7}, {"snmp", {1, 3, 6, 1, 2, 1, 11}, 7},
    {"experimental", {1, 3, 6, 1, 3}, 5}, {"private", {1, 3, 6, 1, 4}, 5}, {"enterprises", {1, 3, 6, 1, 4, 1}, 6},
    {"security", {1, 3, 6, 1, 5}, 5}, {"snmpV2", {1, 3, 6, 1, 6}, 5}, {"snmpDomains", {1, 3, 6, 1, 6, 1}, 6},
    {"snmpProxys", {1, 3, 6, 1, 6, 2}, 6}, {"snmpModules", {1, 3, 6, 1, 6, 3}, 6}}};

} // namespace

std::span<const quint32> oidOf(std::string_view name) {
    const auto found = std::ranges::find(Frames, name, &Frame::name);
    return found == Frames.end() ? std::span<const quint32>() : found->oid();
}

std::string_view nameOf(std::span<const quint32> oid) {
    const auto found
        = std::ranges::find_if(Frames, [&](const Frame &frame) { return std::ranges::equal(frame.oid(), oid); });
    return found == Frames.end() ? std::string_view() : found->name;
}

bool isPartOfLanguage(std::string_view name) {
    static constexpr std::array<std::string_view, 21> words = {"MODULE-IDENTITY", "OBJECT-IDENTITY", "OBJECT-TYPE",
        "NOTIFICATION-TYPE", "TRAP-TYPE", "OBJECT-GROUP", "NOTIFICATION-GROUP", "MODULE-COMPLIANCE",
        "AGENT-CAPABILITIES", "TEXTUAL-CONVENTION", "INTEGER", "OCTET", "STRING", "OBJECT", "IDENTIFIER", "BITS",
        "ExtUTCTime", "ObjectSyntax", "SimpleSyntax", "ApplicationSyntax", "NotificationName"};
    return contains(words, name) || baseType(name);
}

std::string_view presentName(std::string_view module) {
    using Entry = std::pair<std::string_view, std::string_view>;
    static constexpr std::array table = {Entry{"RFC1065-SMI", "RFC1155-SMI"}, Entry{"RFC-1155", "RFC1155-SMI"},
        Entry{"RFC1155", "RFC1155-SMI"}, Entry{"RFC-1213", "RFC1213-MIB"}, Entry{"RFC1213", "RFC1213-MIB"},
        Entry{"RFC-1213-MIB", "RFC1213-MIB"}, Entry{"MIB-II", "RFC1213-MIB"}, Entry{"RFC1158-MIB", "RFC1213-MIB"},
        Entry{"RFC1066-MIB", "RFC1213-MIB"}, Entry{"RFC1156-MIB", "RFC1213-MIB"}, Entry{"RFC1212", "RFC-1212"},
        Entry{"RFC1215", "RFC-1215"}, Entry{"SNMPv2-SMI-v1", "SNMPv2-SMI"}, Entry{"SNMPv2-TC-v1", "SNMPv2-TC"},
        Entry{"RFC1229-MIB", "IF-MIB"}, Entry{"RFC1573-MIB", "IF-MIB"}, Entry{"RFC1271-MIB", "RMON-MIB"},
        Entry{"RFC1286-MIB", "BRIDGE-MIB"}, Entry{"RFC1493-MIB", "BRIDGE-MIB"},
        Entry{"RFC1315-MIB", "FRAME-RELAY-DTE-MIB"}, Entry{"RFC1316-MIB", "CHARACTER-MIB"},
        Entry{"RFC1317-MIB", "RS-232-MIB"}, Entry{"RFC1354-MIB", "IP-FORWARD-MIB"},
        Entry{"RFC1398-MIB", "EtherLike-MIB"}, Entry{"RFC1389-MIB", "RIPv2-MIB"}, Entry{"RFC1406-MIB", "DS1-MIB"},
        Entry{"RFC1407-MIB", "DS3-MIB"}, Entry{"RFC1595-MIB", "SONET-MIB"}, Entry{"RFC1269-MIB", "BGP4-MIB"},
        Entry{"RFC1253-MIB", "OSPF-MIB"}, Entry{"IANAifType", "IANAifType-MIB"}, Entry{"SNMPv2-TC-MIB", "SNMPv2-TC"}};
    const std::string_view *const found = lookUp(table, module);
    return found ? *found : std::string_view();
}

int supplierRank(std::string_view module) {
    static constexpr std::array<std::string_view, 16> suppliers = {"SNMPv2-SMI", "SNMPv2-TC", "SNMPv2-CONF",
        "SNMPv2-MIB", "RFC1155-SMI", "IF-MIB", "INET-ADDRESS-MIB", "SNMP-FRAMEWORK-MIB", "IANAifType-MIB", "IP-MIB",
        "RFC1213-MIB", "TCP-MIB", "UDP-MIB", "HOST-RESOURCES-MIB", "ENTITY-MIB", "BRIDGE-MIB"};
    const auto found = std::ranges::find(suppliers, module);
    return found == suppliers.end() ? -1 : int(found - suppliers.begin());
}

bool isSmi(std::string_view module) {
    static constexpr std::array<std::string_view, 8> names = {"SNMPv2-SMI", "RFC1155-SMI", "RFC1065-SMI", "RFC-1212",
        "RFC-1215", "SNMPv2-SMI-v1", "RFC1902-SMI", "RFC1442-SMI"};
    return contains(names, module);
}

bool isSuperseded(std::string_view module) {
    static constexpr std::array<std::string_view, 18> names
        = {"RFC1213-MIB", "RFC1158-MIB", "RFC1066-MIB", "RFC1156-MIB", "RFC1155-SMI", "RFC1065-SMI", "RFC1271-MIB",
            "RFC1286-MIB", "RFC1315-MIB", "RFC1316-MIB", "RFC1317-MIB", "RFC1354-MIB", "RFC1398-MIB", "RFC1389-MIB",
            "RFC1406-MIB", "RFC1407-MIB", "RFC1229-MIB", "SNMPv2-SMI-v1"};
    return contains(names, module);
}

} // namespace walkabout::mib::wellknown
