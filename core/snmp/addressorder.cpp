// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/addressorder_p.h"

namespace walkabout {

QList<QHostAddress> inAskingOrder(const QList<QHostAddress> &addresses, const Endpoint &endpoint) {
    QList<QHostAddress> order;
    const bool only6 = endpoint.transport == Endpoint::Transport::Udp6;
    const bool only4 = endpoint.transport == Endpoint::Transport::Udp && endpoint.transportGiven;
    const auto take = [&](QAbstractSocket::NetworkLayerProtocol protocol) {
        for (const QHostAddress &address : addresses) {
            if (address.protocol() == protocol)
                order.append(address);
        }
    };
    if (!only6)
        take(QAbstractSocket::IPv4Protocol);
    if (!only4)
        take(QAbstractSocket::IPv6Protocol);
    return order;
}

} // namespace walkabout
