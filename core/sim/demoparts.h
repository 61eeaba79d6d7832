// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/demoswitch.h"
#include "core/sim/instancetable.h"

namespace walkabout::demo {

// The parts of the demo device's MIB, each in a file of its name; all of them refer to the switch, which outlives the
// table.
void addSystem(InstanceTable &table, DemoSwitch &device); // SNMPv2-MIB
void addInterfaces(InstanceTable &table, DemoSwitch &device); // IF-MIB
void addIp(InstanceTable &table, DemoSwitch &device); // IP-MIB
void addTransport(InstanceTable &table, DemoSwitch &device); // TCP-MIB, UDP-MIB
void addHost(InstanceTable &table, DemoSwitch &device); // HOST-RESOURCES-MIB
void addBridge(InstanceTable &table, DemoSwitch &device); // BRIDGE-MIB

/// A text of at most so many characters of NVT ASCII (RFC 2579 DisplayString), kept by apply.
[[nodiscard]] InstanceTable::Write textUpTo(qsizetype longest, std::function<void(const QByteArray &)> apply);
/// Counter32: the low half of what is counted in 64 bits.
[[nodiscard]] inline Value low(quint64 counted) { return Value::counter32(quint32(counted)); }
/// What stands in an index for octets of variable length: how many, then each (RFC 2578 7.7).
[[nodiscard]] Oid counted(const QByteArray &octets);
/// Each octet, without their number.
[[nodiscard]] Oid parts(const QByteArray &octets);

/// The programs that run on the demo device; tables of connections name them by their number.
enum Program : quint32 {
    Init = 1,
    Ssh = 412,
    Web = 455,
    Snmp = 460,
    Time = 471,
    Log = 388,
    Netconf = 502,
    Bridge = 330,
    Shell = 2117
};

} // namespace walkabout::demo
