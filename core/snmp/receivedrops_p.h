// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct msghdr;

namespace walkabout {

/// How many datagrams the system dropped at one socket, because its receive buffer was full (socket(7), SO_RXQ_OVFL).
/// Told along with the next datagram that found room.
class ReceiveDrops final {
public:
    /// Octets that a received message's control data takes.
    static constexpr size_t Room = 64;

    /// Has the system count for this descriptor.
    static void count(int descriptor);
    /// What came with this datagram.
    void heed(msghdr &header);
    /// Since the socket was made.
    [[nodiscard]] quint64 total() const { return m_total; }

private:
    quint64 m_total = 0;
};

} // namespace walkabout
