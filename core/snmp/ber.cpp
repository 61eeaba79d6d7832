// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ber_p.h"

#include "core/snmp/berhead_p.h"

#include <utility>

namespace walkabout {

namespace {

quint8 octet(QByteArrayView bytes, qsizetype i) { return quint8(bytes[i]); }

} // namespace

std::optional<quint8> Ber::tag() const {
    if (m_rest.isEmpty())
        return std::nullopt;
    return octet(m_rest, 0);
}

std::optional<QByteArrayView> Ber::contents(quint8 tag) {
    const QByteArrayView bytes = std::exchange(m_rest, {}); // given back where the element is whole
    const auto read = BerHead::read(bytes);
    const auto *head = std::get_if<BerHead>(&read);
    if (!head || head->tag != tag || head->length > bytes.size() - head->size)
        return std::nullopt;
    m_rest = bytes.sliced(head->size + head->length);
    return bytes.sliced(head->size, head->length);
}

std::optional<Ber> Ber::enter(quint8 tag) {
    const auto inner = contents(tag);
    if (!inner)
        return std::nullopt;
    return Ber(*inner);
}

std::optional<qint64> Ber::integer() {
    const auto bytes = contents(Integer);
    if (!bytes || bytes->isEmpty() || bytes->size() > qsizetype(sizeof(qint64)))
        return std::nullopt;
    quint64 number = (octet(*bytes, 0) & 0x80U) ? ~quint64(0) : 0;
    for (qsizetype i = 0; i < bytes->size(); ++i)
        number = (number << 8U) | octet(*bytes, i);
    return qint64(number);
}

std::optional<quint32> Ber::integerUpTo(quint32 limit) {
    const auto number = integer();
    if (!number || *number < 0 || *number > qint64(limit))
        return std::nullopt;
    return quint32(*number);
}

} // namespace walkabout
