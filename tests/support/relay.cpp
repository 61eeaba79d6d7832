// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/relay.h"

#include <QNetworkDatagram>
#include <QTimer>

namespace walkabout::test {

using namespace Qt::StringLiterals;

Relay::Relay(const Endpoint &agent, Script script)
    : m_script(script) {
    m_front.bind(QHostAddress::LocalHost, 0);
    m_back.bind(QHostAddress::LocalHost, 0);
    connect(&m_front, &QUdpSocket::readyRead, this, [this, port = agent.port] {
        while (m_front.hasPendingDatagrams()) {
            const QNetworkDatagram came = m_front.receiveDatagram();
            m_peer = came.senderAddress();
            m_peerPort = quint16(came.senderPort());
            carry(came.data(), m_back, QHostAddress(QHostAddress::LocalHost), port);
        }
    });
    connect(&m_back, &QUdpSocket::readyRead, this, [this] {
        while (m_back.hasPendingDatagrams())
            carry(m_back.receiveDatagram().data(), m_front, m_peer, m_peerPort);
    });
}

Endpoint Relay::endpoint() const { return {Endpoint::Transport::Udp, true, u"127.0.0.1"_s, m_front.localPort()}; }

bool Relay::happens(int percent) { return int(m_random() % 100) < percent; }

void Relay::carry(const QByteArray &bytes, QUdpSocket &from, const QHostAddress &to, quint16 port) {
    if (happens(m_script.loss)) {
        ++lost;
        return;
    }
    ++carried;
    if (m_script.onlyAnswers && &from == &m_back) {
        from.writeDatagram(bytes, to, port);
        return;
    }
    for (int copies = happens(m_script.repeated) ? 2 : 1; copies > 0; --copies) {
        const auto spread = m_script.most - m_script.least;
        const auto delay
            = m_script.least + std::chrono::milliseconds(spread.count() > 0 ? m_random() % spread.count() : 0);
        if (m_script.most.count() == 0)
            from.writeDatagram(bytes, to, port);
        else
            QTimer::singleShot(
                delay, Qt::PreciseTimer, this, [&from, bytes, to, port] { from.writeDatagram(bytes, to, port); });
    }
}

} // namespace walkabout::test
