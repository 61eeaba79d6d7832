// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/receivedrops_p.h"

#include <cstring>
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
        m_total += quint32(count - quint32(m_total)); // its count has 32 bits
    }
}

} // namespace walkabout
