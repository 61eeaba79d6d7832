// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/berhead_p.h"

namespace walkabout {

std::variant<BerHead, BerHead::Fault> BerHead::read(QByteArrayView bytes) {
    constexpr quint8 LongForm = 0x80;
    constexpr qsizetype MostLengthOctets = 4;
    if (bytes.size() < 2)
        return Fault::Incomplete;
    const auto first = quint8(bytes[1]);
    BerHead head{quint8(bytes[0]), 2, first};
    if (first < LongForm)
        return head;
    const qsizetype octets = first & ~LongForm;
    if (octets == 0 || octets > MostLengthOctets)
        return Fault::Invalid;
    if (bytes.size() < head.size + octets)
        return Fault::Incomplete;
    head.length = 0;
    for (qsizetype i = 0; i < octets; ++i)
        head.length = head.length << 8 | quint8(bytes[head.size + i]);
    head.size += octets;
    return head;
}

} // namespace walkabout
