// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"

#include "core/snmp/engine_p.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace walkabout::codec {

namespace {

long libraryVersion(Version version) {
    switch (version) {
    case Version::V1: return SNMP_VERSION_1;
    case Version::V2c: return SNMP_VERSION_2c;
    case Version::V3: return SNMP_VERSION_3;
    }
    return SNMP_VERSION_2c;
}

int libraryLevel(SecurityLevel level) {
    switch (level) {
    case SecurityLevel::NoAuthNoPriv: return SNMP_SEC_LEVEL_NOAUTH;
    case SecurityLevel::AuthNoPriv: return SNMP_SEC_LEVEL_AUTHNOPRIV;
    case SecurityLevel::AuthPriv: return SNMP_SEC_LEVEL_AUTHPRIV;
    }
    return SNMP_SEC_LEVEL_NOAUTH;
}

// What snmp_build only reads: it takes no const.
u_char *octets(QByteArrayView bytes) {
    return reinterpret_cast<u_char *>(const_cast<char *>(bytes.isNull() ? "" : bytes.data()));
}

void fillHead(netsnmp_pdu &pdu, const Message &message) {
    pdu.version = libraryVersion(message.version);
    pdu.command = int(message.pdu);
    pdu.reqid = message.requestId;
    pdu.errstat = message.errorStatus;
    pdu.errindex = message.errorIndex;
    if (message.pdu == Pdu::GetBulk) {
        pdu.non_repeaters = message.nonRepeaters;
        pdu.max_repetitions = message.maxRepetitions;
    }
    if (message.version != Version::V3) {
        if (!message.community.isEmpty()) // an empty one the library would free
            pdu.community = octets(message.community.reveal());
        pdu.community_len = size_t(message.community.size());
        return;
    }
    const MessageV3 &v3 = message.v3;
    pdu.msgid = v3.messageId;
    pdu.securityModel = SNMP_SEC_MODEL_USM;
    pdu.securityLevel = libraryLevel(v3.level);
    pdu.securityName = reinterpret_cast<char *>(octets(v3.user));
    pdu.securityNameLen = size_t(v3.user.size());
    pdu.securityEngineID = octets(v3.engineId);
    pdu.securityEngineIDLen = size_t(v3.engineId.size());
    const QByteArray &context = v3.contextEngineId.isEmpty() ? v3.engineId : v3.contextEngineId;
    pdu.contextEngineID = octets(context);
    pdu.contextEngineIDLen = size_t(context.size());
    pdu.contextName = reinterpret_cast<char *>(octets(v3.contextName)); // NULL would be refused
    pdu.contextNameLen = size_t(v3.contextName.size());
}

} // namespace

Result<QByteArray> encode(const Message &message, Engine &engine, const UsmUser *user) {
    Engine::Private &p = engine.p();
    netsnmp_pdu pdu{};
    fillHead(pdu, message);
    std::array<oid, Oid::MaxLength>
        enterprise; // NOLINT(cppcoreguidelines-pro-type-member-init): filled where it is used
    if (message.pdu == Pdu::TrapV1) {
        const auto parts = message.trapV1.enterprise.parts();
        std::ranges::copy(parts, enterprise.begin());
        pdu.enterprise = enterprise.data();
        pdu.enterprise_length = parts.size();
        pdu.trap_type = message.trapV1.generic;
        pdu.specific_type = message.trapV1.specific;
        pdu.time = message.trapV1.uptime;
        const quint32 agent = qToBigEndian(message.trapV1.agent.toIPv4Address());
        std::memcpy(pdu.agent_addr, &agent, sizeof(pdu.agent_addr));
    }
    pdu.variables = p.variables.list(message.varBinds);
    if (message.version == Version::V3) {
        if (user) {
            if (auto refused = p.usm->place(*user))
                return *refused;
        }
        p.usm->setClock(message.v3.engineId, message.v3.engineBoots, message.v3.engineTime);
    }
    size_t length = 0;
    p.session.s_snmp_errno = 0;
    const int result = snmp_build(&p.buffer.bytes, &p.buffer.size, &length, &p.session, &pdu);
    if (result < 0) {
        const int code = p.session.s_snmp_errno ? p.session.s_snmp_errno : SNMPERR_BAD_ASN1_BUILD;
        return Failure(Failure::Kind::BadUsage, {QString::fromUtf8(snmp_api_errstring(code))});
    }
    // Built from the end of the buffer.
    return QByteArray(reinterpret_cast<const char *>(p.buffer.bytes + p.buffer.size - length), qsizetype(length));
}

} // namespace walkabout::codec
