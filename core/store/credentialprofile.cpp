// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/credentialprofile.h"

using namespace Qt::StringLiterals;

namespace walkabout {

CredentialProfile CredentialProfile::of(const Device &device, const QString &name) {
    CredentialProfile profile;
    profile.name = name;
    profile.version = device.version;
    profile.user = device.user;
    profile.level = device.level;
    profile.auth = device.auth;
    profile.priv = device.priv;
    return profile;
}

QString CredentialProfile::text() const {
    const QString versionText = u'v' + Credential::name(version);
    return version == Version::V3 ? u"%1 %2, %3"_s.arg(versionText, user, Credential::name(level)) : versionText;
}

void CredentialProfile::applyTo(Device &device) const {
    device.profile = id;
    device.version = version;
    device.user = user;
    device.level = level;
    device.auth = auth;
    device.priv = priv;
}

} // namespace walkabout
