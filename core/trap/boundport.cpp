// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/boundport.h"

#include <cstring>
#include <optional>

namespace walkabout {

namespace {

// Words of 32 bits as this machine reads them, in hexadecimal: 0100007F.
std::optional<QHostAddress> addressFrom(QByteArrayView hex) {
    constexpr qsizetype WordDigits = 8;
    Q_IPV6ADDR bytes{};
    const bool isV6 = hex.size() == 4 * WordDigits;
    if (!isV6 && hex.size() != WordDigits)
        return std::nullopt;
    for (qsizetype i = 0; i < hex.size() / WordDigits; ++i) {
        bool ok = false;
        const quint32 word = hex.sliced(i * WordDigits, WordDigits).toUInt(&ok, 16);
        if (!ok)
            return std::nullopt;
        std::memcpy(&bytes[int(4 * i)], &word, sizeof(word));
    }
    if (isV6)
        return QHostAddress(bytes);
    return QHostAddress(quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | quint32(bytes[3]));
}

bool isEverywhere(const QHostAddress &address) {
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

bool isOfV6(const QHostAddress &address) { return address.protocol() == QAbstractSocket::IPv6Protocol; }

} // namespace

QList<BoundPort> BoundPort::parse(const QByteArray &table) {
    enum Column { Local = 1, User = 7, Inode = 9 };
    QList<BoundPort> ports;
    const QList<QByteArray> lines = table.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() <= Inode)
            continue;
        const QByteArray &local = columns[Local];
        const qsizetype colon = local.indexOf(':');
        bool ok = false;
        const quint16 port = local.mid(colon + 1).toUShort(&ok, 16);
        const auto address = addressFrom(QByteArrayView(local).first(qMax<qsizetype>(colon, 0)));
        if (ok && address)
            ports.append({*address, port, columns[User].toUInt(), columns[Inode].toULongLong()});
    }
    return ports;
}

bool BoundPort::excludes(const QHostAddress &other) const {
    if (other.protocol() == QAbstractSocket::AnyIPProtocol)
        return true;
    if (isOfV6(address) == isOfV6(other))
        return isEverywhere(address) || isEverywhere(other) || address.isEqual(other);
    return isOfV6(address) && isEverywhere(address);
}

} // namespace walkabout
