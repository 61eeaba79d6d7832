// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/vendor.h"

#include <algorithm>
#include <array>

namespace walkabout {

namespace {

struct Vendor {
    Oid::Part number;
    const char *name;
};

// By number.
constexpr auto vendors = std::to_array<Vendor>({{2, "IBM"}, {9, "Cisco Systems"}, {11, "Hewlett-Packard"},
    {36, "Digital Equipment"}, {42, "Sun Microsystems"}, {43, "3Com"}, {45, "Nortel (SynOptics)"}, {63, "Apple"},
    {111, "Oracle"}, {119, "NEC"}, {161, "Motorola"}, {171, "D-Link"}, {193, "Ericsson"}, {207, "Allied Telesis"},
    {211, "Fujitsu"}, {232, "Hewlett Packard Enterprise (Compaq)"}, {253, "Xerox"}, {311, "Microsoft"},
    {318, "APC by Schneider Electric"}, {343, "Intel"}, {367, "Ricoh"}, {368, "Axis Communications"},
    {476, "Vertiv (Liebert)"}, {534, "Eaton"}, {637, "Alcatel-Lucent"}, {641, "Lexmark"}, {664, "Adtran"},
    {674, "Dell"}, {789, "NetApp"}, {890, "Zyxel"}, {1248, "Epson"}, {1588, "Brocade"}, {1602, "Canon"},
    {1916, "Extreme Networks"}, {1991, "Ruckus (Foundry)"}, {2011, "Huawei"}, {2021, "UCD-SNMP"}, {2435, "Brother"},
    {2620, "Check Point"}, {2636, "Juniper Networks"}, {3224, "NetScreen"}, {3375, "F5"}, {3417, "Blue Coat"},
    {3902, "ZTE"}, {3955, "Linksys"}, {4329, "Siemens"}, {4413, "Broadcom"}, {4526, "Netgear"}, {4881, "Ruijie"},
    {5624, "Enterasys"}, {6027, "Dell (Force10)"}, {6486, "Alcatel-Lucent Enterprise"}, {6527, "Nokia"},
    {6574, "Synology"}, {6876, "VMware"}, {8072, "Net-SNMP"}, {8741, "SonicWall"}, {10876, "Supermicro"},
    {11863, "TP-Link"}, {12325, "FreeBSD (bsnmpd)"}, {12356, "Fortinet"}, {14179, "Cisco (Airespace)"},
    {14823, "Aruba Networks"}, {14988, "MikroTik"}, {17163, "Riverbed"}, {17713, "Cambium Networks"},
    {18334, "Konica Minolta"}, {24681, "QNAP"}, {25053, "Ruckus"}, {25461, "Palo Alto Networks"}, {25506, "H3C"},
    {30065, "Arista Networks"}, {30155, "OpenBSD"}, {32473, "Example (RFC 5612)"}, {35265, "Eltex"},
    {41112, "Ubiquiti"}, {47196, "HPE Aruba Networking"}});

const Oid enterprisesArc{1, 3, 6, 1, 4, 1};

} // namespace

QString vendorOf(const Oid &identity, const Library &library) {
    if (identity.size() <= enterprisesArc.size() || !identity.startsWith(enterprisesArc))
        return {};
    const Oid::Part number = identity[enterprisesArc.size()];
    const auto known = std::ranges::lower_bound(vendors, number, {}, &Vendor::number);
    if (known != vendors.end() && known->number == number)
        return QString::fromLatin1(known->name);
    const Oid owner = enterprisesArc + number;
    for (const ModuleInfo &module : library.modules()) {
        if (module.identity.startsWith(owner))
            return module.organization.section(u'\n', 0, 0).simplified();
    }
    return {};
}

} // namespace walkabout
