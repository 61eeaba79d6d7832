// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeagent.h"

namespace walkabout::test {

/// Stands before an agent, and sends thousands of datagrams at once before some of its answers. A session of the same
/// thread reads nothing meanwhile, so that most of them, and the answer, find its receive buffer full.
class FloodingAgent final : public QObject {
public:
    static constexpr int Flood = 3000; // datagrams; a usual receive buffer holds some hundreds

    /// before: the how many-th answers come behind a flood, the first is 0.
    FloodingAgent(Engine &engine, QList<int> before);

    [[nodiscard]] Endpoint endpoint() const;
    FakeAgent agent;
    std::function<void(bool begins)> flooding; // told where it is set
    qint64 sent = 0; // datagrams

private:
    void answer(const QByteArray &bytes);
    void send(const QByteArray &bytes);

    QList<int> m_before;
    int m_answers = 0;
    QUdpSocket m_front;
    QUdpSocket m_back;
    QHostAddress m_peer;
    quint16 m_peerPort = 0;
};

} // namespace walkabout::test
