// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/packethead.h"

#include "core/snmp/packettree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

std::optional<Version> versionNumbered(std::optional<qint64> number) {
    switch (number.value_or(-1)) {
    case 0: return Version::V1;
    case 1: return Version::V2c;
    case 3: return Version::V3;
    default: return std::nullopt;
    }
}

std::optional<qint32> number(const PacketTree &tree, PacketField field) {
    const auto found = tree.integer(field);
    return found ? std::optional(qint32(*found)) : std::nullopt;
}

QByteArray octetsOf(const PacketTree &tree, PacketField field) {
    const PacketNode *node = tree.find(field);
    return node ? tree.contents(*node).toByteArray() : QByteArray();
}

} // namespace

PacketHead PacketHead::of(const PacketTree &tree) {
    PacketHead head;
    head.version = versionNumbered(tree.integer(PacketField::Version));
    head.fault = tree.fault();
    if (head.version == Version::V3) {
        head.messageId = number(tree, PacketField::MessageId);
        head.user = octetsOf(tree, PacketField::User);
        head.engineId = octetsOf(tree, PacketField::EngineId);
        head.isEncrypted = tree.find(PacketField::EncryptedPdu) && tree.plain().isEmpty();
    }
    const PacketNode *pdu = tree.find(PacketField::Pdu);
    if (!pdu)
        return head;
    head.pdu = Pdu(pdu->tag);
    head.requestId = number(tree, PacketField::RequestId);
    if (head.pdu == Pdu::Response || head.pdu == Pdu::Report) {
        head.errorStatus = number(tree, PacketField::ErrorStatus);
        head.errorIndex = number(tree, PacketField::ErrorIndex);
    }
    head.varBinds = int(std::ranges::count(tree.nodes(), PacketField::VarBind, &PacketNode::field));
    return head;
}

QString PacketHead::pduName() const {
    if (!pdu)
        return {};
    switch (*pdu) {
    case Pdu::Get: return u"get"_s;
    case Pdu::GetNext: return u"get-next"_s;
    case Pdu::Response: return u"response"_s;
    case Pdu::Set: return u"set"_s;
    case Pdu::TrapV1: return u"trap"_s;
    case Pdu::GetBulk: return u"get-bulk"_s;
    case Pdu::Inform: return u"inform"_s;
    case Pdu::TrapV2: return u"trap2"_s;
    case Pdu::Report: return u"report"_s;
    }
    return {};
}

} // namespace walkabout
