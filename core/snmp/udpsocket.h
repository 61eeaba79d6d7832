// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/socket.h"

#include <QHostAddress>

#include <memory>

class QSocketNotifier;

namespace walkabout {

class PosixSocket;

/// UDP over IPv4 or IPv6 (with zone), connected, so that the system tells of refusals (RFC 3417 section 2).
class UdpSocket final : public Socket {
    Q_OBJECT

public:
    UdpSocket(const QHostAddress &address, quint16 port, QString name, QObject *parent = nullptr);
    ~UdpSocket() override;

    void open() override;
    Sent send(QByteArrayView message) override;
    bool drain() override;
    [[nodiscard]] SocketPath path() const override { return m_path; }

private:
    QHostAddress m_address;
    quint16 m_port;
    QString m_name; // of the peer, for failures
    std::unique_ptr<PosixSocket> m_socket;
    SocketPath m_path;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace walkabout
