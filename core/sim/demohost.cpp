// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoparts.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace walkabout::demo {

namespace {

const Oid host{1, 3, 6, 1, 2, 1, 25};
const Oid hrStorageTypes{1, 3, 6, 1, 2, 1, 25, 2, 1};
const Oid hrDeviceTypes{1, 3, 6, 1, 2, 1, 25, 3, 1};
const Oid none{0, 0};

constexpr qint32 DiskDevice = 10;
constexpr qint32 FirstPortDevice = 100;
constexpr int Running = 2; // hrDeviceStatus
constexpr int Down = 5;

struct Storage {
    qint32 index;
    Oid::Part type; // below hrStorageTypes
    const char *description;
    qint32 unit; // octets
    qint32 size; // units
    double filled;
    double moving; // of the size, up and down
    double period; // seconds
};

constexpr std::array<Storage, 5> storages = {{{1, 2, "Physical memory", 4096, 524'288, 0.61, 0.07, 240},
    {2, 3, "Swap space", 4096, 262'144, 0.03, 0.01, 1300}, {31, 4, "/", 4096, 1'966'080, 0.44, 0.002, 3600},
    {32, 4, "/var/log", 4096, 262'144, 0.58, 0.12, 900}, {33, 9, "Flash: boot images", 1024, 1'048'576, 0.37, 0, 1}}};

struct Process {
    Program number;
    const char *name;
    const char *path;
    const char *parameters;
    double load; // of one processor
    qint32 memory; // KB
};

constexpr std::array<Process, 9> processes = {{{Init, "init", "/sbin/init", "", 0.0004, 9'120},
    {Bridge, "bridged", "/usr/sbin/bridged", "--vlan 10", 0.061, 48'212},
    {Log, "logd", "/usr/sbin/logd", "-f /etc/logd.conf", 0.004, 12'044},
    {Ssh, "sshd", "/usr/sbin/sshd", "-D", 0.0006, 7'816}, {Web, "webd", "/usr/sbin/webd", "--port 443", 0.011, 31'560},
    {Snmp, "snmpd", "/usr/sbin/snmpd", "-f", 0.009, 14'228}, {Time, "timed", "/usr/sbin/timed", "", 0.0003, 4'052},
    {Netconf, "netconfd", "/usr/sbin/netconfd", "", 0.002, 22'940}, {Shell, "sh", "/bin/sh", "-l", 0, 3'316}}};

double swing(double now, double period) {
    constexpr double Turn = 6.283185307179586;
    return std::sin(now * Turn / period);
}

// DateAndTime of RFC 2579 in UTC: eleven octets.
QByteArray dateAndTime(UtcMicroseconds time) {
    constexpr qint64 MicrosecondsOfATenth = 100'000;
    const qint64 microseconds = time.time_since_epoch().count();
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
    const QDate date = utc.date();
    const QTime clock = utc.time();
    QByteArray octets;
    for (const int octet : {date.year() >> 8, date.year() & 0xff, date.month(), date.day(), clock.hour(),
             clock.minute(), clock.second(), int(microseconds / MicrosecondsOfATenth % 10)})
        octets.append(char(octet));
    return octets + '+' + '\0' + '\0';
}

void addHostSystem(InstanceTable &table, DemoSwitch &device) {
    const Oid group = host + 1;
    table.add(group + Oid{1, 0}, [&] { return device.uptimeTicks(); });
    table.add(group + Oid{2, 0}, [&] { return Value::octets(dateAndTime(device.utc())); });
    table.add(group + Oid{3, 0}, Value::integer(DiskDevice));
    table.add(group + Oid{4, 0}, Value::octets("boot=flash: image=demo-24 quiet"));
    table.add(group + Oid{5, 0}, Value::gauge32(1));
    table.add(group + Oid{6, 0}, Value::gauge32(quint32(processes.size())));
    table.add(group + Oid{7, 0}, Value::integer(0));
}

void addStorage(InstanceTable &table, DemoSwitch &device) {
    constexpr qint64 OctetsOfAKilobyte = 1024;
    const Storage &memory = storages.front();
    table.add(host + Oid{2, 2, 0}, Value::integer(qint32(qint64(memory.size) * memory.unit / OctetsOfAKilobyte)));
    for (const Storage &storage : storages) {
        const auto cell = [&](Oid::Part column) { return host + Oid{2, 3, 1, column, Oid::Part(storage.index)}; };
        table.add(cell(1), Value::integer(storage.index));
        table.add(cell(2), Value::oid(hrStorageTypes + storage.type));
        table.add(cell(3), Value::octets(storage.description));
        table.add(cell(4), Value::integer(storage.unit));
        table.add(cell(5), Value::integer(storage.size));
        table.add(cell(6), [&storage, &device] {
            return Value::integer(
                qint32(storage.size * (storage.filled + storage.moving * swing(device.uptime(), storage.period))));
        });
        table.add(cell(7), Value::counter32(0));
    }
}

void addDevice(
    InstanceTable &table, qint32 index, Oid::Part type, const QByteArray &description, InstanceTable::Read status) {
    const auto cell = [&](Oid::Part column) { return host + Oid{3, 2, 1, column, Oid::Part(index)}; };
    table.add(cell(1), Value::integer(index));
    table.add(cell(2), Value::oid(hrDeviceTypes + type));
    table.add(cell(3), Value::octets(description));
    table.add(cell(4), Value::oid(none));
    table.add(cell(5), std::move(status));
    table.add(cell(6), Value::counter32(0));
}

void addDevices(InstanceTable &table, DemoSwitch &device) {
    constexpr Oid::Part Processor = 3;
    constexpr Oid::Part Network = 4;
    constexpr Oid::Part Disk = 6;
    constexpr double MeanLoad = 27; // percent
    const auto running = [] { return Value::integer(Running); };
    for (const qint32 processor : {1, 2}) {
        addDevice(table, processor, Processor, "Switch processor, core " + QByteArray::number(processor), running);
        const double period = 70 + 45 * processor;
        table.add(host + Oid{3, 3, 1, 1, Oid::Part(processor)}, Value::oid(none));
        table.add(host + Oid{3, 3, 1, 2, Oid::Part(processor)},
            [&device, period] { return Value::integer(qint32(MeanLoad + 18 * swing(device.uptime(), period))); });
    }
    addDevice(table, DiskDevice, Disk, "Flash disk, 8 GB", running);
    qint32 index = FirstPortDevice;
    for (const DemoPort &port : device.ports()) {
        const auto status = [&port] { return Value::integer(port.oper() == DemoPort::Status::Down ? Down : Running); };
        addDevice(table, ++index, Network, port.make().description, status);
        table.add(host + Oid{3, 4, 1, 1, Oid::Part(index)}, Value::integer(qint32(port.make().index)));
    }
}

void addProcesses(InstanceTable &table, DemoSwitch &device) {
    constexpr int OperatingSystem = 2; // hrSWRunType
    constexpr int Application = 4;
    constexpr int Runnable = 2; // hrSWRunStatus
    table.add(host + Oid{4, 1, 0}, Value::integer(Init));
    for (const Process &process : processes) {
        const auto cell = [&](Oid::Part column) { return host + Oid{4, 2, 1, column, process.number}; };
        table.add(cell(1), Value::integer(process.number));
        table.add(cell(2), Value::octets(process.name));
        table.add(cell(3), Value::oid(none));
        table.add(cell(4), Value::octets(process.path));
        table.add(cell(5), Value::octets(process.parameters));
        table.add(cell(6), Value::integer(process.number == Init ? OperatingSystem : Application));
        table.add(cell(7), Value::integer(Runnable));
        table.add(host + Oid{5, 1, 1, 1, process.number},
            [&process, &device] { return Value::integer(qint32(device.counted(process.load * 100))); });
        table.add(host + Oid{5, 1, 1, 2, process.number}, Value::integer(process.memory));
    }
}

} // namespace

void addHost(InstanceTable &table, DemoSwitch &device) {
    addHostSystem(table, device);
    addStorage(table, device);
    addDevices(table, device);
    addProcesses(table, device);
}

} // namespace walkabout::demo
