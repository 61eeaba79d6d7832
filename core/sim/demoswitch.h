// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sim/demoport.h"
#include "core/snmp/value.h"

#include <functional>
#include <vector>

namespace walkabout {

/// The demo device's own state: its clock, its ports, its neighbours, what people can name. Every part of its MIB reads
/// from here, so that the tables agree with each other. Addresses are those set aside for documentation (RFC 5737, RFC
/// 3849, RFC 7042).
class DemoSwitch final {
public:
    using Now = std::function<Monotonic::time_point()>;
    /// A machine in the network of the switch: its IPv4 address ends in host, its MAC in mac.
    struct Neighbour {
        quint8 host = 0;
        quint8 mac = 0;
        quint32 port = 0; // 1-based among the physical ports
    };

    static constexpr quint32 VlanIndex = 10;
    static constexpr quint32 LoopbackIndex = 20001;
    static constexpr quint8 OwnHost = 2;
    static constexpr quint8 RouterHost = 1;

    explicit DemoSwitch(Now now);

    /// Seconds since the device came up, which was weeks before this program began it.
    [[nodiscard]] double uptime() const;
    [[nodiscard]] Value uptimeTicks() const;
    [[nodiscard]] UtcMicroseconds utc() const;
    /// A counter that rises steadily with the uptime.
    [[nodiscard]] quint64 counted(double aSecond) const { return quint64(uptime() * aSecond); }

    [[nodiscard]] std::vector<DemoPort> &ports() { return m_ports; }
    [[nodiscard]] const std::vector<Neighbour> &neighbours() const { return m_neighbours; }
    [[nodiscard]] static QByteArray mac(quint8 last);
    /// 192.0.2.host
    [[nodiscard]] static Value address(quint8 host);
    /// 2001:db8::host
    [[nodiscard]] static QByteArray address6(quint8 host);

    QByteArray name = "demo-switch";
    QByteArray contact = "Network desk <noc@example.net>";
    QByteArray location = "Example House, basement, rack 2";
    qint32 setSerial = 7'203'441;

private:
    void addAccessPorts();
    void addUplinksAndVirtualPorts();

    Now m_now;
    Monotonic::time_point m_start;
    UtcMicroseconds m_startUtc;
    std::vector<DemoPort> m_ports;
    std::vector<Neighbour> m_neighbours;
};

} // namespace walkabout
