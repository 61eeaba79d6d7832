// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/receivedrops_p.h"

#include <array>
#include <cstring>
#include <linux/sock_diag.h>
#include <sys/socket.h>

namespace walkabout {

void ReceiveDrops::count(int descriptor) {
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_RXQ_OVFL, &on, sizeof(on));
}

void ReceiveDrops::heed(msghdr &header) {
    for (cmsghdr *control = CMSG_FIRSTHDR(&header); control; control = CMSG_NXTHDR(&header, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SO_RXQ_OVFL)
            continue;
        quint32 count = 0;
        std::memcpy(&count, CMSG_DATA(control), sizeof(count));
        raiseTo(count);
    }
}

void ReceiveDrops::ask(int descriptor) {
    std::array<quint32, SK_MEMINFO_VARS> figures{};
    socklen_t size = sizeof(figures);
    const bool told = ::getsockopt(descriptor, SOL_SOCKET, SO_MEMINFO, figures.data(), &size) == 0;
    if (told && size > SK_MEMINFO_DROPS * sizeof(quint32)) // an older system ends before it
        raiseTo(figures[SK_MEMINFO_DROPS]);
}

void ReceiveDrops::raiseTo(quint32 count) {
    const auto more = qint32(count - quint32(m_total)); // the system's count has 32 bits
    if (more > 0) // a datagram that waited since before it was asked knows of fewer
        m_total += quint64(more);
}

} // namespace walkabout
