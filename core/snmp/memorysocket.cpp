// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/memorysocket.h"

namespace walkabout {

std::pair<std::unique_ptr<MemorySocket>, std::unique_ptr<MemorySocket>> MemorySocket::pair() {
    std::unique_ptr<MemorySocket> one(new MemorySocket);
    std::unique_ptr<MemorySocket> two(new MemorySocket);
    one->m_other = two.get();
    two->m_other = one.get();
    return {std::move(one), std::move(two)};
}

void MemorySocket::open() { emit opened(); }

Socket::Sent MemorySocket::send(QByteArrayView message) {
    if (m_other)
        m_other->arrive(message.toByteArray());
    return Sent::Out; // like a datagram, a message to no one is lost without a word
}

void MemorySocket::arrive(QByteArray message) {
    m_arrived.push_back(std::move(message));
    QMetaObject::invokeMethod(
        this, [this] { drain(); }, Qt::QueuedConnection);
}

bool MemorySocket::drain() {
    while (!m_arrived.empty()) {
        const QByteArray message = std::move(m_arrived.front());
        m_arrived.pop_front();
        emit received(message);
    }
    return true;
}

} // namespace walkabout
