// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/framing.h"

#include "core/snmp/berhead_p.h"

namespace walkabout::framing {

std::variant<qsizetype, Incomplete, NotAMessage> messageSize(QByteArrayView stream) {
    constexpr quint8 Sequence = 0x30;
    if (stream.isEmpty())
        return Incomplete{};
    if (quint8(stream[0]) != Sequence)
        return NotAMessage{};
    const auto read = BerHead::read(stream);
    if (const auto *head = std::get_if<BerHead>(&read))
        return head->size + head->length;
    if (std::get<BerHead::Fault>(read) == BerHead::Fault::Incomplete)
        return Incomplete{};
    return NotAMessage{};
}

} // namespace walkabout::framing
