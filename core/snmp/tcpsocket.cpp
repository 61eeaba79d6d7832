// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tcpsocket.h"

#include "core/snmp/framing.h"
#include "core/snmp/posixsocket_p.h"

#include <QSocketNotifier>

#include <array>
#include <chrono>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t ReadAtOnce = 65'536;

} // namespace

TcpSocket::TcpSocket(const QHostAddress &address, quint16 port, QString name, QObject *parent)
    : Socket(parent)
    , m_address(address)
    , m_port(port)
    , m_name(std::move(name))
    , m_socket(std::make_unique<PosixSocket>()) {}

TcpSocket::~TcpSocket() = default;

void TcpSocket::open() {
    const auto connecting = m_socket->connectTo(PosixSocket::Kind::Stream, m_address, m_port);
    if (connecting.state != PosixSocket::State::Done && connecting.state != PosixSocket::State::WouldBlock) {
        fail(connecting.failure(m_name));
        return;
    }
    m_reading = std::make_unique<QSocketNotifier>(m_socket->descriptor(), QSocketNotifier::Read);
    m_reading->setEnabled(false);
    connect(m_reading.get(), &QSocketNotifier::activated, this, [this] { drain(); });
    m_writing = std::make_unique<QSocketNotifier>(m_socket->descriptor(), QSocketNotifier::Write);
    connect(m_writing.get(), &QSocketNotifier::activated, this, &TcpSocket::writable);
}

void TcpSocket::writable() {
    if (m_dead)
        return;
    if (!m_connected) {
        const auto connected = m_socket->connected();
        if (connected.state != PosixSocket::State::Done) {
            fail(connected.failure(m_name));
            return;
        }
        m_connected = true;
        m_path = m_socket->path(m_address, m_port);
        m_path.isStream = true;
        m_writing->setEnabled(false);
        m_reading->setEnabled(true);
        emit opened();
        return;
    }
    m_writing->setEnabled(false);
    const QByteArray rest = std::exchange(m_out, {});
    send(rest);
}

Socket::Sent TcpSocket::send(QByteArrayView message) {
    if (m_dead)
        return Sent::Failed;
    if (m_out.isEmpty()) {
        const auto written = m_socket->write(message);
        if (written.state == PosixSocket::State::Done) {
            message = message.sliced(written.size);
        } else if (written.state != PosixSocket::State::WouldBlock) {
            fail(written.failure(m_name));
            return Sent::Failed;
        }
    }
    if (!message.isEmpty()) {
        m_out.append(message);
        m_writing->setEnabled(true);
    }
    return Sent::Out;
}

bool TcpSocket::drain() {
    if (m_dead || !m_connected)
        return true;
    static thread_local std::array<char, ReadAtOnce> buffer;
    const auto until = std::chrono::steady_clock::now() + PosixSocket::Slice;
    while (!m_dead) {
        const auto read = m_socket->read(buffer);
        if (read.state == PosixSocket::State::WouldBlock)
            return true;
        if (read.state != PosixSocket::State::Done) {
            fail(read.failure(m_name));
            return true;
        }
        if (read.size == 0) {
            fail(Failure(Failure::Kind::Closed, {m_name}));
            return true;
        }
        m_in.append(buffer.data(), read.size);
        cut();
        if (std::chrono::steady_clock::now() > until)
            return false;
    }
    return true;
}

void TcpSocket::cut() {
    qsizetype at = 0;
    while (!m_dead && at < m_in.size()) {
        const auto head = framing::messageSize(QByteArrayView(m_in).sliced(at));
        if (std::holds_alternative<framing::Incomplete>(head))
            break;
        const auto *size = std::get_if<qsizetype>(&head);
        if (!size)
            return fail(Failure(Failure::Kind::Malformed, {m_name, u"the stream holds no SNMP message"_s}));
        if (*size > LargestMessage)
            return fail(
                Failure(Failure::Kind::Malformed, {m_name, u"a message of %1 octets, over 1 MiB"_s.arg(*size)}));
        if (m_in.size() - at < *size)
            break;
        emit received(QByteArrayView(m_in).sliced(at, *size));
        at += *size;
    }
    m_in.remove(0, at);
}

void TcpSocket::fail(const Failure &failure) {
    if (m_dead)
        return;
    m_dead = true;
    if (m_reading) // one of the two may be calling: they are only silenced
        m_reading->setEnabled(false);
    if (m_writing)
        m_writing->setEnabled(false);
    m_socket->close();
    emit failed(failure);
}

} // namespace walkabout
