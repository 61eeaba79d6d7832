// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/trap/maderecord.h"

#include <QtEndian>

namespace walkabout::test {

/// A v2c inform of linkDown with this request id, as it comes from the network.
inline QByteArray madeInform(quint32 requestId) {
    QByteArray id(sizeof(requestId), Qt::Uninitialized);
    qToBigEndian(requestId, id.data());
    const auto varBind
        = [](const QByteArray &oid, const QByteArray &value) { return element(0x30, element(0x06, oid) + value); };
    const QByteArray uptime = varBind(QByteArray::fromHex("2b06010201010300"), element(0x43, "\x01"));
    const QByteArray which = varBind(
        QByteArray::fromHex("2b060106030101040100"), element(0x06, QByteArray::fromHex("2b0601060301010503")));
    const QByteArray zero = element(0x02, QByteArray(1, '\0'));
    const QByteArray pdu = element(char(0xa6), element(0x02, id) + zero + zero + element(0x30, uptime + which));
    return element(0x30, element(0x02, "\x01") + element(0x04, "public") + pdu);
}

/// The request id of a v2c message.
inline std::optional<quint32> requestIdOf(const QByteArray &bytes) {
    const auto message = readPlainMessage(bytes);
    return message ? std::optional(quint32(message->requestId)) : std::nullopt;
}

} // namespace walkabout::test
