// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/snmp/receivedrops_p.h"
#include "core/snmp/socket.h"

#include <QByteArrayView>
#include <QHostAddress>
#include <QString>

#include <chrono>
#include <span>

namespace walkabout {

/// A socket of the system, closed on destruction: the one place of the manager's side that calls POSIX. Non-blocking
/// throughout.
class PosixSocket final {
public:
    enum class Kind { Datagram, Stream };
    enum class State { Done, WouldBlock, Refused, Unreachable, Closed, TooLarge, Failed };
    struct Read {
        State state = State::Done;
        qsizetype size = 0;
        int error = 0; // an errno

        /// What it means that it came from `peer`, as a person named it.
        [[nodiscard]] Failure failure(const QString &peer) const;
    };

    /// How long one visit of the event loop may read.
    static constexpr std::chrono::milliseconds Slice{4};

    PosixSocket() = default;
    ~PosixSocket();
    PosixSocket(const PosixSocket &) = delete;
    PosixSocket &operator=(const PosixSocket &) = delete;

    /// Makes the socket and begins to connect. WouldBlock: a stream still connects, see connected(). error is an errno.
    [[nodiscard]] Read connectTo(Kind kind, const QHostAddress &address, quint16 port);
    /// How a connect ended, once the socket is writable.
    [[nodiscard]] Read connected() const;
    /// From the address that the system chose for it, to this peer.
    [[nodiscard]] SocketPath path(const QHostAddress &peer, quint16 peerPort) const;
    [[nodiscard]] Read read(std::span<char> buffer);
    [[nodiscard]] Read write(QByteArrayView bytes) const;
    /// Datagrams that found the receive buffer full, as far as the system has told: it tells with what is read next.
    [[nodiscard]] quint64 dropped() const { return m_drops.total(); }
    void close();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] static QString words(int error);

private:
    int m_descriptor = -1;
    ReceiveDrops m_drops;
};

} // namespace walkabout
