// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tornanswer_p.h"

#include "core/snmp/berhead_p.h"

#include <utility>

namespace walkabout {

namespace {

struct Element {
    quint8 tag = 0;
    QByteArrayView contents; // as much as there is
};

std::optional<Element> take(QByteArrayView &rest) {
    const auto read = BerHead::read(rest);
    const auto *head = std::get_if<BerHead>(&read);
    if (!head)
        return std::nullopt;
    const qsizetype size = std::min(head->length, rest.size() - head->size);
    const Element element{head->tag, rest.sliced(head->size, size)};
    rest = rest.sliced(head->size + size);
    return element;
}

std::optional<qint32> integer(QByteArrayView &rest) {
    constexpr quint8 Integer = 0x02;
    const auto element = take(rest);
    if (!element || element->tag != Integer || element->contents.isEmpty() || element->contents.size() > 4)
        return std::nullopt;
    qint32 number = element->contents[0] < 0 ? -1 : 0;
    for (const char octet : element->contents)
        number = qint32(quint32(number) << 8 | quint8(octet));
    return number;
}

} // namespace

std::optional<qint32> idOfTornAnswer(QByteArrayView bytes) {
    constexpr quint8 Sequence = 0x30;
    constexpr quint8 Response = 0xa2;
    constexpr qint32 V3 = 3;
    const auto message = take(bytes);
    if (!message || message->tag != Sequence)
        return std::nullopt;
    QByteArrayView rest = message->contents;
    const auto version = integer(rest);
    const auto second = take(rest); // the community, or the header of v3
    if (!version || !second)
        return std::nullopt;
    if (*version == V3) {
        QByteArrayView header = second->contents;
        return integer(header);
    }
    const auto pdu = take(rest);
    if (!pdu || pdu->tag != Response)
        return std::nullopt;
    QByteArrayView inside = pdu->contents;
    return integer(inside);
}

} // namespace walkabout
