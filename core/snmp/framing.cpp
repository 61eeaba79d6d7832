// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/framing.h"

namespace walkabout::framing {

std::variant<qsizetype, Incomplete, NotAMessage> messageSize(QByteArrayView stream) {
    constexpr uchar Sequence = 0x30;
    constexpr uchar LongForm = 0x80;
    constexpr qsizetype MostLengthOctets = 4;

    if (stream.isEmpty())
        return Incomplete{};
    if (uchar(stream[0]) != Sequence)
        return NotAMessage{};
    if (stream.size() < 2)
        return Incomplete{};
    const auto first = uchar(stream[1]);
    if (first < LongForm)
        return qsizetype(2 + first);
    const qsizetype octets = first & ~LongForm;
    if (octets == 0 || octets > MostLengthOctets)
        return NotAMessage{};
    if (stream.size() < 2 + octets)
        return Incomplete{};
    qsizetype length = 0;
    for (qsizetype i = 0; i < octets; ++i)
        length = length << 8 | uchar(stream[2 + i]);
    return 2 + octets + length;
}

} // namespace walkabout::framing
