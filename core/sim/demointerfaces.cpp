// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

#include <algorithm>
#include <limits>

namespace walkabout::demo {

namespace {

const Oid interfaces{1, 3, 6, 1, 2, 1, 2};
const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifMibObjects{1, 3, 6, 1, 2, 1, 31, 1};
const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
constexpr int True = 1; // TruthValue
constexpr int False = 2;
constexpr quint64 Mega = 1'000'000;

using Direction = DemoPort::Direction;
using Cast = DemoPort::Cast;

void addWritable(InstanceTable &table, DemoSwitch &device, DemoPort &port) {
    const Oid admin = ifEntry + 7 + port.make().index;
    table.add(admin, [&port] { return Value::integer(int(port.admin())); });
    const auto judge = [](const Value &value) {
        const bool isStatus
            = value.toSigned() >= int(DemoPort::Status::Up) && value.toSigned() <= int(DemoPort::Status::Testing);
        return isStatus ? ErrorStatus::NoError : ErrorStatus::WrongValue;
    };
    const auto apply = [&](const Value &value) { port.setAdmin(DemoPort::Status(value.toSigned()), device.uptime()); };
    table.allow(admin, {judge, apply});

    constexpr qsizetype LongestAlias = 64;
    const Oid alias = ifXEntry + 18 + port.make().index;
    table.add(alias, [&port] { return Value::octets(port.alias()); });
    table.allow(alias, textUpTo(LongestAlias, [&port](const QByteArray &text) { port.setAlias(text); }));
}

void addRow(InstanceTable &table, DemoSwitch &device, DemoPort &port) {
    const DemoPort::Make &make = port.make();
    const auto fixed = [&](Oid::Part column, const Value &value) { table.add(ifEntry + column + make.index, value); };
    const auto moving = [&](Oid::Part column, InstanceTable::Read read) {
        table.add(ifEntry + column + make.index, std::move(read));
    };
    constexpr int EthernetMtu = 1500;
    fixed(1, Value::integer(qint32(make.index)));
    fixed(2, Value::octets(make.description));
    fixed(3, Value::integer(make.type));
    fixed(4, Value::integer(EthernetMtu));
    fixed(5, Value::gauge32(quint32(std::min<quint64>(make.speed, std::numeric_limits<quint32>::max()))));
    fixed(6, Value::octets(make.address));
    moving(8, [&port] { return Value::integer(int(port.oper())); });
    moving(9, [&port] { return Value::timeTicks(quint32(quint64(port.lastChange() * 100))); });
    moving(10, [&] { return low(port.octets(Direction::In, device.uptime())); });
    moving(11, [&] { return low(port.packets(Direction::In, Cast::Unicast, device.uptime())); });
    moving(13, [&] { return low(port.discards(Direction::In, device.uptime())); });
    moving(14, [&] { return low(port.inErrors(device.uptime())); });
    fixed(15, Value::counter32(0));
    moving(16, [&] { return low(port.octets(Direction::Out, device.uptime())); });
    moving(17, [&] { return low(port.packets(Direction::Out, Cast::Unicast, device.uptime())); });
    moving(19, [&] { return low(port.discards(Direction::Out, device.uptime())); });
    fixed(20, Value::counter32(0));
}

void addExtendedRow(InstanceTable &table, DemoSwitch &device, DemoPort &port) {
    const DemoPort::Make &make = port.make();
    const auto fixed = [&](Oid::Part column, const Value &value) { table.add(ifXEntry + column + make.index, value); };
    fixed(1, Value::octets(make.name));
    for (const Direction direction : {Direction::In, Direction::Out}) {
        // Columns 2 to 5 hold the low halves of the 64-bit columns 8, 9 (in) and 12, 13 (out).
        const Oid::Part narrow = direction == Direction::In ? 2 : 4;
        const Oid::Part wide = direction == Direction::In ? 6 : 10;
        table.add(ifXEntry + wide + make.index,
            [&port, &device, direction] { return Value::counter64(port.octets(direction, device.uptime())); });
        for (const Cast cast : {Cast::Unicast, Cast::Multicast, Cast::Broadcast}) {
            const auto count
                = [&port, &device, direction, cast] { return port.packets(direction, cast, device.uptime()); };
            table.add(
                ifXEntry + (wide + 1 + Oid::Part(cast)) + make.index, [count] { return Value::counter64(count()); });
            if (cast != Cast::Unicast)
                table.add(ifXEntry + (narrow + Oid::Part(cast) - 1) + make.index, [count] { return low(count()); });
        }
    }
    fixed(14, Value::integer(port.isPhysical() ? True : False)); // LinkUpDownTrapEnable: enabled(1), disabled(2)
    fixed(15, Value::gauge32(quint32(make.speed / Mega)));
    fixed(16, Value::integer(False));
    fixed(17, Value::integer(port.isPhysical() ? True : False));
    fixed(19, Value::timeTicks(0));
}

// The VLAN runs on top of every physical port; what has nothing above or below it says so with 0 (RFC 2863 3.1.1).
void addStack(InstanceTable &table, DemoSwitch &device) {
    const Oid status = ifMibObjects + Oid{2, 1, 3};
    constexpr int Active = 1;
    const auto above
        = [&](quint32 higher, quint32 lower) { table.add(status + higher + lower, Value::integer(Active)); };
    for (const DemoPort &port : device.ports()) {
        const quint32 index = port.make().index;
        above(port.isPhysical() ? DemoSwitch::VlanIndex : 0, index);
        if (index != DemoSwitch::VlanIndex)
            above(index, 0);
    }
}

} // namespace

void addInterfaces(InstanceTable &table, DemoSwitch &device) {
    table.add(interfaces + Oid{1, 0}, Value::integer(int(device.ports().size())));
    for (DemoPort &port : device.ports()) {
        addRow(table, device, port);
        addExtendedRow(table, device, port);
        addWritable(table, device, port);
    }
    addStack(table, device);
    table.add(ifMibObjects + Oid{5, 0}, Value::timeTicks(0)); // no row came or went
    table.add(ifMibObjects + Oid{6, 0}, Value::timeTicks(0));
}

} // namespace walkabout::demo
