// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace walkabout {

/// One interface of the demo switch. Its counters are functions of how long it has been up: each runs at its own rate,
/// which swells and ebbs, and stands still while the port is down. Times are seconds of the device's uptime.
class DemoPort final {
public:
    enum class Status { Up = 1, Down = 2, Testing = 3 }; // as ifAdminStatus and ifOperStatus count (RFC 2863)
    enum class Direction { In, Out };
    enum class Cast { Unicast, Multicast, Broadcast };

    /// What does not change while the switch runs.
    struct Make {
        quint32 index = 0; // ifIndex
        QByteArray name; // ifName
        QByteArray description;
        QByteArray alias;
        int type = 6; // IANAifType
        quint64 speed = 0; // bits a second
        QByteArray address; // the MAC; empty for a loopback
        bool isPlugged = true; // a cable with someone at its other end
        bool isEnabled = true;
        std::array<double, 2> octetRate{}; // a second, in and out
        double errorRate = 0; // damaged frames in, a second
    };

    explicit DemoPort(Make make);

    [[nodiscard]] const Make &make() const { return m_make; }
    [[nodiscard]] bool isPhysical() const;
    [[nodiscard]] Status admin() const { return m_admin; }
    [[nodiscard]] Status oper() const;
    [[nodiscard]] double lastChange() const { return m_lastChange; }
    void setAdmin(Status status, double now);

    [[nodiscard]] const QByteArray &alias() const { return m_alias; }
    void setAlias(const QByteArray &alias) { m_alias = alias; }

    [[nodiscard]] quint64 octets(Direction direction, double now) const;
    [[nodiscard]] quint64 packets(Direction direction, Cast cast, double now) const;
    [[nodiscard]] quint64 inErrors(double now) const;
    [[nodiscard]] quint64 discards(Direction direction, double now) const;

private:
    /// How long it has carried traffic.
    [[nodiscard]] double active(double now) const;

    Make m_make;
    QByteArray m_alias;
    Status m_admin;
    double m_lastChange;
    double m_activeBefore = 0; // until the last change
};

} // namespace walkabout
