// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/credential.h"
#include "core/snmp/traffic.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace walkabout {

class Engine;

/// Where a message came from, and the way back for its answer.
struct Peer {
    enum class Transport { Udp, Tcp };
    Transport transport = Transport::Udp;
    QHostAddress address;
    quint16 port = 0;
    quint64 connection = 0; // of a TCP peer

    friend bool operator==(const Peer &, const Peer &) = default;
};

/// A message that arrived: decoded, or the reason why not; the bytes stay with it.
struct Arrival {
    UtcMicroseconds time;
    Peer peer;
    QByteArray bytes;
    Result<Message> message;
    QByteArray clear; // of a message that came encrypted: the same at noAuthNoPriv, for readPlainMessage()
};

/// The other half of SNMP: binds a UDP or UDP6 port (or accepts TCP with its own framing; a message over 1 MiB closes
/// that connection), yields decoded messages, sends answers and, for SNMPv3, the Reports that a sender needs
/// (discovery, unknown user, wrong digest ...; RFC 3414 3.2). The trap receiver and the simulated agent are built on
/// it. Lives in the event loop; the engine outlives it.
class Listener final : public QObject {
    Q_OBJECT

public:
    explicit Listener(Engine &engine, QObject *parent = nullptr);
    ~Listener() override;

    /// Binds; port 0 asks for a free one. A failure says why (port in use, no right).
    [[nodiscard]] std::optional<Failure> listen(Peer::Transport transport, const QHostAddress &address, quint16 port);
    void close();
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] quint16 port() const;
    /// Datagrams that the system dropped until now because its buffer was full.
    [[nodiscard]] quint64 dropped() const;
    /// The receive buffer that the system gave, in bytes; 0: none (TCP).
    [[nodiscard]] qsizetype receiveBuffer() const;

    /// SNMPv3 users whose messages are accepted; without any, v3 messages arrive as failures.
    void setUsers(const QList<Credential> &users);

    /// The scoped PDU of an encrypted message in clear, by these users' keys; nullopt: with none of them.
    [[nodiscard]] std::optional<QByteArray> decrypted(QByteArrayView message) const;

    /// Answers: version, ids, community, user and context are those of the message answered.
    void answer(const Arrival &to, const Message &response);

signals:
    void arrived(const walkabout::Arrival &arrival);
    /// Every message, both ways, Reports too: told from the event loop.
    void traffic(const walkabout::Traffic &traffic);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace walkabout
