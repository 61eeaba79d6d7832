// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace walkabout {

/// From which port on a program may bind, by Linux: below net.ipv4.ip_unprivileged_port_start (of IPv6 too) it needs
/// the capability CAP_NET_BIND_SERVICE. A value.
struct PortRight {
    int firstFree = 1024;
    bool isCapable = false;

    [[nodiscard]] static PortRight ofThisProgram();
    /// What /proc/sys/net/ipv4/ip_unprivileged_port_start and /proc/self/status say; the usual where they say nothing.
    [[nodiscard]] static PortRight parse(const QByteArray &portStart, const QByteArray &status);

    [[nodiscard]] bool covers(quint16 port) const { return isCapable || port >= firstFree; }

    friend bool operator==(const PortRight &, const PortRight &) = default;
};

} // namespace walkabout
