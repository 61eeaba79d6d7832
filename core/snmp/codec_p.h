// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snmp/engine.h"
#include "core/snmp/message.h"
#include "core/snmp/usmuser_p.h"

namespace walkabout::codec {

/// A message's bytes by snmp_build. A v3 message needs its user (nullptr: the empty user, for discovery): the codec
/// makes the user's keys and the message's boots and time the library's only entry for this engine and user before it
/// builds (design 3.4).
[[nodiscard]] Result<QByteArray> encode(const Message &message, Engine &engine, const UsmUser *user = nullptr);

/// The message in these bytes by snmp_parse with a NULL session list: the library never sends a Report. For v3 the user
/// is put in place first; boots and time as they came stand in the message, and are not judged here: who keeps the
/// engine's clock does that (RFC 3414 3.2 7b), only for our own engine ID the library checks its own clock (7a). A USM
/// failure is a Failure of the matching kind (WrongDigest, UnknownUser, DecryptionError, NotInTimeWindow ...), anything
/// else that cannot be read is Malformed.
[[nodiscard]] Result<Message> decode(QByteArrayView bytes, Engine &engine, const UsmUser *user = nullptr);

/// What can be seen of a message without decoding it: version, v3 message id, engine ID, user, boots and time, or the
/// request id.
struct Peek {
    Version version = Version::V2c;
    qint32 messageId = 0; // v3
    std::optional<qint32> requestId; // v1, v2c, and v3 in clear
    SecurityLevel level = SecurityLevel::NoAuthNoPriv;
    bool reportable = false;
    QByteArray engineId;
    QByteArray user;
    quint32 engineBoots = 0;
    quint32 engineTime = 0;
};
/// By our own BER reader, no library involved; nullopt: not even that can be read.
[[nodiscard]] std::optional<Peek> peek(QByteArrayView bytes);

/// The version alone; nullopt: no SNMP message of a version that we speak.
[[nodiscard]] std::optional<Version> snmpVersion(QByteArrayView bytes);

} // namespace walkabout::codec
