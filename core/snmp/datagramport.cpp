// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/datagramport_p.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/snmp/systemaddress_p.h"

#include <QPointer>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace walkabout {

using namespace std::chrono_literals;

namespace {

constexpr int ReceiveBuffer = 8 * 1024 * 1024; // the system gives what its own limit allows
constexpr size_t Datagrams = 32; // a read
constexpr size_t RoomForOne = 65536;
constexpr auto Turn = 4ms; // then the event loop has its turn; what is left comes with the next one

QString words(int error) { return QString::fromStdString(std::system_category().message(error)); }

} // namespace

/// The memory that recvmmsg fills.
class DatagramPort::Batch final {
public:
    Batch()
        : m_bytes(Datagrams * RoomForOne) {
        for (size_t i = 0; i < Datagrams; ++i) {
            m_parts[i] = {m_bytes.data() + i * RoomForOne, RoomForOne};
            m_headers[i].msg_hdr.msg_iov = &m_parts[i];
            m_headers[i].msg_hdr.msg_iovlen = 1;
        }
    }

    /// How many came; -1: none, errno says why.
    int receive(int descriptor) {
        for (size_t i = 0; i < Datagrams; ++i) {
            msghdr &header = m_headers[i].msg_hdr;
            header.msg_name = m_peers[i].get();
            header.msg_namelen = sizeof(m_peers[i].storage);
            header.msg_control = m_control[i].data();
            header.msg_controllen = m_control[i].size();
        }
        return recvmmsg(descriptor, m_headers.data(), Datagrams, MSG_DONTWAIT, nullptr);
    }
    [[nodiscard]] QByteArray bytes(size_t i) const {
        return {m_bytes.data() + i * RoomForOne, qsizetype(m_headers[i].msg_len)};
    }
    [[nodiscard]] const SystemAddress &peer(size_t i) const { return m_peers[i]; }
    [[nodiscard]] msghdr &header(size_t i) { return m_headers[i].msg_hdr; }

private:
    std::vector<char> m_bytes;
    std::array<mmsghdr, Datagrams> m_headers{};
    std::array<iovec, Datagrams> m_parts{};
    std::array<SystemAddress, Datagrams> m_peers{};
    alignas(cmsghdr) std::array<std::array<char, ReceiveDrops::Room>, Datagrams> m_control{};
};

DatagramPort::DatagramPort(QObject *parent)
    : QObject(parent) {}

DatagramPort::~DatagramPort() {
    m_notifier.reset(); // before the descriptor it watches
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::optional<Failure> DatagramPort::bind(const QHostAddress &address, quint16 port) {
    const auto failed = [&](int error) {
        return Failure(
            Failure::Kind::Network, {QStringLiteral("%1 UDP %2").arg(address.toString()).arg(port), words(error)});
    };
    m_dual = address.protocol() == QAbstractSocket::AnyIPProtocol;
    const bool v6 = m_dual || address.protocol() == QAbstractSocket::IPv6Protocol;
    m_descriptor = ::socket(v6 ? AF_INET6 : AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        return failed(errno);
    if (v6) {
        const int only = m_dual ? 0 : 1;
        ::setsockopt(m_descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &only, sizeof(only));
    }
    enlargeBuffer();
    ReceiveDrops::count(m_descriptor);
    SystemAddress local(m_dual ? QHostAddress(QHostAddress::AnyIPv6) : address, port);
    if (::bind(m_descriptor, local.get(), local.size) < 0)
        return failed(errno);
    local.size = sizeof(local.storage);
    if (::getsockname(m_descriptor, local.get(), &local.size) < 0)
        return failed(errno);
    m_address = address;
    m_port = local.port();
    m_batch = std::make_unique<Batch>();
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DatagramPort::read);
    return {};
}

void DatagramPort::enlargeBuffer() const {
    const int size = ReceiveBuffer;
    if (::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &size, sizeof(size)) < 0) // a right that root has
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
}

qsizetype DatagramPort::receiveBuffer() const {
    int size = 0;
    socklen_t length = sizeof(size);
    ::getsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &size, &length);
    return size;
}

quint64 DatagramPort::dropped() {
    m_drops.ask(m_descriptor);
    return m_drops.total();
}

void DatagramPort::read() {
    const QPointer<DatagramPort> alive(this);
    const auto end = Monotonic::now() + Turn;
    int count = 0;
    do {
        count = m_batch->receive(m_descriptor);
        for (size_t i = 0; alive && count > 0 && i < size_t(count); ++i) {
            m_drops.heed(m_batch->header(i));
            const SystemAddress &peer = m_batch->peer(i);
            emit received(m_batch->bytes(i), peer.address(), peer.port());
        }
        if (!alive)
            return;
    } while (count == int(Datagrams) && Monotonic::now() < end);
}

void DatagramPort::send(const QByteArray &bytes, const QHostAddress &address, quint16 port) {
    const SystemAddress to(address, port, m_dual);
    if (::sendto(m_descriptor, bytes.constData(), size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL, to.get(), to.size)
        < 0)
        qCInfo(lcSnmp) << "an answer could not be sent:" << address << port << words(errno);
}

} // namespace walkabout
