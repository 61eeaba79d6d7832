// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/receiver.h"

#include "core/base/log.h"

#include <QPointer>

namespace walkabout {

Receiver::Receiver(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine) {
    qRegisterMetaType<Notification>();
}

Receiver::~Receiver() = default;

Result<quint16> Receiver::listen(const QHostAddress &address, quint16 port) {
    auto listener = std::make_unique<Listener>(m_engine);
    if (auto failure = listener->listen(Peer::Transport::Udp, address, port))
        return *failure;
    // Handed on from the event loop, so that any slot may close or delete this receiver.
    connect(
        listener.get(), &Listener::arrived, this,
        [this, from = QPointer<Listener>(listener.get())](const Arrival &arrival) { handOn(from, arrival); },
        Qt::QueuedConnection);
    connect(listener.get(), &Listener::traffic, this, &Receiver::traffic);
    const quint16 bound = listener->port();
    m_listeners.push_back(std::move(listener));
    return bound;
}

void Receiver::close() { m_listeners.clear(); }

void Receiver::handOn(const QPointer<Listener> &listener, const Arrival &arrival) {
    if (!listener)
        return; // closed since
    const Notification notification = Notification::from(arrival);
    if (notification.failure)
        qCInfo(lcTrap) << "from" << arrival.peer.address.toString() << "came" << notification.failure->logText();
    // Told first, then acknowledged (RFC 3416 4.2.7); the way back needs the listener, which a slot may close.
    emit received(notification);
    if (listener && notification.isInform && !notification.failure)
        acknowledge(*listener, arrival);
}

void Receiver::acknowledge(Listener &listener, const Arrival &arrival) {
    Message response;
    response.version = arrival.message->version;
    response.pdu = Pdu::Response;
    response.requestId = arrival.message->requestId;
    response.varBinds = arrival.message->varBinds;
    listener.answer(arrival, response);
}

} // namespace walkabout
