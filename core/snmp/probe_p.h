// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/datagramport_p.h"
#include "core/snmp/message.h"

#include <QTimer>

namespace walkabout {

class Engine;

/// One question from a socket that is not connected: hears an answer from whatever address or port it comes. Sent twice
/// at most. Owned by a Diagnosis; ends with one finished(), from the event loop.
class Probe final : public QObject {
    Q_OBJECT

public:
    static constexpr int Packets = 2;

    /// question: of v1 or v2c; of v3 a discovery (RFC 3414 4). Its ids are made here.
    Probe(Engine &engine, Message question, const QHostAddress &address, quint16 port, std::chrono::milliseconds wait);

    struct Answer {
        QHostAddress address;
        quint16 port = 0;
    };
    [[nodiscard]] const std::optional<Answer> &answer() const { return m_answer; }
    [[nodiscard]] int sent() const { return m_sent; }

signals:
    void finished();

private:
    void send();
    void received(const QByteArray &bytes, const QHostAddress &address, quint16 port);
    [[nodiscard]] bool isMine(const QByteArray &bytes) const;

    DatagramPort m_port;
    QHostAddress m_to;
    quint16 m_toPort;
    Version m_version;
    qint32 m_id;
    QByteArray m_bytes;
    QTimer m_timer;
    int m_sent = 0;
    std::optional<Answer> m_answer;
};

} // namespace walkabout
