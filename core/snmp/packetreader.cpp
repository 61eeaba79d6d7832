// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packetreader_p.h"

#include "core/snmp/ber_p.h"
#include "core/snmp/message.h"
#include "core/snmp/packetvalue.h"

namespace walkabout {

using Field = PacketField;
using Kind = PacketFault::Kind;

namespace {

constexpr quint8 IpAddressTag = 0x40;
constexpr quint8 TimeTicksTag = 0x43;
constexpr quint8 PrivBit = 2; // of msgFlags, RFC 3412 6.4
constexpr qint64 UsmNumber = 3; // RFC 3411 5

} // namespace

void PacketReader::read() {
    Rest rest{0, qint32(octets().size()), -1};
    const auto message = element(rest, Field::Message, Ber::Sequence);
    if (!message)
        return;
    Rest inner = inside(*message);
    const qint32 versionAt = inner.at;
    if (const auto number = integer(inner, Field::Version)) {
        if (*number == 0 || *number == 1) {
            version12(inner);
        } else if (*number == 3) {
            version3(inner);
        } else {
            fault(Kind::UnknownVersion, Field::Version, versionAt, *number);
        }
    }
    end(inner, 1);
    remains(rest, Field::Trailing);
}

void PacketReader::version12(Rest &message) {
    if (element(message, Field::Community, Ber::OctetString))
        pdu(message);
}

void PacketReader::version3(Rest &message) {
    quint8 flags = 0;
    qint64 model = 0;
    if (!header(message, flags, model))
        return;
    const auto parameters = element(message, Field::SecurityParameters, Ber::OctetString);
    if (!parameters)
        return;
    if (model == UsmNumber)
        usm(*parameters);
    if (!(flags & PrivBit)) {
        scoped(message);
        return;
    }
    const auto encrypted = element(message, Field::EncryptedPdu, Ber::OctetString);
    if (!encrypted || m_tree.m_plain.isEmpty())
        return;
    m_isPlain = true;
    Rest plain{0, qint32(m_tree.m_plain.size()), *encrypted};
    scoped(plain);
    remains(plain, Field::Trailing);
    m_isPlain = false;
}

bool PacketReader::header(Rest &message, quint8 &flags, qint64 &model) {
    const auto header = element(message, Field::Header, Ber::Sequence);
    if (!header)
        return false;
    Rest inner = inside(*header);
    if (!integer(inner, Field::MessageId) || !integer(inner, Field::MaxSize))
        return false;
    const auto bits = element(inner, Field::Flags, Ber::OctetString);
    const auto number = bits ? integer(inner, Field::SecurityModel) : std::nullopt;
    if (!number)
        return false;
    const QByteArrayView octet = m_tree.contents(m_tree.m_nodes[size_t(*bits)]);
    flags = octet.isEmpty() ? 0 : quint8(octet.front());
    model = *number;
    end(inner, 2);
    return true;
}

void PacketReader::usm(qint32 wrapper) {
    Rest wrapped = inside(wrapper);
    const auto parameters = element(wrapped, Field::UsmParameters, Ber::Sequence);
    if (!parameters)
        return;
    Rest inner = inside(*parameters);
    if (element(inner, Field::EngineId, Ber::OctetString) && integer(inner, Field::EngineBoots)
        && integer(inner, Field::EngineTime) && element(inner, Field::User, Ber::OctetString)
        && element(inner, Field::AuthParameters, Ber::OctetString))
        element(inner, Field::PrivParameters, Ber::OctetString);
    end(inner, 3);
    end(wrapped, 3);
}

void PacketReader::scoped(Rest &in) {
    const auto scopedPdu = element(in, Field::ScopedPdu, Ber::Sequence);
    if (!scopedPdu)
        return;
    Rest inner = inside(*scopedPdu);
    if (element(inner, Field::ContextEngineId, Ber::OctetString)
        && element(inner, Field::ContextName, Ber::OctetString))
        pdu(inner);
    end(inner, 3);
}

void PacketReader::pdu(Rest &in) {
    if (in.at >= in.end) {
        fault(Kind::Missing, Field::Pdu, in.at);
        return;
    }
    const quint8 tag = tagAt(in);
    if (tag < quint8(Pdu::Get) || tag > quint8(Pdu::Report)) {
        fault(Kind::UnknownPdu, Field::Pdu, in.at, tag);
        generic(in, 2);
        return;
    }
    const auto node = element(in, Field::Pdu, tag);
    if (!node)
        return;
    Rest inner = inside(*node);
    if (tag == quint8(Pdu::TrapV1)) {
        trapHead(inner);
    } else {
        const bool isBulk = tag == quint8(Pdu::GetBulk);
        if (integer(inner, Field::RequestId) && integer(inner, isBulk ? Field::NonRepeaters : Field::ErrorStatus)
            && integer(inner, isBulk ? Field::MaxRepetitions : Field::ErrorIndex))
            varBinds(inner);
    }
    end(inner, 4);
}

void PacketReader::trapHead(Rest &pdu) {
    if (oid(pdu, Field::Enterprise) && element(pdu, Field::AgentAddress, IpAddressTag)
        && integer(pdu, Field::GenericTrap) && integer(pdu, Field::SpecificTrap)
        && element(pdu, Field::Timestamp, TimeTicksTag))
        varBinds(pdu);
}

void PacketReader::varBinds(Rest &pdu) {
    const auto list = element(pdu, Field::VarBindList, Ber::Sequence);
    if (!list)
        return;
    Rest inner = inside(*list);
    while (inner.at < inner.end && varBind(inner)) {}
    end(inner, 5);
}

bool PacketReader::varBind(Rest &list) {
    const auto pair = element(list, Field::VarBind, Ber::Sequence);
    if (!pair)
        return false;
    Rest inner = inside(*pair);
    if (!oid(inner, Field::Name)) {
        generic(inner, 6);
        return false;
    }
    if (inner.at >= inner.end) {
        fault(Kind::Missing, Field::Value, inner.at);
        return false;
    }
    const qint32 at = inner.at;
    const auto value = take(inner, Field::Value);
    if (!value)
        return false;
    const quint8 tag = m_tree.m_nodes[size_t(*value)].tag;
    if (!isValueTag(tag)) {
        fault(Kind::UnknownType, Field::Value, at, tag);
        return false;
    }
    const QByteArrayView contents = m_tree.contents(m_tree.m_nodes[size_t(*value)]);
    if (!berValue(tag, contents))
        fault(tag == ObjectIdentifierTag ? Kind::BadOid : Kind::BadInteger, Field::Value, at, contents.size());
    end(inner, 6);
    return true;
}

} // namespace walkabout
