// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/receivedrops_p.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace walkabout {

/// A UDP port that many peers send to: reads many datagrams a call and counts what the system dropped. Owned by a
/// Listener.
class DatagramPort final : public QObject {
    Q_OBJECT

public:
    explicit DatagramPort(QObject *parent = nullptr);
    ~DatagramPort() override;

    [[nodiscard]] std::optional<Failure> bind(const QHostAddress &address, quint16 port);
    [[nodiscard]] QHostAddress address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }
    void send(const QByteArray &bytes, const QHostAddress &address, quint16 port);
    /// Datagrams that found the receive buffer full, until now: asks the system.
    [[nodiscard]] quint64 dropped();
    /// What the system gave of what was asked for, in bytes.
    [[nodiscard]] qsizetype receiveBuffer() const;

signals:
    /// From the event loop; the port may be deleted by who hears it.
    void received(const QByteArray &bytes, const QHostAddress &address, quint16 port);

private:
    class Batch;

    void read();
    void enlargeBuffer() const;

    int m_descriptor = -1;
    bool m_dual = false; // one socket for both families
    QHostAddress m_address;
    quint16 m_port = 0;
    ReceiveDrops m_drops;
    std::unique_ptr<Batch> m_batch;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace walkabout
