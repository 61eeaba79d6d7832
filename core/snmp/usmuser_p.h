// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"

namespace walkabout {

/// Pass-phrases turned into keys (Ku, RFC 3414 A.2): costs milliseconds, so made on the pool, once for each credential.
struct MasterKeys {
    Secret auth;
    Secret priv;
};

/// One user localised to one engine: what the codec puts into the library's table before each build and each parse.
struct UsmUser {
    QByteArray engineId;
    QByteArray name;
    SecurityLevel level = SecurityLevel::NoAuthNoPriv;
    AuthProtocol auth = AuthProtocol::None;
    PrivProtocol priv = PrivProtocol::None;
    Secret authKey; // localised
    Secret privKey; // localised, as long as the cipher needs
};

/// A pure function, fit for the pool.
[[nodiscard]] Result<MasterKeys> deriveKeys(const Credential::User &user);
/// RFC 3414 A.2 and 2.6; AES-192/256 extended by Blumenthal's draft or Cisco's way. Microseconds.
[[nodiscard]] Result<UsmUser> localise(
    const MasterKeys &keys, const Credential::User &user, const QByteArray &engineId);

} // namespace walkabout
