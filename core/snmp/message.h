// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/snmp/varbind.h"

#include <QHostAddress>

namespace walkabout {

enum class Version { V1, V2c, V3 };
enum class SecurityLevel { NoAuthNoPriv, AuthNoPriv, AuthPriv };

/// PDU types by their tags (RFC 3416 section 3, RFC 1157 4.1.6).
enum class Pdu : quint8 {
    Get = 0xa0,
    GetNext = 0xa1,
    Response = 0xa2,
    Set = 0xa3,
    TrapV1 = 0xa4,
    GetBulk = 0xa5,
    Inform = 0xa6,
    TrapV2 = 0xa7,
    Report = 0xa8,
};

/// Sent once, and never answered.
[[nodiscard]] constexpr bool isTrap(Pdu pdu) { return pdu == Pdu::TrapV1 || pdu == Pdu::TrapV2; }

/// The error-status of a response (RFC 3416 section 3).
enum class ErrorStatus : int {
    NoError,
    TooBig,
    NoSuchName,
    BadValue,
    ReadOnly,
    GenErr,
    NoAccess,
    WrongType,
    WrongLength,
    WrongEncoding,
    WrongValue,
    NoCreation,
    InconsistentValue,
    ResourceUnavailable,
    CommitFailed,
    UndoFailed,
    AuthorizationError,
    NotWritable,
    InconsistentName,
};

/// "tooBig", "noSuchName" ...; a number for one that no RFC names.
[[nodiscard]] QString errorStatusName(int status);

/// The v3 part of a message (RFC 3412 section 6, RFC 3414 2.4).
struct MessageV3 {
    qint32 messageId = 0;
    bool reportable = true;
    SecurityLevel level = SecurityLevel::NoAuthNoPriv;
    QByteArray engineId; // the authoritative engine
    quint32 engineBoots = 0;
    quint32 engineTime = 0; // seconds
    QByteArray user;
    QByteArray contextEngineId; // empty: the authoritative engine
    QByteArray contextName;

    friend bool operator==(const MessageV3 &, const MessageV3 &) = default;
};

/// The head of a v1 trap (RFC 1157 4.1.6).
struct TrapHeadV1 {
    Oid enterprise;
    QHostAddress agent;
    int generic = 0;
    qint32 specific = 0;
    quint32 uptime = 0; // hundredths of a second

    friend bool operator==(const TrapHeadV1 &, const TrapHeadV1 &) = default;
};

/// One SNMP message as a value, before encoding or after decoding.
struct Message {
    Version version = Version::V2c;
    Secret community; // v1, v2c
    MessageV3 v3; // v3
    Pdu pdu = Pdu::Get;
    qint32 requestId = 0;
    int errorStatus = 0; // of a response; in a GetBulk: nonRepeaters below
    int errorIndex = 0; // 1-based
    int nonRepeaters = 0; // of a GetBulk
    int maxRepetitions = 0; // of a GetBulk
    TrapHeadV1 trapV1; // of a v1 trap
    VarBinds varBinds;

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace walkabout
