// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>

namespace walkabout {

/// From where to where a made packet goes.
struct PacketRoute {
    QHostAddress from;
    quint16 fromPort = 0;
    QHostAddress to;
    quint16 toPort = 0;
};

/// An IP packet around a UDP datagram or a TCP segment (RFC 791, 8200, 768, 9293), its checksums right.
[[nodiscard]] QByteArray udpPacket(const PacketRoute &route, QByteArrayView contents);
[[nodiscard]] QByteArray tcpPacket(
    const PacketRoute &route, quint32 sequence, quint32 acknowledged, QByteArrayView contents);

} // namespace walkabout
