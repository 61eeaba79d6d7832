// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretsverb.h"

#include "app/cli/context.h"
#include "app/cli/terminal.h"
#include "app/cli/unlocking.h"
#include "core/base/jsonobject.h"

namespace walkabout {

using Place = ChosenSecretStore::Place;

void SecretsVerb::addTo(CLI::App &app) {
    CLI::App *const verb = addVerb(app, "secrets", "where communities and pass-phrases of saved devices are kept");
    CLI::Option *const place = verb->add_option("PLACE", m_place,
                                       "move them to: keyring (the desktop's), vault (a file encrypted with a master "
                                       "pass-phrase: on the terminal "
                                       "or in WALKABOUT_VAULT), memory (none are kept, and what was is forgotten)")
                                   ->type_name("keyring|vault|memory");
    verb->add_flag("--change-passphrase", m_changes,
            "give the vault another master pass-phrase: the one before and the new one are asked for on the terminal, "
            "or "
            "stand in WALKABOUT_VAULT and WALKABOUT_VAULT_NEW")
        ->excludes(place);
}

void SecretsVerb::start() {
    if (m_changes)
        return changePassphrase();
    if (m_place.empty())
        return tell();
    const auto place = ChosenSecretStore::placeNamed(QString::fromStdString(m_place));
    if (!place)
        return failUsage(
            tr("“%1”: secrets are kept in the keyring, the vault or memory.").arg(QString::fromStdString(m_place)));
    ChosenSecretStore &secrets = context().secrets();
    if (*place != Place::Vault)
        return choose(*place, {});
    const auto passphrase = Unlocking::passphrase(!secrets.hasVault());
    if (!passphrase)
        return fail(passphrase.failure());
    choose(*place, *passphrase);
}

void SecretsVerb::choose(Place place, const Secret &passphrase) {
    context().secrets().choose(place, passphrase, this, [this](const std::optional<Failure> &failure) {
        if (failure)
            return fail(*failure);
        Terminal::say(tr("Secrets are kept here from now on: %1.").arg(context().secrets().whereKept()));
        context().secrets().whenIdle(this, [this] { end(ExitStatus::Whole); });
    });
}

void SecretsVerb::changePassphrase() {
    ChosenSecretStore &secrets = context().secrets();
    if (!secrets.hasVault())
        return failUsage(tr("There is no vault yet: “secrets vault” makes one."));
    const auto before = Unlocking::passphrase(false);
    if (!before)
        return fail(before.failure());
    const auto passphrase = Unlocking::newPassphrase();
    if (!passphrase)
        return fail(passphrase.failure());
    secrets.changePassphrase(*before, *passphrase, this, [this](const std::optional<Failure> &failure) {
        if (failure)
            return fail(*failure);
        Terminal::say(tr("The vault has its new master pass-phrase."));
        context().secrets().whenIdle(this, [this] { end(ExitStatus::Whole); });
    });
}

void SecretsVerb::tell() {
    const auto place = context().secrets().chosen();
    Terminal &terminal = context().terminal();
    if (context().json()) {
        JsonObject object;
        object.text("secrets", place ? ChosenSecretStore::name(*place) : QString());
        terminal.line(object.bytes());
    } else if (place) {
        terminal.line(ChosenSecretStore::name(*place).toUtf8());
    } else {
        Terminal::say(tr("No place was chosen yet: nothing is kept."));
    }
    terminal.flush();
    end(ExitStatus::Whole);
}

} // namespace walkabout
