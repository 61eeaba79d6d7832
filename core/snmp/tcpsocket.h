// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/socket.h"

#include <QHostAddress>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace walkabout {

class PosixSocket;

/// TCP (RFC 3430): connects without blocking, cuts the stream into messages by their BER length; one over 1 MiB ends
/// the connection.
class TcpSocket final : public Socket {
    Q_OBJECT

public:
    static constexpr qsizetype LargestMessage = qsizetype{1024} * 1024;

    TcpSocket(const QHostAddress &address, quint16 port, QString name, QObject *parent = nullptr);
    ~TcpSocket() override;

    void open() override;
    Sent send(QByteArrayView message) override;
    bool drain() override;
    [[nodiscard]] SocketPath path() const override { return m_path; }
    bool isStream() const override { return true; }

private:
    void writable();
    void cut();
    void fail(const Failure &failure);

    QHostAddress m_address;
    quint16 m_port;
    QString m_name; // of the peer, for failures
    std::unique_ptr<PosixSocket> m_socket;
    SocketPath m_path;
    std::unique_ptr<QSocketNotifier> m_reading;
    std::unique_ptr<QSocketNotifier> m_writing;
    bool m_connected = false;
    bool m_dead = false;
    QByteArray m_in; // the beginning of a message whose rest is on its way
    QByteArray m_out; // what the system had no room for yet
};

} // namespace walkabout
