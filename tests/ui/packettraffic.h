// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/packetring.h"
#include "ui/packet/packetmodel.h"

#include <QSignalSpy>
#include <QTest>

namespace walkabout::test {

/// GET or response of sysDescr.0, community "public", with this request id.
inline QByteArray message(quint8 pdu, quint32 id) {
    QByteArray bytes
        = QByteArray::fromHex("302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500");
    bytes[13] = char(pdu);
    for (int i = 0; i < 4; ++i)
        bytes[17 + i] = char(id >> (24 - 8 * i));
    return bytes;
}

/// As a device with SNMPv3 sends it.
inline QByteArray encrypted() {
    return QByteArray::fromHex("30320201033011020411223344020300ffe30401030201030410300e040002010002010004000400040004"
                               "080102030405060708");
}

inline Traffic traffic(Traffic::Direction direction, const QByteArray &bytes, std::chrono::microseconds at = {}) {
    return {direction, UtcMicroseconds(std::chrono::seconds(1'700'000'000) + at), bytes, {}};
}

/// A row of the packets panel, cell by cell.
inline QString line(const QAbstractItemModel &model, int row) {
    QStringList cells;
    for (int column = PacketModel::Device; column < PacketModel::ColumnCount; ++column)
        cells << model.index(row, column).data().toString();
    return cells.join(QStringLiteral(" | "));
}

/// Messages of one device on their way into a ring.
class PacketTraffic final {
public:
    void add(
        PacketRing &ring, Traffic::Direction direction, const QByteArray &bytes, std::chrono::microseconds at = {}) {
        QSignalSpy grew(&ring, &PacketRing::grew);
        ring.add(device, QStringLiteral("core1"), traffic(direction, bytes, at));
        QVERIFY(grew.wait());
    }

    QUuid device = QUuid::createUuid();
};

} // namespace walkabout::test
