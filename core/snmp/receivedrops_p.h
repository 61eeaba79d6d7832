// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct msghdr;

namespace walkabout {

/// How many datagrams the system dropped at one socket, because its receive buffer was full. It tells along with the
/// next datagram that found room (socket(7), SO_RXQ_OVFL), and when asked (SO_MEMINFO, sock_diag(7)).
class ReceiveDrops final {
public:
    /// Octets that a received message's control data takes.
    static constexpr size_t Room = 64;

    /// Has the system count for this descriptor.
    static void count(int descriptor);
    /// What came with this datagram.
    void heed(msghdr &header);
    /// What the system knows now: the end of a burst has no datagram behind it that could tell. One system call.
    void ask(int descriptor);
    /// Since the socket was made.
    [[nodiscard]] quint64 total() const { return m_total; }

private:
    void raiseTo(quint32 count);

    quint64 m_total = 0;
};

} // namespace walkabout
