// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/device.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace walkabout {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Device", text); }

Failure missing(const Device &device, const char *which) {
    return Failure(Failure::Kind::NoSecret, {device.label(), tr(which)});
}

Result<Credential> userOf(const Device &device, const Secrets &secrets) {
    if (device.level != SecurityLevel::NoAuthNoPriv && secrets.authPassphrase.isEmpty())
        return missing(device, QT_TRANSLATE_NOOP("Device", "authentication pass-phrase"));
    if (device.level == SecurityLevel::AuthPriv && secrets.privPassphrase.isEmpty())
        return missing(device, QT_TRANSLATE_NOOP("Device", "privacy pass-phrase"));
    Credential::User user;
    user.name = device.user.toUtf8();
    user.level = device.level;
    user.engineId = device.engineId;
    user.contextName = device.contextName.toUtf8();
    user.auth = device.level == SecurityLevel::NoAuthNoPriv ? AuthProtocol::None : device.auth;
    user.priv = device.level == SecurityLevel::AuthPriv ? device.priv : PrivProtocol::None;
    if (device.level != SecurityLevel::NoAuthNoPriv)
        user.authPassphrase = secrets.authPassphrase;
    if (device.level == SecurityLevel::AuthPriv)
        user.privPassphrase = secrets.privPassphrase;
    return Credential::user(std::move(user));
}

} // namespace

QString Device::label() const {
    if (!name.isEmpty())
        return name;
    switch (kind) {
    case Kind::Demo: return QStringLiteral("demo");
    case Kind::Recording: return QFileInfo(recording).fileName();
    case Kind::Live: break;
    }
    return endpoint.toString();
}

Result<Credential> Device::readCredential(const Secrets &secrets) const {
    if (version == Version::V3)
        return userOf(*this, secrets);
    if (secrets.readCommunity.isEmpty())
        return missing(*this, QT_TRANSLATE_NOOP("Device", "community"));
    return Credential::community(version, secrets.readCommunity);
}

Result<Credential> Device::writeCredential(const Secrets &secrets) const {
    if (version == Version::V3)
        return userOf(*this, secrets);
    if (secrets.writeCommunity.isEmpty())
        return missing(*this, QT_TRANSLATE_NOOP("Device", "write community"));
    return Credential::community(version, secrets.writeCommunity);
}

void Device::mend(const Remedy &remedy) {
    endpoint.host = remedy.host.value_or(endpoint.host);
    version = remedy.version.value_or(version);
    level = remedy.level.value_or(level);
    auth = remedy.auth.value_or(auth);
    priv = remedy.priv.value_or(priv);
    bounds.timeout = remedy.timeout.value_or(bounds.timeout);
    maxRepetitions = remedy.maxRepetitions.value_or(maxRepetitions);
    if (remedy.clearContext)
        contextName.clear();
    if (remedy.clearEngineId)
        engineId.clear();
}

} // namespace walkabout
