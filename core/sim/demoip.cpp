// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

namespace walkabout::demo {

namespace {

const Oid ip{1, 3, 6, 1, 2, 1, 4};
constexpr int InetIpv4 = 1; // InetAddressType
constexpr int InetIpv6 = 2;
constexpr int Active = 1; // RowStatus
constexpr int ReadOnly = 5; // StorageType
constexpr quint32 Configured = 112; // hundredths after the start

struct Scalar {
    Oid::Part object;
    double aSecond; // 0: stands still
};

void addScalars(InstanceTable &table, DemoSwitch &device) {
    constexpr int NotForwarding = 2;
    constexpr int TimeToLive = 64;
    constexpr int ReassemblySeconds = 30;
    table.add(ip + Oid{1, 0}, Value::integer(NotForwarding));
    table.add(ip + Oid{2, 0}, Value::integer(TimeToLive));
    table.add(ip + Oid{13, 0}, Value::integer(ReassemblySeconds));
    table.add(ip + Oid{25, 0}, Value::integer(NotForwarding));
    table.add(ip + Oid{26, 0}, Value::integer(TimeToLive));
    // ipInReceives ... ipFragCreates, ipRoutingDiscards: what is delivered is what came less what was refused.
    for (const Scalar &scalar : std::initializer_list<Scalar>{{3, 8.5}, {4, 0}, {5, 0.001}, {6, 0}, {7, 0}, {8, 0},
             {9, 8.499}, {10, 7.9}, {11, 0}, {12, 0}, {14, 0}, {15, 0}, {16, 0}, {17, 0}, {18, 0}, {19, 0}, {23, 0}})
        table.add(ip + scalar.object + 0, [&device, rate = scalar.aSecond] { return low(device.counted(rate)); });
}

// ipAddrTable, indexed by the address itself.
void addOldAddress(InstanceTable &table, const Value &address, quint32 interface, const QByteArray &mask) {
    constexpr int LargestDatagram = 65535;
    const Oid row = parts(address.octets());
    const Oid entry = ip + Oid{20, 1};
    table.add(entry + 1 + row, address);
    table.add(entry + 2 + row, Value::integer(qint32(interface)));
    table.add(entry + 3 + row, *Value::ipAddress(mask));
    table.add(entry + 4 + row, Value::integer(1));
    table.add(entry + 5 + row, Value::integer(LargestDatagram));
}

// ipAddressTable, indexed by kind, length and address (RFC 4293).
void addAddress(InstanceTable &table, const QByteArray &address, quint32 interface) {
    constexpr int Unicast = 1;
    constexpr int Manual = 2;
    constexpr int Preferred = 1;
    constexpr qsizetype Ipv4Length = 4;
    const Oid row = Oid{Oid::Part(address.size() == Ipv4Length ? InetIpv4 : InetIpv6)} + counted(address);
    const Oid entry = ip + Oid{34, 1};
    table.add(entry + 3 + row, Value::integer(qint32(interface)));
    table.add(entry + 4 + row, Value::integer(Unicast));
    table.add(entry + 5 + row, Value::oid(Oid{0, 0}));
    table.add(entry + 6 + row, Value::integer(Manual));
    table.add(entry + 7 + row, Value::integer(Preferred));
    table.add(entry + 8 + row, Value::timeTicks(Configured));
    table.add(entry + 9 + row, Value::timeTicks(Configured));
    table.add(entry + 10 + row, Value::integer(Active));
    table.add(entry + 11 + row, Value::integer(ReadOnly));
}

// ipNetToMediaTable and ipNetToPhysicalTable tell the same, the second for IPv6 too.
void addNeighbour(InstanceTable &table, const DemoSwitch::Neighbour &neighbour) {
    constexpr int Dynamic = 3; // in both tables
    constexpr int Reachable = 1;
    const Value address = DemoSwitch::address(neighbour.host);
    const Value mac = Value::octets(DemoSwitch::mac(neighbour.mac));
    const Oid row = Oid{DemoSwitch::VlanIndex} + parts(address.octets());
    const Oid media = ip + Oid{22, 1};
    table.add(media + 1 + row, Value::integer(DemoSwitch::VlanIndex));
    table.add(media + 2 + row, mac);
    table.add(media + 3 + row, address);
    table.add(media + 4 + row, Value::integer(Dynamic));
    const Oid physical = ip + Oid{35, 1};
    const auto addPhysical = [&](const Oid &index) {
        table.add(physical + 4 + index, mac);
        table.add(physical + 5 + index, Value::timeTicks(Configured));
        table.add(physical + 6 + index, Value::integer(Dynamic));
        table.add(physical + 7 + index, Value::integer(Reachable));
        table.add(physical + 8 + index, Value::integer(Active));
    };
    addPhysical(Oid{DemoSwitch::VlanIndex, InetIpv4} + counted(address.octets()));
    if (neighbour.host == DemoSwitch::RouterHost)
        addPhysical(Oid{DemoSwitch::VlanIndex, InetIpv6} + counted(DemoSwitch::address6(neighbour.host)));
}

} // namespace

void addIp(InstanceTable &table, DemoSwitch &device) {
    addScalars(table, device);
    const Value own = DemoSwitch::address(DemoSwitch::OwnHost);
    const Value routerId = *Value::ipAddress(QByteArray::fromHex("c6336402")); // 198.51.100.2
    addOldAddress(table, own, DemoSwitch::VlanIndex, QByteArray::fromHex("ffffff00"));
    addOldAddress(table, routerId, DemoSwitch::LoopbackIndex, QByteArray::fromHex("ffffffff"));
    addAddress(table, own.octets(), DemoSwitch::VlanIndex);
    addAddress(table, routerId.octets(), DemoSwitch::LoopbackIndex);
    addAddress(table, DemoSwitch::address6(DemoSwitch::OwnHost), DemoSwitch::VlanIndex);
    table.add(ip + Oid{33, 0}, Value::integer(0));
    for (const DemoSwitch::Neighbour &neighbour : device.neighbours())
        addNeighbour(table, neighbour);
}

} // namespace walkabout::demo
