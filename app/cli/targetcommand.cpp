// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/targetcommand.h"

#include "app/cli/context.h"
#include "app/cli/terminal.h"

namespace walkabout {

std::optional<Failure> completeSecrets(const Device &device, Secrets &secrets) {
    if (device.kind != Device::Kind::Live)
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
    if (device.level != SecurityLevel::NoAuthNoPriv) {
        if (auto failure
            = want(secrets.authPassphrase, QCoreApplication::translate("Cli", "authentication pass-phrase")))
            return failure;
    }
    if (device.level == SecurityLevel::AuthPriv)
        return want(secrets.privPassphrase, QCoreApplication::translate("Cli", "privacy pass-phrase"));
    return {};
}

TargetCommand::~TargetCommand() = default;

bool TargetCommand::openTarget() {
    auto device = Target::read(QString::fromStdString(m_letters.target), context().devices());
    if (!device) {
        fail(device.failure());
        return false;
    }
    if (const auto failure = m_letters.applyTo(*device)) {
        fail(*failure);
        return false;
    }
    Secrets secrets = m_letters.secrets();
    if (const auto failure = completeSecrets(*device, secrets)) {
        fail(*failure);
        return false;
    }
    context().scrub(secrets);
    auto opened = Target::open(context().engine(), *device, secrets);
    if (!opened) {
        fail(opened.failure());
        return false;
    }
    m_target = std::move(*opened);
    return true;
}

} // namespace walkabout
