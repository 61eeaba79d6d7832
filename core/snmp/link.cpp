// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/addressorder_p.h"
#include "core/snmp/link_p.h"
#include "core/snmp/tcpsocket.h"
#include "core/snmp/udpsocket.h"

namespace walkabout {

Link::Link(Endpoint endpoint)
    : m_endpoint(std::move(endpoint)) {}

Link::Link(Endpoint endpoint, std::unique_ptr<Socket> socket)
    : m_endpoint(std::move(endpoint))
    , m_given(true) {
    adopt(std::move(socket));
}

Link::~Link() {
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void Link::open() {
    if (m_state != State::Idle)
        return;
    if (m_given) {
        m_state = State::Opening;
        m_socket->open();
        return;
    }
    m_addresses.clear();
    m_next = 0;
    const QHostAddress literal(m_endpoint.host);
    if (!literal.isNull()) {
        m_addresses = {literal};
        openSocket();
        return;
    }
    m_state = State::Resolving;
    m_lookup = QHostInfo::lookupHost(m_endpoint.host, this, [this](const QHostInfo &info) { found(info); });
}

void Link::found(const QHostInfo &info) {
    m_lookup = -1;
    m_addresses = inAskingOrder(info.addresses(), m_endpoint);
    if (m_addresses.isEmpty()) {
        qCInfo(lcSnmp) << "no address for" << m_endpoint.host << info.errorString();
        m_state = State::Idle;
        emit failed(Failure(Failure::Kind::UnknownHost, {m_endpoint.host}));
        return;
    }
    openSocket();
}

bool Link::openNext() {
    if (m_state != State::Open || m_next >= m_addresses.size())
        return false;
    drop();
    openSocket();
    return true;
}

void Link::openSocket() {
    const QHostAddress address = m_addresses.at(m_next++);
    qCDebug(lcSnmp) << "opening" << name() << "at" << address;
    m_state = State::Opening;
    if (isStream())
        adopt(std::make_unique<TcpSocket>(address, m_endpoint.port, name()));
    else
        adopt(std::make_unique<UdpSocket>(address, m_endpoint.port, name()));
    m_socket->open();
}

void Link::adopt(std::unique_ptr<Socket> socket) {
    m_socket = std::move(socket);
    connect(m_socket.get(), &Socket::opened, this, [this] {
        m_state = State::Open;
        emit opened();
    });
    connect(m_socket.get(), &Socket::received, this, &Link::received);
    connect(m_socket.get(), &Socket::overrun, this, &Link::overrun);
    connect(m_socket.get(), &Socket::refused, this, &Link::refused);
    connect(m_socket.get(), &Socket::failed, this, &Link::lost);
}

void Link::lost(const Failure &failure) {
    qCInfo(lcSnmp) << "lost" << name() << failure.logText();
    const bool wasOpening = m_state == State::Opening;
    if (!m_given)
        drop();
    m_state = State::Idle;
    if (wasOpening && m_next < m_addresses.size()) {
        openSocket();
        return;
    }
    emit failed(failure);
}

void Link::drop() {
    if (!m_socket)
        return;
    disconnect(m_socket.get(), nullptr, this, nullptr);
    m_socket.release()->deleteLater(); // it may be the one that is calling
    m_state = State::Idle;
}

Socket::Sent Link::send(QByteArrayView message) {
    return m_state == State::Open ? m_socket->send(message) : Socket::Sent::Failed;
}

bool Link::drain() { return m_state != State::Open || m_socket->drain(); }

} // namespace walkabout
