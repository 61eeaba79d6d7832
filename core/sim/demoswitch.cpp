// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demoswitch.h"

namespace walkabout {

namespace {

constexpr double EarlierUptime = 3'574'921.4; // 41 days
constexpr quint64 Gigabit = 1'000'000'000;
constexpr int AccessPorts = 24;

struct Access {
    const char *alias;
    double kilobytesIn; // a second
    double kilobytesOut;
    bool isPlugged = true;
    bool isEnabled = true;
    double errorRate = 0;
};

constexpr std::array<Access, AccessPorts> access = {{
    {"Access point, reading room", 410, 1900},
    {"Access point, front hall", 260, 1250},
    {"Access point, upper floor", 180, 940},
    {"Printer, first floor", 0.9, 14},
    {"Printer, second floor", 0.4, 9},
    {"Camera, loading dock", 620, 6},
    {"Camera, car park (old cable)", 540, 5, true, true, 3.7},
    {"Door controller", 0.3, 0.4},
    {"Desk 101", 31, 240},
    {"Desk 102", 12, 160},
    {"Desk 103", 55, 610},
    {"Desk 104", 0, 0, false},
    {"Desk 105", 22, 300},
    {"Desk 106", 0, 0, false},
    {"Meeting room, screen", 4, 720},
    {"Meeting room, telephone", 9, 9},
    {"Lab bench, left", 830, 2200},
    {"Lab bench, right", 1400, 350},
    {"Backup server", 24'000, 3100},
    {"File server", 9800, 31'000},
    {"Build server", 5200, 7400},
    {"Clock, roof antenna", 0.2, 0.2},
    {"", 0, 0, false, false},
    {"", 0, 0, false, false},
}};

} // namespace

DemoSwitch::DemoSwitch(Now now)
    : m_now(std::move(now))
    , m_start(m_now())
    , m_startUtc(utcNow())
    , m_neighbours({{RouterHost, 0x40, 25}, {11, 0x41, 1}, {12, 0x42, 2}, {13, 0x43, 3}, {14, 0x44, 4}, {15, 0x45, 5},
          {16, 0x46, 6}, {17, 0x47, 7}, {18, 0x48, 8}, {21, 0x51, 9}, {22, 0x52, 10}, {23, 0x53, 11}, {25, 0x55, 13},
          {41, 0x61, 17}, {42, 0x62, 18}, {50, 0x70, 19}, {51, 0x71, 20}, {52, 0x72, 21}, {53, 0x73, 22}}) {
    addAccessPorts();
    addUplinksAndVirtualPorts();
}

void DemoSwitch::addAccessPorts() {
    constexpr quint32 FirstIndex = 10101;
    constexpr double Kilobyte = 1000;
    for (int i = 0; i < AccessPorts; ++i) {
        const Access &port = access[size_t(i)];
        const QByteArray number = QByteArray::number(i + 1);
        m_ports.emplace_back(DemoPort::Make{.index = FirstIndex + quint32(i),
            .name = "Gi1/0/" + number,
            .description = "GigabitEthernet1/0/" + number,
            .alias = port.alias,
            .speed = Gigabit,
            .address = mac(quint8(i + 1)),
            .isPlugged = port.isPlugged,
            .isEnabled = port.isEnabled,
            .octetRate = {port.kilobytesIn * Kilobyte, port.kilobytesOut * Kilobyte},
            .errorRate = port.errorRate});
    }
}

void DemoSwitch::addUplinksAndVirtualPorts() {
    constexpr int PropVirtual = 53; // IANAifType of a VLAN interface
    constexpr int SoftwareLoopback = 24;
    m_ports.emplace_back(DemoPort::Make{.index = 10201,
        .name = "Te1/1/1",
        .description = "TenGigabitEthernet1/1/1",
        .alias = "Uplink to core, first path",
        .speed = 10 * Gigabit,
        .address = mac(0x19),
        .octetRate = {48e6, 43e6}});
    m_ports.emplace_back(DemoPort::Make{.index = 10202,
        .name = "Te1/1/2",
        .description = "TenGigabitEthernet1/1/2",
        .alias = "Uplink to core, second path",
        .speed = 10 * Gigabit,
        .address = mac(0x1a),
        .octetRate = {1.2e6, 0.8e6}});
    m_ports.emplace_back(DemoPort::Make{.index = VlanIndex,
        .name = "Vl10",
        .description = "Vlan10",
        .alias = "Management",
        .type = PropVirtual,
        .speed = Gigabit,
        .address = mac(0),
        .octetRate = {2100, 3400}});
    m_ports.emplace_back(DemoPort::Make{.index = LoopbackIndex,
        .name = "Lo0",
        .description = "Loopback0",
        .alias = "Router id",
        .type = SoftwareLoopback,
        .octetRate = {40, 40}});
}

double DemoSwitch::uptime() const { return EarlierUptime + std::chrono::duration<double>(m_now() - m_start).count(); }

Value DemoSwitch::uptimeTicks() const { return Value::timeTicks(quint32(quint64(uptime() * 100))); }

UtcMicroseconds DemoSwitch::utc() const {
    return m_startUtc + std::chrono::duration_cast<std::chrono::microseconds>(m_now() - m_start);
}

QByteArray DemoSwitch::mac(quint8 last) { return QByteArray::fromHex("00005e0053") + char(last); }

Value DemoSwitch::address(quint8 host) { return *Value::ipAddress(QByteArray::fromHex("c00002") + char(host)); }

QByteArray DemoSwitch::address6(quint8 host) {
    return QByteArray::fromHex("20010db8") + QByteArray(11, '\0') + char(host);
}

} // namespace walkabout
