// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/engine_p.h"

#include <QtEndian>

#include <cstring>
#include <memory>

#include <string.h>

namespace walkabout::codec {

namespace {

struct FreePdu {
    void operator()(netsnmp_pdu *pdu) const {
        if (pdu->community)
            explicit_bzero(pdu->community, pdu->community_len);
        snmp_free_pdu(pdu);
    }
};
using PduHandle = std::unique_ptr<netsnmp_pdu, FreePdu>;

Failure malformed(const QString &what) { return Failure(Failure::Kind::Malformed, {QString(), what}); }

Failure failure(int code, const QByteArray &user) {
    using Kind = Failure::Kind;
    const QString name = QString::fromUtf8(user);
    switch (code) {
    case SNMPERR_USM_UNKNOWNSECURITYNAME:
    case SNMPERR_UNKNOWN_USER_NAME: return Failure(Kind::UnknownUser, {name});
    case SNMPERR_USM_AUTHENTICATIONFAILURE:
    case SNMPERR_AUTHENTICATION_FAILURE: return Failure(Kind::WrongDigest, {name});
    case SNMPERR_USM_UNSUPPORTEDSECURITYLEVEL:
    case SNMPERR_UNSUPPORTED_SEC_LEVEL: return Failure(Kind::UnsupportedLevel, {name});
    case SNMPERR_USM_NOTINTIMEWINDOW:
    case SNMPERR_NOT_IN_TIME_WINDOW: return Failure(Kind::NotInTimeWindow);
    case SNMPERR_USM_DECRYPTIONERROR:
    case SNMPERR_DECRYPTION_ERR: return Failure(Kind::DecryptionError, {name});
    case SNMPERR_USM_UNKNOWNENGINEID:
    case SNMPERR_UNKNOWN_ENG_ID: return Failure(Kind::UnknownEngine);
    default: return malformed(QString::fromUtf8(snmp_api_errstring(code)));
    }
}

QByteArray bytesOf(const void *data, size_t length) {
    return data ? QByteArray(static_cast<const char *>(data), qsizetype(length)) : QByteArray();
}

SecurityLevel levelOf(int level) {
    if (level == SNMP_SEC_LEVEL_AUTHPRIV)
        return SecurityLevel::AuthPriv;
    return level == SNMP_SEC_LEVEL_AUTHNOPRIV ? SecurityLevel::AuthNoPriv : SecurityLevel::NoAuthNoPriv;
}

std::optional<Version> versionOf(long version) {
    switch (version) {
    case SNMP_VERSION_1: return Version::V1;
    case SNMP_VERSION_2c: return Version::V2c;
    case SNMP_VERSION_3: return Version::V3;
    default: return std::nullopt;
    }
}

TrapHeadV1 trapHead(const netsnmp_pdu &pdu) {
    TrapHeadV1 head;
    head.enterprise = oidFrom(pdu.enterprise, pdu.enterprise_length);
    head.agent = QHostAddress(qFromBigEndian<quint32>(pdu.agent_addr));
    head.generic = int(pdu.trap_type);
    head.specific = qint32(pdu.specific_type);
    head.uptime = quint32(pdu.time);
    return head;
}

MessageV3 security(const netsnmp_pdu &pdu, const Peek &seen) {
    MessageV3 v3;
    v3.messageId = qint32(pdu.msgid);
    v3.reportable = seen.reportable;
    v3.level = levelOf(pdu.securityLevel);
    v3.engineId = seen.engineId;
    v3.engineBoots = seen.engineBoots;
    v3.engineTime = seen.engineTime;
    v3.user = seen.user;
    v3.contextEngineId = bytesOf(pdu.contextEngineID, pdu.contextEngineIDLen);
    v3.contextName = bytesOf(pdu.contextName, pdu.contextNameLen);
    return v3;
}

bool isKnown(int command) { return command >= int(Pdu::Get) && command <= int(Pdu::Report); }

Result<Message> messageFrom(const netsnmp_pdu &pdu, const std::optional<Peek> &seen) {
    const auto version = versionOf(pdu.version);
    if (!version || !isKnown(pdu.command))
        return malformed(QStringLiteral("its PDU type is unknown"));
    Message message;
    message.version = *version;
    message.pdu = Pdu(quint8(pdu.command));
    message.requestId = qint32(pdu.reqid);
    if (message.pdu == Pdu::GetBulk) {
        message.nonRepeaters = int(pdu.non_repeaters);
        message.maxRepetitions = int(pdu.max_repetitions);
    } else if (message.pdu == Pdu::TrapV1) {
        message.trapV1 = trapHead(pdu);
        message.requestId = 0;
    } else {
        message.errorStatus = int(pdu.errstat);
        message.errorIndex = int(pdu.errindex);
    }
    if (message.version == Version::V3)
        message.v3 = security(pdu, *seen);
    else
        message.community
            = Secret(QByteArrayView(reinterpret_cast<const char *>(pdu.community), qsizetype(pdu.community_len)));
    Result<VarBinds> varBinds = varBindsFrom(pdu.variables);
    if (!varBinds)
        return varBinds.failure();
    message.varBinds = *std::move(varBinds);
    return message;
}

} // namespace

Result<Message> decode(QByteArrayView bytes, Engine &engine, const UsmUser *user) {
    Engine::Private &p = engine.p();
    const auto version = snmpVersion(bytes);
    if (!version)
        return malformed(QStringLiteral("it is no SNMP message"));
    std::optional<Peek> seen;
    QByteArray writable; // checking the digest of a v3 message overwrites it
    if (*version == Version::V3) {
        seen = peek(bytes);
        if (!seen)
            return malformed(QStringLiteral("its SNMPv3 head cannot be read"));
        if (user) {
            if (auto refused = p.usm->place(*user))
                return *refused;
        }
        // An engine whose clock stands at zero accepts every time; who keeps the clock judges the one that came (RFC
        // 3414 3.2 7b).
        if (seen->level != SecurityLevel::NoAuthNoPriv)
            p.usm->setClock(seen->engineId, 0, 0);
        writable = bytes.toByteArray();
    }
    const PduHandle pdu(snmp_pdu_create(SNMP_MSG_GET));
    if (!pdu)
        return malformed(QStringLiteral("there is no memory for it"));
    // snmp_parse leaves v1 and v2c messages as they are; it takes no const.
    auto *data = reinterpret_cast<u_char *>(writable.isNull() ? const_cast<char *>(bytes.data()) : writable.data());
    p.session.s_snmp_errno = 0;
    if (snmp_parse(nullptr, &p.session, pdu.get(), data, size_t(bytes.size())) != 0) {
        const int code = p.session.s_snmp_errno;
        return failure(code ? code : SNMPERR_ASN_PARSE_ERR, seen ? seen->user : QByteArray());
    }
    return messageFrom(*pdu, seen);
}

} // namespace walkabout::codec
