// SPDX-License-Identifier: GPL-3.0-or-later
// One element after the other, whatever they stand for.
#include "core/snmp/ber_p.h"
#include "core/snmp/berhead_p.h"
#include "core/snmp/packetreader_p.h"
#include "core/snmp/packetvalue.h"

#include <algorithm>
#include <utility>

namespace walkabout {

namespace {

constexpr quint8 ConstructedBit = 0x20;

/// Of INTEGER (0..2147483647), and of those that may be negative.
bool isInRange(PacketField field, qint64 number) {
    switch (field) {
    case PacketField::MessageId:
    case PacketField::MaxSize:
    case PacketField::SecurityModel:
    case PacketField::EngineBoots:
    case PacketField::EngineTime:
    case PacketField::NonRepeaters:
    case PacketField::MaxRepetitions: return number >= 0 && number == qint32(number);
    case PacketField::Version: return true; // told by its name
    default: return number == qint32(number);
    }
}

} // namespace

std::optional<qint32> PacketReader::element(Rest &rest, PacketField field, quint8 tag) {
    if (rest.at >= rest.end) {
        fault(PacketFault::Kind::Missing, field, rest.at);
        return std::nullopt;
    }
    if (tagAt(rest) != tag) {
        fault(PacketFault::Kind::WrongTag, field, rest.at, tagAt(rest), tag);
        generic(rest, 1);
        return std::nullopt;
    }
    return take(rest, field);
}

std::optional<qint64> PacketReader::integer(Rest &rest, PacketField field) {
    const qint32 at = rest.at;
    const auto node = element(rest, field, Ber::Integer);
    if (!node)
        return std::nullopt;
    const auto number = m_tree.integer(m_tree.m_nodes[size_t(*node)]);
    if (!number)
        fault(PacketFault::Kind::BadInteger, field, at, m_tree.m_nodes[size_t(*node)].length);
    else if (!isInRange(field, *number))
        fault(PacketFault::Kind::OutOfRange, field, at, *number);
    return number;
}

bool PacketReader::oid(Rest &rest, PacketField field) {
    const qint32 at = rest.at;
    const auto node = element(rest, field, ObjectIdentifierTag);
    if (!node)
        return false;
    if (!berOid(m_tree.contents(m_tree.m_nodes[size_t(*node)])))
        fault(PacketFault::Kind::BadOid, field, at);
    return true;
}

std::optional<qint32> PacketReader::take(Rest &rest, PacketField field) {
    const auto read = BerHead::read(octets().sliced(rest.at, rest.end - rest.at));
    const auto *head = std::get_if<BerHead>(&read);
    if (!head || m_tree.m_nodes.size() >= MostElements) {
        if (head)
            fault(PacketFault::Kind::TooMany, field, rest.at, qint64(MostElements));
        else
            fault(std::get<BerHead::Fault>(read) == BerHead::Fault::Incomplete ? PacketFault::Kind::EndsInHead
                                                                               : PacketFault::Kind::BadLength,
                field, rest.at);
        remains(rest, PacketField::Remains);
        return std::nullopt;
    }
    const qint64 there = rest.end - rest.at - head->size;
    if (head->length > there)
        fault(PacketFault::Kind::OverEnd, field, rest.at, head->length, head->length - there);
    return append(field, head->tag,
        std::exchange(
            rest, {rest.at + qint32(head->size + std::min<qint64>(head->length, there)), rest.end, rest.parent}),
        qint32(head->size), qint32(std::min<qint64>(head->length, there)));
}

void PacketReader::generic(Rest &rest, int depth) {
    while (rest.at < rest.end) {
        const auto node = take(rest, PacketField::Element);
        if (!node)
            return;
        if (m_tree.m_nodes[size_t(*node)].tag & ConstructedBit && depth < DeepestElement) {
            Rest inner = inside(*node);
            generic(inner, depth + 1);
        }
    }
}

void PacketReader::end(Rest &rest, int depth) {
    if (rest.at < rest.end)
        fault(PacketFault::Kind::Extra, m_tree.m_nodes[size_t(rest.parent)].field, rest.at, rest.end - rest.at);
    generic(rest, depth);
}

void PacketReader::remains(Rest &rest, PacketField field) {
    if (rest.at < rest.end)
        append(field, 0, rest, 0, rest.end - rest.at);
    rest.at = rest.end;
}

qint32 PacketReader::append(PacketField field, quint8 tag, const Rest &rest, qint32 headSize, qint32 length) {
    m_tree.m_nodes.push_back({field, tag, m_isPlain, rest.parent, rest.at, headSize, length});
    return qint32(m_tree.m_nodes.size()) - 1;
}

PacketReader::Rest PacketReader::inside(qint32 node) const {
    const PacketNode &element = m_tree.m_nodes[size_t(node)];
    return {element.contentsOffset(), element.contentsOffset() + element.length, node};
}

void PacketReader::fault(PacketFault::Kind kind, PacketField field, qint32 offset, qint64 number, qint64 other) {
    auto &first = m_tree.m_fault;
    // Where the octets end early every element around that place is too long: the innermost says where.
    const bool isSameCut = first && first->kind == PacketFault::Kind::OverEnd && first->isPlain == m_isPlain
        && (kind == PacketFault::Kind::OverEnd || kind == PacketFault::Kind::EndsInHead) && offset + 2 > first->offset;
    if (!first || isSameCut)
        first = PacketFault{kind, field, m_isPlain, offset, number, other};
}

} // namespace walkabout
