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

Result<Wanted> withLetters(Context &context, const TargetOptions &letters, Result<Device> device) {
    if (!device)
        return device.failure();
    if (const auto failure = letters.applyTo(*device))
        return *failure;
    Secrets secrets = letters.secrets();
    if (const auto failure = completeSecrets(*device, secrets))
        return *failure;
    context.scrub(secrets);
    return Wanted{*std::move(device), std::move(secrets)};
}

Result<Wanted> TargetCommand::wanted() {
    return withLetters(
        context(), m_letters, Target::read(QString::fromStdString(m_letters.target), context().devices()));
}

void TargetCommand::openTarget() {
    auto target = wanted();
    if (!target)
        return fail(target.failure());
    m_opening = std::make_unique<Opening>(
        context().engine(), std::move(target->device), std::move(target->secrets), context().library());
    connect(m_opening.get(), &Opening::finished, this, &TargetCommand::finishOpening);
}

void TargetCommand::finishOpening() {
    auto target = m_opening->take();
    m_opening.release()->deleteLater(); // its signal brought us here
    if (!target)
        return fail(target.failure());
    m_target = *std::move(target);
    opened();
}

void TargetCommand::interrupt(int signalNumber) {
    m_opening.reset();
    Command::interrupt(signalNumber);
}

} // namespace walkabout
