// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/endpoint.h"
#include "core/snmp/socket.h"

#include <QHostAddress>
#include <QHostInfo>

#include <memory>

namespace walkabout {

/// A session's way to its peer: looks the name up, opens a socket to the first address that works, opens it anew after
/// it failed. A bare name tries its IPv4 addresses, then its IPv6 ones. Its signals are for the session.
class Link final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Resolving, Opening, Open };

    explicit Link(Endpoint endpoint);
    /// Over a socket that the caller made.
    Link(Endpoint endpoint, std::unique_ptr<Socket> socket);
    ~Link() override;

    void open();
    /// Gives this address up for the name's next one, if it has one: says whether.
    bool openNext();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isStream() const { return m_endpoint.transport == Endpoint::Transport::Tcp; }
    [[nodiscard]] QString name() const { return m_endpoint.toString(); }

    [[nodiscard]] SocketPath path() const { return m_socket ? m_socket->path() : SocketPath(); }

    Socket::Sent send(QByteArrayView message);
    bool drain();

signals:
    void opened();
    void received(QByteArrayView message);
    void overrun(qint64 datagrams);
    void refused(const walkabout::Failure &failure);
    void failed(const walkabout::Failure &failure);

private:
    void found(const QHostInfo &info);
    void openSocket();
    void adopt(std::unique_ptr<Socket> socket);
    void lost(const Failure &failure);
    void drop();

    Endpoint m_endpoint;
    bool m_given = false; // the socket came from outside: it cannot be made anew
    State m_state = State::Idle;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    qsizetype m_next = 0;
    std::unique_ptr<Socket> m_socket;
};

} // namespace walkabout
