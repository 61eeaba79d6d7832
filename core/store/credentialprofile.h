// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

namespace walkabout {

/// What several devices are read and written with: communities of v1 or v2c, or an SNMPv3 user, as a person named it.
/// Known by its UUID, under which its secrets are stored. A value.
struct CredentialProfile {
    QUuid id = QUuid::createUuid();
    QString name;
    Version version = Version::V2c;
    QString user; // of SNMPv3, as a device has them
    SecurityLevel level = SecurityLevel::AuthPriv;
    AuthProtocol auth = AuthProtocol::Sha256;
    PrivProtocol priv = PrivProtocol::Aes128;

    /// What devices may share of this one.
    [[nodiscard]] static CredentialProfile of(const Device &device, const QString &name);
    /// "v2c", or "v3 operator, authPriv".
    [[nodiscard]] QString text() const;
    /// The device has its version, user, level and protocols from now on, and its secrets.
    void applyTo(Device &device) const;

    friend bool operator==(const CredentialProfile &, const CredentialProfile &) = default;
};

} // namespace walkabout
