// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/posixsocket_p.h"

#include "core/snmp/systemaddress_p.h"

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace walkabout {

namespace {

PosixSocket::Read readingOf(int error) {
    using State = PosixSocket::State;
    switch (error) {
    case EAGAIN:
    case EINPROGRESS: return {State::WouldBlock, 0, error};
    case ECONNREFUSED: return {State::Refused, 0, error};
    case EHOSTUNREACH:
    case ENETUNREACH:
    case EHOSTDOWN:
    case ENETDOWN:
    case ETIMEDOUT:
    case EADDRNOTAVAIL:
    case EACCES:
    case EPERM: return {State::Unreachable, 0, error}; // the last two: a firewall on this machine
    case ECONNRESET:
    case EPIPE: return {State::Closed, 0, error};
    case EMSGSIZE: return {State::TooLarge, 0, error};
    default: return {State::Failed, 0, error};
    }
}

} // namespace

Failure PosixSocket::Read::failure(const QString &peer) const {
    switch (state) {
    case State::Refused: return Failure(Failure::Kind::Refused, {peer});
    case State::Closed: return Failure(Failure::Kind::Closed, {peer});
    default: return Failure(Failure::Kind::Unreachable, {peer, words(error)});
    }
}

PosixSocket::~PosixSocket() { close(); }

void PosixSocket::close() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_drops = {};
}

PosixSocket::Read PosixSocket::connectTo(Kind kind, const QHostAddress &address, quint16 port) {
    close();
    const SystemAddress to(address, port);
    const int type = kind == Kind::Stream ? SOCK_STREAM : SOCK_DGRAM;
    m_descriptor = ::socket(to.storage.ss_family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        return {State::Failed, 0, errno};
    if (kind == Kind::Stream) {
        const int on = 1; // a request is one small write: waiting for more to send along gains nothing
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    } else {
        ReceiveDrops::count(m_descriptor);
    }
    if (::connect(m_descriptor, to.get(), to.size) == 0)
        return {};
    return readingOf(errno);
}

PosixSocket::Read PosixSocket::connected() const {
    int error = 0;
    socklen_t size = sizeof(error);
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    return error == 0 ? Read{} : readingOf(error);
}

SocketPath PosixSocket::path(const QHostAddress &peer, quint16 peerPort) const {
    SystemAddress local;
    local.size = sizeof(local.storage);
    if (::getsockname(m_descriptor, local.get(), &local.size) != 0)
        return {{}, 0, peer, peerPort};
    return {local.address(), local.port(), peer, peerPort};
}

PosixSocket::Read PosixSocket::read(std::span<char> buffer) {
    iovec part{buffer.data(), buffer.size()};
    alignas(cmsghdr) std::array<char, ReceiveDrops::Room> control{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    ssize_t size = 0;
    do {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
        size = ::recvmsg(m_descriptor, &header, MSG_DONTWAIT);
    } while (size < 0 && errno == EINTR);
    if (size < 0)
        return readingOf(errno);
    m_drops.heed(header);
    return {State::Done, size, 0};
}

PosixSocket::Read PosixSocket::write(QByteArrayView bytes) const {
    ssize_t size = 0;
    do {
        size = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (size < 0 && errno == EINTR);
    return size < 0 ? readingOf(errno) : Read{State::Done, size, 0};
}

QString PosixSocket::words(int error) { return QString::fromStdString(std::system_category().message(error)); }

} // namespace walkabout
