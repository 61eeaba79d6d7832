// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/endpoint.h"

#include <QHostAddress>

#include <algorithm>
#include <optional>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

struct Prefix {
    QStringView text;
    Endpoint::Transport transport;
    bool v6;
};
constexpr Prefix prefixes[] = {
    {u"udp6:", Endpoint::Transport::Udp6, true},
    {u"udpv6:", Endpoint::Transport::Udp6, true},
    {u"tcp6:", Endpoint::Transport::Tcp, true},
    {u"tcpv6:", Endpoint::Transport::Tcp, true},
    {u"udp:", Endpoint::Transport::Udp, false},
    {u"tcp:", Endpoint::Transport::Tcp, false},
};

std::optional<quint16> readPort(QStringView text) {
    bool ok = false;
    const uint number = text.toUInt(&ok);
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!ok || !digits || number == 0 || number > 65535)
        return std::nullopt;
    return quint16(number);
}

bool isIpv6(QStringView text) {
    QHostAddress address;
    return text.contains(u':') && address.setAddress(text.toString())
        && address.protocol() == QAbstractSocket::IPv6Protocol;
}

/// A name of the DNS or hosts file, or an IPv4 literal: no room for what a mistyped address leaves behind.
bool isName(QStringView text) {
    if (text.isEmpty() || text.size() > 255 || text.startsWith(u'-') || text.startsWith(u'.'))
        return false;
    return std::ranges::all_of(
        text, [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; });
}

} // namespace

Result<Endpoint> Endpoint::parse(QStringView text, quint16 defaultPort) {
    const Failure invalid(Failure::Kind::InvalidEndpoint, {text.toString()});
    Endpoint endpoint;
    endpoint.port = defaultPort;
    QStringView rest = text.trimmed();
    bool wantsV6 = false;
    for (const Prefix &prefix : prefixes) {
        if (rest.startsWith(prefix.text, Qt::CaseInsensitive)) {
            endpoint.transport = prefix.transport;
            endpoint.transportGiven = true;
            wantsV6 = prefix.v6;
            rest = rest.mid(prefix.text.size());
            break;
        }
    }
    bool v6 = false;
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        if (end < 0)
            return invalid;
        const QStringView literal = rest.mid(1, end - 1);
        const QStringView after = rest.mid(end + 1);
        if (!isIpv6(literal) || (!after.isEmpty() && !after.startsWith(u':')))
            return invalid;
        if (!after.isEmpty()) {
            const auto port = readPort(after.mid(1));
            if (!port)
                return invalid;
            endpoint.port = *port;
        }
        endpoint.host = literal.toString();
        v6 = true;
    } else if (isIpv6(rest)) {
        endpoint.host = rest.toString();
        v6 = true;
    } else {
        const qsizetype colon = rest.indexOf(u':');
        if (colon >= 0) {
            const auto port = readPort(rest.mid(colon + 1));
            if (!port)
                return invalid;
            endpoint.port = *port;
            rest = rest.first(colon);
        }
        if (!isName(rest))
            return invalid;
        endpoint.host = rest.toString();
    }
    QHostAddress literal;
    const bool v4 = !v6 && literal.setAddress(endpoint.host) && literal.protocol() == QAbstractSocket::IPv4Protocol;
    if (v4 && wantsV6)
        return invalid;
    if (v6 && endpoint.transport == Transport::Udp)
        endpoint.transport = Transport::Udp6;
    return endpoint;
}

QString Endpoint::toString() const {
    QString text;
    if (transportGiven) {
        switch (transport) {
        case Transport::Udp: text = u"udp:"_s; break;
        case Transport::Udp6: text = u"udp6:"_s; break;
        case Transport::Tcp: text = u"tcp:"_s; break;
        }
    }
    const bool withPort = port != 161;
    if (host.contains(u':') && (withPort || transportGiven))
        text += u'[' + host + u']';
    else
        text += host;
    if (withPort)
        text += u':' + QString::number(port);
    return text;
}

} // namespace walkabout
