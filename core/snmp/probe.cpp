// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/probe_p.h"

#include <QRandomGenerator>

namespace walkabout {

Probe::Probe(
    Engine &engine, Message question, const QHostAddress &address, quint16 port, std::chrono::milliseconds wait)
    : m_to(address)
    , m_toPort(port)
    , m_version(question.version)
    , m_id(QRandomGenerator::global()->bounded(1, 0x7fff'ffff)) {
    question.requestId = question.v3.messageId = m_id;
    auto bytes = codec::encode(question, engine);
    const bool is4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    const auto unbound = m_port.bind(is4 ? QHostAddress::AnyIPv4 : QHostAddress::AnyIPv6, 0);
    if (bytes && !unbound)
        m_bytes = *std::move(bytes);
    else
        qCInfo(lcSnmp) << "no probe:" << (unbound ? unbound->logText() : bytes.failure().logText());
    connect(&m_port, &DatagramPort::received, this, &Probe::received);
    connect(&m_timer, &QTimer::timeout, this, &Probe::send);
    m_timer.setInterval(wait / Packets);
    QMetaObject::invokeMethod(this, &Probe::send, Qt::QueuedConnection);
    m_timer.start();
}

void Probe::send() {
    if (m_answer)
        return;
    if (m_sent >= Packets || m_bytes.isEmpty()) {
        m_timer.stop();
        emit finished();
        return;
    }
    ++m_sent;
    m_port.send(m_bytes, m_to, m_toPort);
}

bool Probe::isMine(const QByteArray &bytes) const {
    const auto seen = codec::peek(bytes);
    if (!seen || seen->version != m_version)
        return false;
    return m_version == Version::V3 ? seen->messageId == m_id : seen->requestId == m_id;
}

void Probe::received(const QByteArray &bytes, const QHostAddress &address, quint16 port) {
    if (m_answer || !isMine(bytes))
        return;
    m_answer = Answer{address, port};
    m_timer.stop();
    emit finished();
}

} // namespace walkabout
