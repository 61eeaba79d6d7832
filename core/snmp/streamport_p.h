// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

#include <memory>
#include <optional>
#include <unordered_map>

class QTcpSocket;

namespace walkabout {

/// A TCP port (RFC 3430): accepts, and cuts each stream into messages by their BER length. A message over 1 MiB, or
/// bytes that are no message, end that connection. Owned by a Listener.
class StreamPort final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype LargestMessage = 1'048'576;
    static constexpr size_t MostConnections = 256;

    explicit StreamPort(QObject *parent = nullptr);
    ~StreamPort() override;

    [[nodiscard]] std::optional<Failure> bind(const QHostAddress &address, quint16 port);
    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Nothing happens where the connection has gone.
    void send(const QByteArray &bytes, quint64 connection);
    [[nodiscard]] size_t connections() const { return m_connections.size(); }

signals:
    /// From the event loop; the port may be deleted by who hears it.
    void received(const QByteArray &bytes, const QHostAddress &address, quint16 port, quint64 connection);

private:
    struct Connection;

    void accept();
    void read(quint64 id);
    void drop(quint64 id);

    QTcpServer m_server;
    std::unordered_map<quint64, std::unique_ptr<Connection>> m_connections;
    quint64 m_latest = 0;
};

} // namespace walkabout
