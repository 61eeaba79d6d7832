// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/unlocking.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>

namespace walkabout {

namespace {

constexpr const char *Variable = "WALKABOUT_VAULT";
constexpr const char *NewVariable = "WALKABOUT_VAULT_NEW";
constexpr int MostAsked = 3;

Secret typed(const char *prompt) { return Secret::take(Terminal::ask(QCoreApplication::translate("Cli", prompt))); }

/// Once: who is started from here does not inherit it.
Secret taken(const char *variable) {
    Secret secret = Secret::take(qgetenv(variable));
    qunsetenv(variable);
    return secret;
}

} // namespace

Unlocking::Unlocking(ChosenSecretStore &secrets)
    : m_secrets(secrets) {
    connect(&secrets, &ChosenSecretStore::unlockWanted, this, &Unlocking::ask);
}

bool Unlocking::isInEnvironment() { return !qEnvironmentVariableIsEmpty(Variable); }

Result<Secret> Unlocking::passphrase(bool isNew) {
    if (isInEnvironment())
        return taken(Variable);
    if (!Terminal::canAsk())
        return Failure(
            Failure::Kind::NoSecret, {tr("The vault"), tr("master pass-phrase (on a terminal or in WALKABOUT_VAULT)")});
    Secret secret = typed(QT_TRANSLATE_NOOP("Cli", "Master pass-phrase of the vault"));
    if (isNew && !(typed(QT_TRANSLATE_NOOP("Cli", "The same again")) == secret))
        return Failure(Failure::Kind::BadUsage, {tr("The two pass-phrases differ: no vault was made.")});
    if (secret.isEmpty())
        return Failure(Failure::Kind::NoSecret, {tr("The vault"), tr("master pass-phrase")});
    return secret;
}

Result<Secret> Unlocking::newPassphrase() {
    Secret secret;
    if (!qEnvironmentVariableIsEmpty(NewVariable)) {
        secret = taken(NewVariable);
    } else if (Terminal::canAsk()) {
        secret = typed(QT_TRANSLATE_NOOP("Cli", "New master pass-phrase of the vault"));
        if (!(typed(QT_TRANSLATE_NOOP("Cli", "The same again")) == secret))
            return Failure(Failure::Kind::BadUsage, {tr("The two pass-phrases differ: nothing was changed.")});
    }
    if (secret.isEmpty())
        return Failure(Failure::Kind::NoSecret,
            {tr("The vault"), tr("new master pass-phrase (on a terminal or in WALKABOUT_VAULT_NEW)")});
    return secret;
}

void Unlocking::ask() {
    const auto secret = m_asked++ < MostAsked ? passphrase(!m_secrets.hasVault())
                                              : Failure(Failure::Kind::BadUsage, {tr("The vault stays locked.")});
    if (!secret) {
        Terminal::say(secret.failure().text());
        return m_secrets.stayLocked();
    }
    m_secrets.unlock(*secret, this, [this](const std::optional<Failure> &failure) {
        if (failure)
            Terminal::say(failure->text());
        if (m_secrets.isLocked())
            ask();
    });
}

} // namespace walkabout
