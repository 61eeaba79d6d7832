// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ipheader_p.h"

#include <QtEndian>

namespace walkabout {

namespace {

constexpr quint8 UdpNumber = 17;
constexpr quint8 TcpNumber = 6;

template <class T>
void put(QByteArray &to, T number) {
    const T big = qToBigEndian(number);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// The sum of 16-bit words in ones' complement, folded (RFC 1071).
quint32 sumOf(QByteArrayView octets, quint32 sum = 0) {
    for (qsizetype i = 0; i < octets.size(); i += 2)
        sum += quint32(quint8(octets[i])) << 8U | (i + 1 < octets.size() ? quint8(octets[i + 1]) : 0U);
    while (sum >> 16U)
        sum = (sum & 0xffffU) + (sum >> 16U);
    return sum;
}

void putChecksum(QByteArray &to, qsizetype at, quint32 sum) { qToBigEndian(quint16(~sum), to.data() + at); }

bool isVersion6(const PacketRoute &route) {
    return route.from.protocol() == QAbstractSocket::IPv6Protocol
        || route.to.protocol() == QAbstractSocket::IPv6Protocol;
}

QByteArray octetsOf(const QHostAddress &address, bool version6) {
    QByteArray octets;
    if (version6) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        octets.append(reinterpret_cast<const char *>(&bytes), sizeof bytes);
    } else {
        put(octets, address.toIPv4Address());
    }
    return octets;
}

QByteArray ipHeader(const PacketRoute &route, quint8 protocol, qsizetype size) {
    constexpr quint8 Hops = 64;
    const bool version6 = isVersion6(route);
    QByteArray header;
    if (version6) {
        put(header, quint32(0x6000'0000));
        put(header, quint16(size));
        put(header, protocol);
        put(header, Hops);
    } else {
        constexpr qsizetype HeaderSize = 20;
        put(header, quint16(0x4500)); // version 4, five words of header
        put(header, quint16(size + HeaderSize));
        put(header, quint32(0x0000'4000)); // not in fragments
        put(header, Hops);
        put(header, protocol);
        put(header, quint16(0));
    }
    header += octetsOf(route.from, version6) + octetsOf(route.to, version6);
    if (!version6)
        putChecksum(header, 10, sumOf(header));
    return header;
}

/// What the checksums of UDP and TCP count in beside their own octets.
quint32 pseudoSum(const PacketRoute &route, quint8 protocol, qsizetype size) {
    const bool version6 = isVersion6(route);
    QByteArray pseudo = octetsOf(route.from, version6) + octetsOf(route.to, version6);
    put(pseudo, quint32(size));
    put(pseudo, quint32(protocol));
    return sumOf(pseudo);
}

} // namespace

QByteArray udpPacket(const PacketRoute &route, QByteArrayView contents) {
    QByteArray datagram;
    put(datagram, route.fromPort);
    put(datagram, route.toPort);
    put(datagram, quint16(contents.size() + 8));
    put(datagram, quint16(0));
    datagram.append(contents);
    const quint32 sum = sumOf(datagram, pseudoSum(route, UdpNumber, datagram.size()));
    putChecksum(datagram, 6, sum == 0xffffU ? 0 : sum); // a sum of zero would mean that there is none
    return ipHeader(route, UdpNumber, datagram.size()) + datagram;
}

QByteArray tcpPacket(const PacketRoute &route, quint32 sequence, quint32 acknowledged, QByteArrayView contents) {
    QByteArray segment;
    put(segment, route.fromPort);
    put(segment, route.toPort);
    put(segment, sequence);
    put(segment, acknowledged);
    put(segment, quint16(0x5018)); // five words of header; push and acknowledge
    put(segment, quint16(0xffff));
    put(segment, quint32(0)); // checksum, nothing urgent
    segment.append(contents);
    putChecksum(segment, 16, sumOf(segment, pseudoSum(route, TcpNumber, segment.size())));
    return ipHeader(route, TcpNumber, segment.size()) + segment;
}

} // namespace walkabout
