// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/endpoint.h"

#include <QObject>
#include <QUdpSocket>

#include <chrono>
#include <random>

namespace walkabout::test {

/// A bad network between one manager and an agent on loopback: loses, delays, repeats and so reorders datagrams, both
/// ways, the same way in each run.
class Relay final : public QObject {
public:
    struct Script {
        int loss = 0; // percent, of each way
        int repeated = 0; // percent
        std::chrono::milliseconds least{0}; // delay, of each way
        std::chrono::milliseconds most{0};
        bool onlyAnswers = false; // are delayed and repeated: a slow agent on a good network
    };
    Relay(const Endpoint &agent, Script script);

    [[nodiscard]] Endpoint endpoint() const;
    int carried = 0;
    int lost = 0;

private:
    void carry(const QByteArray &bytes, QUdpSocket &from, const QHostAddress &to, quint16 port);
    [[nodiscard]] bool happens(int percent);

    Script m_script;
    QUdpSocket m_front;
    QUdpSocket m_back;
    QHostAddress m_peer;
    quint16 m_peerPort = 0;
    std::minstd_rand m_random{4711};
};

} // namespace walkabout::test
