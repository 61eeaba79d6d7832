// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QtEndian>

namespace walkabout::test {

/// The UDP payloads of a pcap file (Ethernet, loopback or raw IPv4), in order; empty: it is none.
inline QByteArrayList datagrams(const QByteArray &capture) {
    constexpr qsizetype HeadSize = 24;
    constexpr quint32 Magic = 0xa1b2c3d4;
    if (capture.size() < HeadSize)
        return {};
    const bool isBig = qFromBigEndian<quint32>(capture.constData()) == Magic;
    if (!isBig && qFromLittleEndian<quint32>(capture.constData()) != Magic)
        return {};
    const auto number = [&](qsizetype at) {
        return isBig ? qFromBigEndian<quint32>(capture.constData() + at)
                     : qFromLittleEndian<quint32>(capture.constData() + at);
    };
    const quint32 link = number(20);
    const qsizetype before = link == 1 ? 14 : link == 0 ? 4 : link == 113 ? 16 : 0;
    QByteArrayList found;
    for (qsizetype at = HeadSize; at + 16 <= capture.size();) {
        const QByteArray frame = capture.mid(at + 16, number(at + 8));
        at += 16 + qsizetype(number(at + 8));
        QByteArray packet = frame.mid(before);
        if (link == 1 && frame.mid(12, 2) == QByteArray("\x81\0", 2))
            packet = packet.mid(4);
        if (packet.size() < 28 || quint8(packet[0]) >> 4U != 4 || packet[9] != 17)
            continue;
        const qsizetype ip = (packet[0] & 0x0f) * 4;
        found << packet.mid(ip + 8, qFromBigEndian<quint16>(packet.constData() + ip + 4) - 8);
    }
    return found;
}

/// The messages of a file: a pcap, a fuzzer's corpus as Zeek keeps it (each behind "\1PKT" and an octet that says which
/// way it went), or one message.
inline QByteArrayList messagesIn(const QByteArray &file) {
    const QByteArrayView mark("\1PKT");
    if (!file.startsWith(mark)) {
        const QByteArrayList captured = datagrams(file);
        return captured.isEmpty() ? QByteArrayList{file} : captured;
    }
    QByteArrayList found;
    for (qsizetype at = 0; at >= 0;) {
        const qsizetype from = at + mark.size() + 1;
        at = file.indexOf(mark, from);
        found << file.mid(from, at < 0 ? -1 : at - from);
    }
    return found;
}

} // namespace walkabout::test
