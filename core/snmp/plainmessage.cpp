// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/plainmessage.h"

#include "core/snmp/ber_p.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/packetvalue.h"

#include <QtEndian>

namespace walkabout {

namespace {

constexpr quint8 PlainOidTag = 0x06;
constexpr quint8 PlainAddressTag = 0x40;
constexpr quint8 PlainTicksTag = 0x43;

bool readPlainVarBinds(Ber &pdu, VarBinds &varBinds) {
    auto list = pdu.enter(Ber::Sequence);
    if (!list)
        return false;
    while (!list->atEnd()) {
        auto one = list->enter(Ber::Sequence);
        const auto name = one ? one->contents(PlainOidTag) : std::nullopt;
        const auto oid = name ? berOid(*name) : std::nullopt;
        const auto tag = oid ? one->tag() : std::nullopt;
        const auto contents = tag ? one->contents(*tag) : std::nullopt;
        auto value = contents ? berValue(*tag, *contents) : std::nullopt;
        if (!value)
            return false;
        varBinds.append({*oid, *std::move(value)});
    }
    return true;
}

bool readPlainTrapHead(Ber &pdu, TrapHeadV1 &head) {
    const auto enterprise = pdu.contents(PlainOidTag);
    const auto oid = enterprise ? berOid(*enterprise) : std::nullopt;
    const auto agent = oid ? pdu.contents(PlainAddressTag) : std::nullopt;
    if (!agent || agent->size() != qsizetype(sizeof(quint32)))
        return false;
    const auto generic = pdu.integer();
    const auto specific = pdu.integer();
    const auto time = pdu.contents(PlainTicksTag);
    const auto ticks = time ? berValue(PlainTicksTag, *time) : std::nullopt;
    if (!generic || !specific || !ticks)
        return false;
    head = {*oid, QHostAddress(qFromBigEndian<quint32>(agent->data())), int(*generic), qint32(*specific),
        quint32(ticks->toUnsigned())};
    return true;
}

bool readPlainPdu(Ber &message, Message &read) {
    const auto tag = message.tag();
    if (!tag || *tag < quint8(Pdu::Get) || *tag > quint8(Pdu::Report))
        return false;
    read.pdu = Pdu(*tag);
    auto pdu = message.enter(*tag);
    if (!pdu)
        return false;
    if (read.pdu == Pdu::TrapV1)
        return readPlainTrapHead(*pdu, read.trapV1) && readPlainVarBinds(*pdu, read.varBinds);
    const auto id = pdu->integer();
    const auto first = pdu->integer();
    const auto second = pdu->integer();
    if (!id || !first || !second)
        return false;
    read.requestId = qint32(*id);
    const bool isBulk = read.pdu == Pdu::GetBulk;
    (isBulk ? read.nonRepeaters : read.errorStatus) = int(*first);
    (isBulk ? read.maxRepetitions : read.errorIndex) = int(*second);
    return readPlainVarBinds(*pdu, read.varBinds);
}

} // namespace

std::optional<Message> readPlainMessage(QByteArrayView bytes) {
    const auto seen = codec::peek(bytes);
    if (!seen || seen->level == SecurityLevel::AuthPriv)
        return std::nullopt;
    Message read;
    read.version = seen->version;
    Ber message = *Ber(bytes).enter(Ber::Sequence); // peek has been here
    (void)message.integer();
    if (seen->version != Version::V3) {
        read.community = Secret(*message.contents(Ber::OctetString));
        return readPlainPdu(message, read) ? std::optional(std::move(read)) : std::nullopt;
    }
    read.v3.messageId = seen->messageId;
    read.v3.reportable = seen->reportable;
    read.v3.level = seen->level;
    read.v3.engineId = seen->engineId;
    read.v3.engineBoots = seen->engineBoots;
    read.v3.engineTime = seen->engineTime;
    read.v3.user = seen->user;
    (void)message.contents(Ber::Sequence);
    (void)message.contents(Ber::OctetString);
    auto scoped = message.enter(Ber::Sequence);
    const auto contextEngine = scoped ? scoped->contents(Ber::OctetString) : std::nullopt;
    const auto context = contextEngine ? scoped->contents(Ber::OctetString) : std::nullopt;
    if (!context)
        return std::nullopt;
    read.v3.contextEngineId = contextEngine->toByteArray();
    read.v3.contextName = context->toByteArray();
    return readPlainPdu(*scoped, read) ? std::optional(std::move(read)) : std::nullopt;
}

} // namespace walkabout
