// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

#include <algorithm>
#include <limits>

namespace walkabout::demo {

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
const Oid snmpGroup{1, 3, 6, 1, 2, 1, 11};
// 32473 is the enterprise number for examples (RFC 5612).
const Oid product{1, 3, 6, 1, 4, 1, 32473, 1, 24};
constexpr qsizetype LongestDisplayString = 255;

struct Module {
    Oid oid;
    const char *description;
};

void addModules(InstanceTable &table) {
    const std::initializer_list<Module> modules = {{{1, 3, 6, 1, 6, 3, 1}, "SNMPv2 entities (SNMPv2-MIB)"},
        {{1, 3, 6, 1, 2, 1, 31}, "Interfaces (IF-MIB)"}, {{1, 3, 6, 1, 2, 1, 48}, "IP and ICMP (IP-MIB)"},
        {{1, 3, 6, 1, 2, 1, 49}, "TCP (TCP-MIB)"}, {{1, 3, 6, 1, 2, 1, 50}, "UDP (UDP-MIB)"},
        {{1, 3, 6, 1, 2, 1, 25, 7, 1}, "Host resources (HOST-RESOURCES-MIB)"},
        {{1, 3, 6, 1, 2, 1, 17}, "Bridging (BRIDGE-MIB)"}};
    constexpr quint32 ModulesReady = 112; // hundredths after the start
    Oid::Part row = 0;
    for (const Module &module : modules) {
        const Oid entry = systemGroup + Oid{9, 1};
        ++row;
        table.add(entry + 2 + row, Value::oid(module.oid));
        table.add(entry + 3 + row, Value::octets(module.description));
        table.add(entry + 4 + row, Value::timeTicks(ModulesReady + row));
    }
    table.add(systemGroup + Oid{8, 0}, Value::timeTicks(ModulesReady + row));
}

void addText(InstanceTable &table, Oid::Part object, QByteArray &text) {
    const Oid oid = systemGroup + object + 0;
    table.add(oid, [&text] { return Value::octets(text); });
    table.allow(oid, textUpTo(LongestDisplayString, [&text](const QByteArray &given) { text = given; }));
}

void addSnmp(InstanceTable &table, DemoSwitch &device) {
    const auto scalar
        = [&](Oid::Part object, InstanceTable::Read read) { table.add(snmpGroup + object + 0, std::move(read)); };
    constexpr double PacketsASecond = 0.82;
    constexpr double BadNames = 0.0004;
    scalar(1, [&] { return low(device.counted(PacketsASecond)); });
    scalar(2, [&] { return low(device.counted(PacketsASecond - BadNames)); });
    scalar(4, [&] { return low(device.counted(BadNames)); });
    for (const Oid::Part quiet : {3, 5, 6, 31, 32})
        scalar(quiet, [] { return Value::counter32(0); });
    constexpr int Disabled = 2;
    scalar(30, [] { return Value::integer(Disabled); });
    // TestAndIncr (RFC 2579): set to what stands there, it moves on.
    const Oid setSerial{1, 3, 6, 1, 6, 3, 1, 1, 6, 1, 0};
    table.add(setSerial, [&] { return Value::integer(device.setSerial); });
    const auto judge = [&](const Value &value) {
        if (value.toSigned() < 0)
            return ErrorStatus::WrongValue;
        return value.toSigned() == device.setSerial ? ErrorStatus::NoError : ErrorStatus::InconsistentValue;
    };
    const auto apply = [&](const Value &) {
        device.setSerial = device.setSerial == std::numeric_limits<qint32>::max() ? 0 : device.setSerial + 1;
    };
    table.allow(setSerial, {judge, apply});
}

} // namespace

InstanceTable::Write textUpTo(qsizetype longest, std::function<void(const QByteArray &)> apply) {
    const auto judge = [longest](const Value &value) {
        const QByteArray &text = value.octets();
        if (text.size() > longest)
            return ErrorStatus::WrongLength;
        const bool isNvtAscii = std::ranges::all_of(text, [](char c) { return c >= 0; });
        return isNvtAscii ? ErrorStatus::NoError : ErrorStatus::WrongValue;
    };
    return {judge, [apply = std::move(apply)](const Value &value) { apply(value.octets()); }};
}

Oid parts(const QByteArray &octets) {
    Oid oid;
    for (const char octet : octets)
        oid.append(quint8(octet));
    return oid;
}

Oid counted(const QByteArray &octets) { return Oid{Oid::Part(octets.size())} + parts(octets); }

void addSystem(InstanceTable &table, DemoSwitch &device) {
    constexpr int Services = 78; // layers 2, 3, 4 and 7 (RFC 3418)
    table.add(systemGroup + Oid{1, 0},
        Value::octets("Walkabout's demo device: a switch of 24 ports that exists in this program only"));
    table.add(systemGroup + Oid{2, 0}, Value::oid(product));
    table.add(systemGroup + Oid{3, 0}, [&device] { return device.uptimeTicks(); });
    addText(table, 4, device.contact);
    addText(table, 5, device.name);
    addText(table, 6, device.location);
    table.add(systemGroup + Oid{7, 0}, Value::integer(Services));
    addModules(table);
    addSnmp(table, device);
}

} // namespace walkabout::demo
