// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/agentdata.h"
#include "core/snmp/credential.h"
#include "core/snmp/listener.h"

#include <QObject>

#include <memory>

namespace walkabout {

/// A simulated agent in this event loop: answers GET, GETNEXT, GETBULK and SET from AgentData, over UDP and TCP, for v1
/// and v2c by community and, in a process of its own, for SNMPv3 users (RFC 3416 4.2, RFC 3584 for v1). Owned by
/// whoever opened it.
class Responder final : public QObject {
    Q_OBJECT

public:
    struct Access {
        Secret readCommunity;
        Secret writeCommunity; // empty: v1 and v2c cannot write
        QList<Credential> users; // SNMPv3; they read and write
    };

    Responder(Engine &engine, std::unique_ptr<AgentData> data, Access access, QObject *parent = nullptr);
    ~Responder() override;

    /// Binds a UDP port and, where it is free, the same TCP port; port 0 asks for a free one.
    [[nodiscard]] std::optional<Failure> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] AgentData &data() { return *m_data; }

private:
    enum class Right { Read, Write };
    /// nullopt: none; who asks gets no answer.
    [[nodiscard]] std::optional<Right> rightOf(const Message &message) const;
    void answer(Listener &listener, const Arrival &arrival);

    std::unique_ptr<AgentData> m_data;
    Access m_access;
    std::unique_ptr<Listener> m_udp;
    std::unique_ptr<Listener> m_tcp;
};

} // namespace walkabout
