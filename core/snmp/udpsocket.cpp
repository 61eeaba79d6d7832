// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/udpsocket.h"

#include "core/snmp/posixsocket_p.h"

#include <QSocketNotifier>

#include <array>
#include <chrono>

namespace walkabout {

namespace {

constexpr int MostDatagrams = 64; // in one wake-up; whichever comes first
constexpr size_t RoomToRead = 65'535;

} // namespace

UdpSocket::UdpSocket(const QHostAddress &address, quint16 port, QString name, QObject *parent)
    : Socket(parent)
    , m_address(address)
    , m_port(port)
    , m_name(std::move(name))
    , m_socket(std::make_unique<PosixSocket>()) {}

UdpSocket::~UdpSocket() = default;

void UdpSocket::open() {
    const auto connected = m_socket->connectTo(PosixSocket::Kind::Datagram, m_address, m_port);
    if (connected.state != PosixSocket::State::Done) {
        emit failed(connected.failure(m_name));
        return;
    }
    m_path = m_socket->path(m_address, m_port);
    m_notifier = std::make_unique<QSocketNotifier>(m_socket->descriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { drain(); });
    emit opened();
}

Socket::Sent UdpSocket::send(QByteArrayView message) {
    auto written = m_socket->write(message);
    const bool earlier
        = written.state == PosixSocket::State::Refused || written.state == PosixSocket::State::Unreachable;
    if (earlier) // a connected socket hands out what it learned of an earlier datagram first
        written = m_socket->write(message);
    if (written.state == PosixSocket::State::Done || written.state == PosixSocket::State::WouldBlock)
        return earlier ? Sent::Again : Sent::Out; // what found no room is as good as lost on the way
    if (written.state == PosixSocket::State::TooLarge)
        return Sent::TooLarge;
    emit failed(written.failure(m_name));
    return Sent::Failed;
}

bool UdpSocket::drain() {
    static thread_local std::array<char, RoomToRead> buffer; // one for all sessions: nothing is kept in it
    const auto until = std::chrono::steady_clock::now() + PosixSocket::Slice;
    for (int i = 0; i < MostDatagrams; ++i) {
        const quint64 before = m_socket->dropped();
        const auto read = m_socket->read(buffer);
        if (m_socket->dropped() != before)
            emit overrun(qint64(m_socket->dropped() - before));
        switch (read.state) {
        case PosixSocket::State::WouldBlock: return true;
        case PosixSocket::State::Done: emit received(QByteArrayView(buffer.data(), read.size)); break;
        case PosixSocket::State::Refused:
        case PosixSocket::State::Unreachable: emit refused(read.failure(m_name)); break;
        default:
            m_notifier->setEnabled(false);
            emit failed(read.failure(m_name));
            return true;
        }
        if (std::chrono::steady_clock::now() > until)
            return false;
    }
    return false;
}

} // namespace walkabout
