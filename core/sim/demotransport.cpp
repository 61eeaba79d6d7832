// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

#include <algorithm>
#include <array>

namespace walkabout::demo {

namespace {

const Oid tcp{1, 3, 6, 1, 2, 1, 6};
const Oid udp{1, 3, 6, 1, 2, 1, 7};
constexpr Oid::Part Ipv4Type = 1; // InetAddressType

enum TcpState { Listen = 2, Established = 5, CloseWait = 8, TimeWait = 11 };

struct Listening {
    quint16 port;
    Program program;
};

struct Connection {
    quint16 localPort;
    quint8 host;
    quint16 remotePort;
    TcpState state;
    quint32 program; // 0: none any more
};

constexpr std::array<Listening, 3> listening = {{{22, Ssh}, {443, Web}, {830, Netconf}}};
constexpr std::array<Connection, 6> connections
    = {{{22, 21, 51514, Established, Ssh}, {443, 22, 49822, Established, Web}, {443, 22, 49823, TimeWait, 0},
        {443, 23, 50110, CloseWait, Web}, {50244, 50, 6514, Established, Log}, {830, 52, 40112, Established, Netconf}}};
constexpr std::array<Listening, 4> datagrams = {{{123, Time}, {161, Snmp}, {514, Log}, {10162, Snmp}}};

Value anyAddress() { return *Value::ipAddress(QByteArray(4, '\0')); }

void addOldConnection(InstanceTable &table, const Value &local, quint16 localPort, const Value &remote,
    quint16 remotePort, TcpState state) {
    const Oid row = parts(local.octets()) + localPort + parts(remote.octets()) + remotePort;
    const Oid entry = tcp + Oid{13, 1};
    table.add(entry + 1 + row, Value::integer(state));
    table.add(entry + 2 + row, local);
    table.add(entry + 3 + row, Value::integer(localPort));
    table.add(entry + 4 + row, remote);
    table.add(entry + 5 + row, Value::integer(remotePort));
}

void addTcp(InstanceTable &table, DemoSwitch &device) {
    constexpr int VanJacobson = 4;
    constexpr int ShortestTimeout = 200; // milliseconds
    constexpr int LongestTimeout = 120'000;
    constexpr double SegmentsInASecond = 4.2;
    constexpr double SegmentsOutASecond = 3.9;
    const auto scalar
        = [&](Oid::Part object, InstanceTable::Read read) { table.add(tcp + object + 0, std::move(read)); };
    const auto counter = [&](Oid::Part object, double aSecond) {
        scalar(object, [&device, aSecond] { return low(device.counted(aSecond)); });
    };
    table.add(tcp + Oid{1, 0}, Value::integer(VanJacobson));
    table.add(tcp + Oid{2, 0}, Value::integer(ShortestTimeout));
    table.add(tcp + Oid{3, 0}, Value::integer(LongestTimeout));
    table.add(tcp + Oid{4, 0}, Value::integer(-1));
    counter(5, 0.002);
    counter(6, 0.011);
    counter(7, 0.0003);
    counter(8, 0.0001);
    const auto isOpen
        = [](const Connection &connection) { return connection.state == Established || connection.state == CloseWait; };
    table.add(tcp + Oid{9, 0}, Value::gauge32(quint32(std::ranges::count_if(connections, isOpen))));
    counter(10, SegmentsInASecond);
    counter(11, SegmentsOutASecond);
    counter(12, 0.004);
    counter(14, 0);
    counter(15, 0.0007);
    scalar(17, [&] { return Value::counter64(device.counted(SegmentsInASecond)); });
    scalar(18, [&] { return Value::counter64(device.counted(SegmentsOutASecond)); });
    for (const Listening &one : listening) {
        addOldConnection(table, anyAddress(), one.port, anyAddress(), 0, Listen);
        const Oid row = Oid{Ipv4Type} + counted(anyAddress().octets()) + one.port;
        table.add(tcp + Oid{20, 1, 4} + row, Value::gauge32(one.program));
    }
    const Value own = DemoSwitch::address(DemoSwitch::OwnHost);
    for (const Connection &one : connections) {
        const Value remote = DemoSwitch::address(one.host);
        addOldConnection(table, own, one.localPort, remote, one.remotePort, one.state);
        const Oid row = Oid{Ipv4Type} + counted(own.octets()) + one.localPort + Ipv4Type + counted(remote.octets())
            + one.remotePort;
        table.add(tcp + Oid{19, 1, 7} + row, Value::integer(one.state));
        table.add(tcp + Oid{19, 1, 8} + row, Value::gauge32(one.program));
    }
}

void addUdp(InstanceTable &table, DemoSwitch &device) {
    constexpr double InASecond = 1.7;
    constexpr double OutASecond = 1.5;
    table.add(udp + Oid{1, 0}, [&] { return low(device.counted(InASecond)); });
    table.add(udp + Oid{2, 0}, [&] { return low(device.counted(0.0009)); });
    table.add(udp + Oid{3, 0}, Value::counter32(0));
    table.add(udp + Oid{4, 0}, [&] { return low(device.counted(OutASecond)); });
    table.add(udp + Oid{8, 0}, [&] { return Value::counter64(device.counted(InASecond)); });
    table.add(udp + Oid{9, 0}, [&] { return Value::counter64(device.counted(OutASecond)); });
    for (const Listening &one : datagrams) {
        const Oid row = parts(anyAddress().octets()) + one.port;
        table.add(udp + Oid{5, 1, 1} + row, anyAddress());
        table.add(udp + Oid{5, 1, 2} + row, Value::integer(one.port));
        // No peer: type unknown(0), no octets, port 0 (RFC 4113); then the instance.
        const Oid endpoint = Oid{Ipv4Type} + counted(anyAddress().octets()) + one.port + Oid{0, 0, 0} + 1;
        table.add(udp + Oid{7, 1, 8} + endpoint, Value::gauge32(one.program));
    }
}

} // namespace

void addTransport(InstanceTable &table, DemoSwitch &device) {
    addTcp(table, device);
    addUdp(table, device);
}

} // namespace walkabout::demo
