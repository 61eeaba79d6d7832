// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <sys/socket.h>

namespace walkabout {

/// An address and a port as the system's calls take them, with its zone.
struct SystemAddress {
    SystemAddress() = default;
    /// mapped: an IPv4 address in the form that a socket of both families takes.
    SystemAddress(const QHostAddress &address, quint16 port, bool mapped = false);

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
    [[nodiscard]] sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
    /// An IPv4 address that came through IPv6 is given as IPv4.
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] quint16 port() const;

    sockaddr_storage storage{};
    socklen_t size = 0;
};

} // namespace walkabout
