// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/systemaddress_p.h"

#include <QNetworkInterface>

#include <cstring>

#include <netinet/in.h>

namespace walkabout {

namespace {

quint32 zoneIndex(const QString &zone) {
    bool isNumber = false;
    const uint number = zone.toUInt(&isNumber);
    if (isNumber || zone.isEmpty())
        return number;
    return quint32(QNetworkInterface::interfaceIndexFromName(zone));
}

} // namespace

SystemAddress::SystemAddress(const QHostAddress &address, quint16 port, bool mapped) {
    if (mapped || address.protocol() != QAbstractSocket::IPv4Protocol) {
        sockaddr_in6 to{};
        to.sin6_family = AF_INET6;
        to.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&to.sin6_addr, &bytes, sizeof(to.sin6_addr));
        to.sin6_scope_id = zoneIndex(address.scopeId());
        std::memcpy(&storage, &to, sizeof(to));
        size = sizeof(to);
    } else {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&storage, &to, sizeof(to));
        size = sizeof(to);
    }
}

QHostAddress SystemAddress::address() const {
    QHostAddress found(get());
    bool isMapped = false;
    const quint32 v4 = found.toIPv4Address(&isMapped);
    if (isMapped && found.protocol() == QAbstractSocket::IPv6Protocol)
        found = QHostAddress(v4);
    return found;
}

quint16 SystemAddress::port() const {
    if (storage.ss_family == AF_INET6) {
        sockaddr_in6 from{};
        std::memcpy(&from, &storage, sizeof(from));
        return ntohs(from.sin6_port);
    }
    sockaddr_in from{};
    std::memcpy(&from, &storage, sizeof(from));
    return ntohs(from.sin_port);
}

} // namespace walkabout
