// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/floodingagent.h"

#include <QNetworkDatagram>

namespace walkabout::test {

using namespace Qt::StringLiterals;

FloodingAgent::FloodingAgent(Engine &engine, QList<int> before)
    : agent(engine)
    , m_before(std::move(before)) {
    m_front.bind(QHostAddress::LocalHost, 0);
    m_back.bind(QHostAddress::LocalHost, 0);
    connect(&m_front, &QUdpSocket::readyRead, this, [this] {
        while (m_front.hasPendingDatagrams()) {
            const QNetworkDatagram question = m_front.receiveDatagram();
            m_peer = question.senderAddress();
            m_peerPort = quint16(question.senderPort());
            m_back.writeDatagram(question.data(), QHostAddress::LocalHost, agent.endpoint().port);
        }
    });
    connect(&m_back, &QUdpSocket::readyRead, this, [this] {
        while (m_back.hasPendingDatagrams())
            answer(m_back.receiveDatagram().data());
    });
}

Endpoint FloodingAgent::endpoint() const {
    return {Endpoint::Transport::Udp, true, u"127.0.0.1"_s, m_front.localPort()};
}

void FloodingAgent::answer(const QByteArray &bytes) {
    const bool floods = m_before.contains(m_answers++);
    if (floods && flooding)
        flooding(true);
    for (int i = 0; floods && i < Flood; ++i)
        send("no message");
    send(bytes);
    if (floods && flooding)
        flooding(false);
}

void FloodingAgent::send(const QByteArray &bytes) {
    ++sent;
    m_front.writeDatagram(bytes, m_peer, m_peerPort);
}

} // namespace walkabout::test
