// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ber_p.h"
#include "core/snmp/codec_p.h"

namespace walkabout::codec {

namespace {

constexpr quint32 MaxInteger = 2147483647; // INTEGER (0..2147483647)
constexpr qint64 UsmModel = 3; // RFC 3411 5
constexpr quint8 AuthFlag = 1; // RFC 3412 6.4
constexpr quint8 PrivFlag = 2;
constexpr quint8 ReportableFlag = 4;

std::optional<Version> versionOf(qint64 number) {
    switch (number) {
    case 0: return Version::V1;
    case 1: return Version::V2c;
    case 3: return Version::V3;
    default: return std::nullopt;
    }
}

/// The request id stands first in every PDU but a v1 trap.
std::optional<qint32> requestId(Ber message) {
    const auto tag = message.tag();
    if (!tag || *tag < quint8(Pdu::Get) || *tag > quint8(Pdu::Report) || *tag == quint8(Pdu::TrapV1))
        return std::nullopt;
    auto pdu = message.enter(*tag);
    const auto id = pdu ? pdu->integer() : std::nullopt;
    return id ? std::optional(qint32(*id)) : std::nullopt;
}

bool readHeader(Ber &message, Peek &seen) {
    auto header = message.enter(Ber::Sequence);
    if (!header)
        return false;
    const auto id = header->integerUpTo(MaxInteger);
    const auto size = header->integer();
    const auto flags = header->contents(Ber::OctetString);
    const auto model = header->integer();
    if (!id || !size || !flags || flags->size() != 1 || model != UsmModel)
        return false;
    const auto bits = quint8(flags->front());
    if ((bits & PrivFlag) && !(bits & AuthFlag)) // RFC 3412 7.2 5d
        return false;
    seen.messageId = qint32(*id);
    seen.reportable = bits & ReportableFlag;
    if (bits & PrivFlag)
        seen.level = SecurityLevel::AuthPriv;
    else if (bits & AuthFlag)
        seen.level = SecurityLevel::AuthNoPriv;
    return true;
}

/// UsmSecurityParameters (RFC 3414 2.4).
bool readSecurity(Ber &message, Peek &seen) {
    const auto wrapped = message.contents(Ber::OctetString);
    auto parameters = wrapped ? Ber(*wrapped).enter(Ber::Sequence) : std::nullopt;
    if (!parameters)
        return false;
    const auto engineId = parameters->contents(Ber::OctetString);
    const auto boots = parameters->integerUpTo(MaxInteger);
    const auto time = parameters->integerUpTo(MaxInteger);
    const auto user = parameters->contents(Ber::OctetString);
    if (!engineId || engineId->size() > 32 || !boots || !time || !user || user->size() > 32)
        return false;
    const auto digest = parameters->contents(Ber::OctetString);
    const auto salt = parameters->contents(Ber::OctetString);
    if (!digest || !salt)
        return false;
    seen.engineId = engineId->toByteArray();
    seen.user = user->toByteArray();
    seen.engineBoots = *boots;
    seen.engineTime = *time;
    return true;
}

/// Past the context of a ScopedPDU in clear.
std::optional<qint32> scopedRequestId(Ber &message) {
    auto scoped = message.enter(Ber::Sequence);
    if (!scoped || !scoped->contents(Ber::OctetString) || !scoped->contents(Ber::OctetString))
        return std::nullopt;
    return requestId(*scoped);
}

} // namespace

std::optional<Version> snmpVersion(QByteArrayView bytes) {
    auto message = Ber(bytes).enter(Ber::Sequence);
    const auto number = message ? message->integer() : std::nullopt;
    return number ? versionOf(*number) : std::nullopt;
}

std::optional<Peek> peek(QByteArrayView bytes) {
    auto message = Ber(bytes).enter(Ber::Sequence);
    const auto number = message ? message->integer() : std::nullopt;
    const auto version = number ? versionOf(*number) : std::nullopt;
    if (!version)
        return std::nullopt;
    Peek seen;
    seen.version = *version;
    if (*version != Version::V3) {
        if (!message->contents(Ber::OctetString))
            return std::nullopt;
        seen.requestId = requestId(*message);
        return seen;
    }
    if (!readHeader(*message, seen) || !readSecurity(*message, seen))
        return std::nullopt;
    if (seen.level != SecurityLevel::AuthPriv)
        seen.requestId = scopedRequestId(*message);
    return seen;
}

} // namespace walkabout::codec
