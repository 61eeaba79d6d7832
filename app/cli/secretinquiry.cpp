// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretinquiry.h"

#include "app/cli/context.h"
#include "app/cli/terminal.h"
#include "app/cli/unlocking.h"

#include <QCoreApplication>

namespace walkabout {

bool isComplete(const Device &device, const Secrets &secrets) {
    if (device.kind != Device::Kind::Live)
        return true;
    if (device.version != Version::V3)
        return !secrets.readCommunity.isEmpty();
    return (device.level == SecurityLevel::NoAuthNoPriv || !secrets.authPassphrase.isEmpty())
        && (device.level != SecurityLevel::AuthPriv || !secrets.privPassphrase.isEmpty());
}

std::optional<Failure> completeSecrets(const Device &device, Secrets &secrets) {
    if (isComplete(device, secrets))
        return {};
    const auto want = [&device](Secret &secret, const QString &what) -> std::optional<Failure> {
        if (secret.isEmpty() && Terminal::canAsk())
            secret
                = Secret::take(Terminal::ask(QCoreApplication::translate("Cli", "%1: %2").arg(device.label(), what)));
        if (secret.isEmpty())
            return Failure(Failure::Kind::NoSecret, {device.label(), what});
        return {};
    };
    if (device.version != Version::V3) {
        const bool writesToo = secrets.writeCommunity.isEmpty();
        if (auto failure = want(secrets.readCommunity, QCoreApplication::translate("Cli", "community")))
            return failure;
        if (writesToo)
            secrets.writeCommunity = secrets.readCommunity;
        return {};
    }
    if (auto failure = want(secrets.authPassphrase, QCoreApplication::translate("Cli", "authentication pass-phrase")))
        return failure;
    if (device.level == SecurityLevel::AuthPriv)
        return want(secrets.privPassphrase, QCoreApplication::translate("Cli", "privacy pass-phrase"));
    return {};
}

Result<std::unique_ptr<SecretInquiry>> SecretInquiry::begin(
    Context &context, const TargetOptions &letters, Result<Device> device) {
    if (!device)
        return device.failure();
    if (const auto failure = letters.applyTo(*device))
        return *failure;
    return std::unique_ptr<SecretInquiry>(new SecretInquiry(context, *std::move(device), letters));
}

SecretInquiry::SecretInquiry(Context &context, Device device, const TargetOptions &letters)
    : m_context(context)
    , m_device(std::move(device))
    , m_given(letters.given()) {
    ChosenSecretStore &store = context.secrets();
    Secrets beside = m_given;
    beside.complete(TargetOptions::fromEnvironment());
    const bool doesWithoutVault = store.isLocked() && !Unlocking::isInEnvironment() && isComplete(m_device, beside);
    if (isComplete(m_device, m_given) || doesWithoutVault)
        QMetaObject::invokeMethod(
            this, [this] { complete({}); }, Qt::QueuedConnection);
    else
        store.read(m_device.secretsOwner(), this,
            [this](const Result<Secrets> &stored) { complete(stored ? *stored : Secrets{}); });
}

void SecretInquiry::complete(const Secrets &stored) {
    m_given.complete(stored);
    m_given.complete(TargetOptions::fromEnvironment());
    const auto failure = completeSecrets(m_device, m_given);
    m_context.scrub(m_given);
    m_outcome.emplace(failure ? Result<Secrets>(*failure) : std::move(m_given));
    emit finished();
}

} // namespace walkabout
