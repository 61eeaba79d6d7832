// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/plainmessage.h"
#include "core/trap/traprecord.h"

namespace walkabout::test {

/// The bytes of an element, its length in one or two octets.
inline QByteArray element(char tag, const QByteArray &contents) {
    QByteArray bytes(1, tag);
    if (contents.size() >= 128)
        bytes += char(0x81);
    return bytes + char(contents.size()) + contents;
}

/// A v2c notification of this OID (in BER) that carries "event N", as it comes from the network.
inline QByteArray madeTrapOf(const QByteArray &notification, int number) {
    const auto varBind
        = [](const QByteArray &oid, const QByteArray &value) { return element(0x30, element(0x06, oid) + value); };
    const QByteArray uptime = varBind(QByteArray::fromHex("2b06010201010300"), element(0x43, "\x01"));
    const QByteArray which = varBind(QByteArray::fromHex("2b060106030101040100"), element(0x06, notification));
    const QByteArray event = varBind(QByteArray::fromHex("2b0601020102020102") + char(number % 100 + 1), // ifDescr
        element(0x04, "event " + QByteArray::number(number)));
    const QByteArray zero = element(0x02, QByteArray(1, '\0'));
    const QByteArray pdu = element(char(0xa7), zero + zero + zero + element(0x30, uptime + which + event));
    return element(0x30, element(0x02, "\x01") + element(0x04, "public") + pdu);
}

/// linkDown, or the notification of that arc of snmpTraps.
inline QByteArray madeTrap(int number, char arc = 3) {
    return madeTrapOf(QByteArray::fromHex("2b06010603010105") + arc, number);
}

inline TrapRecord recordOf(const QByteArray &bytes, const QString &source) {
    Arrival arrival{utcNow(), {}, bytes, Failure(Failure::Kind::Malformed), {}};
    arrival.peer.address = QHostAddress(source);
    arrival.peer.port = 50'000;
    arrival.message = *readPlainMessage(arrival.bytes);
    TrapRecord record;
    record.notification = Notification::from(arrival);
    return record;
}

inline TrapRecord madeRecord(int number, const QString &source = QStringLiteral("192.0.2.1"), char arc = 3) {
    TrapRecord record = recordOf(madeTrap(number, arc), source);
    record.severity = arc == 3 ? Severity::Major : Severity::Normal;
    return record;
}

/// Numbered from 1, a millisecond apart, the last one now.
inline QList<TrapRecord> madeRecords(int count) {
    QList<TrapRecord> records;
    for (int i = 1; i <= count; ++i) {
        records += madeRecord(i);
        records.last().notification.time -= std::chrono::milliseconds(count - i);
    }
    return records;
}

} // namespace walkabout::test
