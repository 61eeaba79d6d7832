// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace walkabout {

/// Where an agent listens: a transport, a host as it was typed (name or literal, with zone) and a port.
struct Endpoint {
    enum class Transport { Udp, Udp6, Tcp };

    Transport transport = Transport::Udp;
    bool transportGiven = false; // false: a bare name tries IPv4, then IPv6
    QString host;
    quint16 port = 161;

    /// "[udp:|udp6:|tcp:|tcp6:]HOST[:PORT]"; an IPv6 literal stands in brackets where a port follows.
    static Result<Endpoint> parse(QStringView text, quint16 defaultPort = 161);
    /// As parse reads it, without a default port and transport.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace walkabout
