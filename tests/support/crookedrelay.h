// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/endpoint.h"

#include <QNetworkDatagram>
#include <QUdpSocket>

namespace walkabout::test {

/// Between the one who asks and an agent: answers from elsewhere, or loses what is large.
class CrookedRelay final : public QObject {
public:
    enum class Habit { OtherAddress, OtherPort, LosesLarge };

    CrookedRelay(Habit habit, quint16 agent)
        : m_habit(habit) {
        m_front.bind(QHostAddress::LocalHost, 0);
        m_other.bind(habit == Habit::OtherAddress ? QHostAddress(QStringLiteral("127.0.0.2"))
                                                  : QHostAddress(QHostAddress::LocalHost),
            habit == Habit::OtherAddress ? m_front.localPort() : 0);
        m_back.bind(QHostAddress::LocalHost, 0);
        connect(&m_front, &QUdpSocket::readyRead, this, [this, agent] {
            while (m_front.hasPendingDatagrams()) {
                const QNetworkDatagram came = m_front.receiveDatagram();
                m_peer = came.senderAddress();
                m_peerPort = quint16(came.senderPort());
                m_back.writeDatagram(came.data(), QHostAddress(QHostAddress::LocalHost), agent);
            }
        });
        connect(&m_back, &QUdpSocket::readyRead, this, [this] {
            while (m_back.hasPendingDatagrams())
                answer(m_back.receiveDatagram().data());
        });
    }
    [[nodiscard]] Endpoint endpoint() const {
        return *Endpoint::parse(QStringLiteral("udp:127.0.0.1:%1").arg(m_front.localPort()));
    }
    [[nodiscard]] quint16 port() const { return m_front.localPort(); }

private:
    void answer(const QByteArray &bytes) {
        if (m_habit == Habit::LosesLarge && bytes.size() > 1472)
            return;
        QUdpSocket &from = m_habit == Habit::LosesLarge ? m_front : m_other;
        from.writeDatagram(bytes, m_peer, m_peerPort);
    }

    Habit m_habit;
    QUdpSocket m_front;
    QUdpSocket m_other;
    QUdpSocket m_back;
    QHostAddress m_peer;
    quint16 m_peerPort = 0;
};

} // namespace walkabout::test
