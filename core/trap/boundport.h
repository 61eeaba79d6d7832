// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>

namespace walkabout {

/// A UDP port that some process has bound, as a line of /proc/net/udp or udp6 tells it. A value.
struct BoundPort {
    QHostAddress address;
    quint16 port = 0;
    quint32 user = 0; // its number
    quint64 inode = 0; // of the socket

    [[nodiscard]] static QList<BoundPort> parse(const QByteArray &table);

    /// Whether the same port cannot be bound at this address beside it. An IPv6 socket for all addresses may be one of
    /// both families: nothing tells, so it is taken for one.
    [[nodiscard]] bool excludes(const QHostAddress &other) const;

    friend bool operator==(const BoundPort &, const BoundPort &) = default;
};

} // namespace walkabout
