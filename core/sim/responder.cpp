// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/responder.h"

#include "core/base/log.h"
#include "core/sim/answerer.h"

namespace walkabout {

namespace {

constexpr qsizetype UdpRoom = 65'507;
constexpr qsizetype TcpRoom = 1'048'576; // the most that a listener frames

} // namespace

Responder::Responder(Engine &engine, std::unique_ptr<AgentData> data, Access access, QObject *parent)
    : QObject(parent)
    , m_data(std::move(data))
    , m_access(std::move(access))
    , m_udp(std::make_unique<Listener>(engine))
    , m_tcp(std::make_unique<Listener>(engine)) {
    for (Listener *listener : {m_udp.get(), m_tcp.get()}) {
        listener->setUsers(m_access.users);
        connect(listener, &Listener::arrived, this,
            [this, listener](const Arrival &arrival) { answer(*listener, arrival); });
    }
}

Responder::~Responder() = default;

std::optional<Failure> Responder::listen(const QHostAddress &address, quint16 port) {
    if (auto failure = m_udp->listen(Peer::Transport::Udp, address, port))
        return failure;
    // TCP is an extra: its port may be taken by another program.
    if (const auto failure = m_tcp->listen(Peer::Transport::Tcp, address, m_udp->port()))
        qCInfo(lcSim) << "no TCP beside UDP:" << failure->logText();
    return std::nullopt;
}

QHostAddress Responder::address() const { return m_udp->address(); }

quint16 Responder::port() const { return m_udp->port(); }

std::optional<Responder::Right> Responder::rightOf(const Message &message) const {
    if (message.version == Version::V3) // the listener let only our users through
        return Right::Write;
    if (!m_access.writeCommunity.isEmpty() && message.community == m_access.writeCommunity)
        return Right::Write;
    if (!m_access.readCommunity.isEmpty() && message.community == m_access.readCommunity)
        return Right::Read;
    return std::nullopt;
}

void Responder::answer(Listener &listener, const Arrival &arrival) {
    if (!arrival.message.ok()) {
        qCDebug(lcSim) << "passed over:" << arrival.message.failure().logText();
        return;
    }
    const Message &request = *arrival.message;
    const auto right = rightOf(request);
    if (!right)
        return; // RFC 3584 5.2.1: silence
    Answerer answerer(*m_data, request, arrival.peer.transport == Peer::Transport::Tcp ? TcpRoom : UdpRoom);
    if (request.pdu == Pdu::GetBulk && request.version == Version::V1)
        return; // no such PDU in v1
    switch (request.pdu) {
    case Pdu::Get: return listener.answer(arrival, answerer.get());
    case Pdu::GetNext: return listener.answer(arrival, answerer.next());
    case Pdu::GetBulk: return listener.answer(arrival, answerer.bulk());
    case Pdu::Set: return listener.answer(arrival, answerer.set(right == Right::Write));
    default: return;
    }
}

} // namespace walkabout
