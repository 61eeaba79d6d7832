// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"
#include "core/snmp/endpoint.h"
#include "core/snmp/finding.h"
#include "core/snmp/session.h"
#include "core/store/secrets.h"

#include <QUuid>

namespace walkabout {

/// A device as a person saved it: everything but its secrets. Known by its UUID, made once; a typed target gets a
/// transient one.
struct Device {
    enum class Kind { Live, Recording, Demo };

    QUuid id = QUuid::createUuid();
    QString name;
    Kind kind = Kind::Live;
    QString recording; // path, of a recording
    Endpoint endpoint;
    Version version = Version::V2c;
    // SNMPv3, the pass-phrases apart
    QString user;
    SecurityLevel level = SecurityLevel::AuthPriv;
    AuthProtocol auth = AuthProtocol::Sha256;
    PrivProtocol priv = PrivProtocol::Aes128;
    QString contextName;
    QByteArray engineId; // given by hand
    QUuid profile; // whose version, user, level and protocols these are, and whose secrets it has; null: its own
    Bounds bounds;
    bool gentle = false;
    int maxRepetitions = 0; // 0: found out by its walks
    int window = 0; // requests in flight; 0: found out by its walks
    bool production = false;
    QString colour; // "#rrggbb" or empty
    QString notes;
    QString group; // "Zurich/Core": a path of names; empty: in none

    /// Its name, else its address.
    [[nodiscard]] QString label() const;
    /// Under whose UUID its secrets are stored: its profile's, else its own.
    [[nodiscard]] QUuid secretsOwner() const { return profile.isNull() ? id : profile; }
    /// What reads it; fails where a secret is missing or wrong. A write credential differs in v1 and v2c only.
    [[nodiscard]] Result<Credential> readCredential(const Secrets &secrets) const;
    [[nodiscard]] Result<Credential> writeCredential(const Secrets &secrets) const;

    /// What a diagnosis proposes is done: the description has it from now on.
    void mend(const Remedy &remedy);

    friend bool operator==(const Device &, const Device &) = default;
};

} // namespace walkabout
