// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/pcapfile.h"

#include "core/snmp/ipheader_p.h"
#include "core/snmp/packetmask.h"

#include <QHash>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace walkabout::pcap {

namespace {

constexpr quint32 Magic = 0xa1b2'c3d4; // microseconds, in this machine's order of octets
constexpr quint32 LinkTypeRaw = 101;
constexpr quint32 LongestPacket = 262'144;
constexpr qsizetype LargestDatagram = 65'507;
constexpr qsizetype LargestSegment = 60'000;

template <class T>
void append(QByteArray &to, T number) {
    to.append(reinterpret_cast<const char *>(&number), sizeof number);
}

bool isSnmpPort(quint16 port) { return port == 161 || port == 162; }

bool isNotification(std::optional<Pdu> pdu) { return pdu == Pdu::TrapV1 || pdu == Pdu::TrapV2 || pdu == Pdu::Inform; }

/// As it was, with an address where there was none and a port by which readers know SNMP.
PacketRoute routeOf(const Packet &packet) {
    SocketPath path = packet.traffic.path;
    if (path.peer.isNull())
        path.peer = QHostAddress(QHostAddress::LocalHost);
    const bool version6 = path.peer.protocol() == QAbstractSocket::IPv6Protocol;
    const QHostAddress loopback(version6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost);
    if (path.local.protocol() != path.peer.protocol()) // none, or any
        path.local = loopback;
    // Who is asked has the port, and who hears notifications.
    if (!isSnmpPort(path.peerPort) && !isSnmpPort(path.localPort)) {
        if (isNotification(packet.head.pdu) && packet.traffic.direction == Traffic::Direction::In)
            path.localPort = 162;
        else
            path.peerPort = isNotification(packet.head.pdu) ? 162 : 161;
    }
    if (path.localPort == 0)
        path.localPort = 49'152;
    if (packet.traffic.direction == Traffic::Direction::Out)
        return {path.local, path.localPort, path.peer, path.peerPort};
    return {path.peer, path.peerPort, path.local, path.localPort};
}

/// How far the two directions of each TCP connection are.
class Streams final {
public:
    QByteArrayList segments(const PacketRoute &route, QByteArrayView message) {
        QByteArrayList list;
        quint32 &sent = at(route.from, route.fromPort, route.to, route.toPort);
        const quint32 heard = at(route.to, route.toPort, route.from, route.fromPort);
        for (qsizetype from = 0; from < message.size(); from += LargestSegment) {
            const QByteArrayView part = message.sliced(from, std::min(LargestSegment, message.size() - from));
            list << tcpPacket(route, sent, heard, part);
            sent += quint32(part.size());
        }
        return list;
    }

private:
    quint32 &at(const QHostAddress &from, quint16 fromPort, const QHostAddress &to, quint16 toPort) {
        quint32 &place = m_places[{{from, fromPort}, {to, toPort}}];
        if (place == 0)
            place = 1;
        return place;
    }

    using End = std::pair<QHostAddress, quint16>;
    QHash<std::pair<End, End>, quint32> m_places;
};

void appendRecord(QByteArray &to, UtcMicroseconds time, const QByteArray &packet) {
    constexpr qint64 Million = 1'000'000;
    const qint64 microseconds = std::max<qint64>(0, time.time_since_epoch().count());
    append(to, quint32(microseconds / Million));
    append(to, quint32(microseconds % Million));
    append(to, quint32(packet.size()));
    append(to, quint32(packet.size()));
    to += packet;
}

} // namespace

QByteArray file(const std::vector<Packet> &packets, Communities communities) {
    QByteArray bytes;
    append(bytes, Magic);
    append(bytes, quint16(2)); // version 2.4
    append(bytes, quint16(4));
    append(bytes, quint64(0)); // times are UTC
    append(bytes, LongestPacket);
    append(bytes, LinkTypeRaw);
    Streams streams;
    for (const Packet &packet : packets) {
        const QByteArray &whole = packet.traffic.bytes;
        const QByteArray message = communities == Communities::Masked ? withMaskedCommunity(whole) : whole;
        const PacketRoute route = routeOf(packet);
        if (packet.traffic.path.isStream || message.size() > LargestDatagram) {
            for (const QByteArray &segment : streams.segments(route, message))
                appendRecord(bytes, packet.traffic.time, segment);
        } else {
            appendRecord(bytes, packet.traffic.time, udpPacket(route, message));
        }
    }
    return bytes;
}

std::optional<Failure> save(const QString &path, const std::vector<Packet> &packets, Communities communities) {
    QSaveFile out(path);
    if (out.open(QIODevice::WriteOnly) && out.write(file(packets, communities)) >= 0 && out.commit())
        return {};
    return Failure(Failure::Kind::File, {path, out.errorString()});
}

} // namespace walkabout::pcap
