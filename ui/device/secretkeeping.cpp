// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/secretkeeping.h"

#include "ui/device/keepingbar.h"
#include "ui/device/passphrasefields.h"
#include "ui/device/vaultbar.h"
#include "ui/shared/noticebar.h"

namespace walkabout {

SecretKeeping::SecretKeeping(ChosenSecretStore &secrets, Bars bars, QObject *window)
    : QObject(window)
    , m_secrets(secrets)
    , m_bars(bars) {
    connect(&secrets, &ChosenSecretStore::choiceWanted, this, &SecretKeeping::askPlace);
    connect(&secrets, &ChosenSecretStore::unlockWanted, this, &SecretKeeping::askPassphrase);
    connect(&secrets, &ChosenSecretStore::changed, this, &SecretKeeping::changed);
    connect(&secrets, &ChosenSecretStore::failed, this,
        [this](const Failure &failure) { m_bars.notice.complain(failure.text()); });
    connect(&bars.keeping, &KeepingBar::chosen, this, &SecretKeeping::choose);
    connect(&bars.keeping, &KeepingBar::dismissed, this, [this] {
        if (m_secrets.isLocked())
            m_secrets.stayLocked();
    });
    connect(&bars.keeping.passphrases(), &PassphraseFields::given, this, &SecretKeeping::changePassphrase);
    connect(&bars.vault, &VaultBar::given, this, &SecretKeeping::unlock);
    connect(&bars.vault, &VaultBar::dismissed, &secrets, &ChosenSecretStore::stayLocked);
    connect(&bars.vault, &VaultBar::otherPlaceRequested, this, [this] {
        m_bars.vault.hide();
        askPlace();
    });
}

QString SecretKeeping::text() const { return tr("Secrets: %1").arg(m_secrets.whereKept()); }

void SecretKeeping::ask() {
    if (m_secrets.isLocked())
        askPassphrase();
    else
        askPlace();
}

void SecretKeeping::askPlace() {
    const bool isVault = m_secrets.chosen() == ChosenSecretStore::Place::Vault;
    m_bars.keeping.ask({m_secrets.chosen(), m_secrets.hasVault(), isVault && !m_secrets.isLocked()});
    m_secrets.findKeyring(this, [this](bool answers) { m_bars.keeping.setKeyring(answers); });
}

// A vault that is to be made anew has no pass-phrase yet: it is chosen again.
void SecretKeeping::askPassphrase() {
    if (!m_secrets.hasVault())
        return askPlace();
    m_bars.keeping.hide();
    m_bars.vault.ask();
}

void SecretKeeping::choose(ChosenSecretStore::Place place, const Secret &passphrase) {
    m_secrets.choose(place, passphrase, this, [this](const std::optional<Failure> &failure) {
        if (failure && failure->kind() != Failure::Kind::Damaged)
            return m_bars.keeping.refuse(failure->text());
        if (failure)
            m_bars.notice.complain(failure->text());
        m_bars.keeping.hide();
        emit changed();
    });
    if (place != ChosenSecretStore::Place::Vault && m_secrets.isLocked() && m_secrets.hasVault())
        askPassphrase(); // what is in there moves
}

void SecretKeeping::changePassphrase(const Secret &before, const Secret &passphrase) {
    m_secrets.changePassphrase(before, passphrase, this, [this](const std::optional<Failure> &failure) {
        if (failure)
            return m_bars.keeping.passphrases().refuse(failure->text());
        m_bars.keeping.leave();
        m_bars.notice.tell(tr("The vault has its new master pass-phrase."));
    });
}

void SecretKeeping::unlock(const Secret &passphrase) {
    m_secrets.unlock(passphrase, this, [this](const std::optional<Failure> &failure) {
        if (failure && m_secrets.isLocked() && m_secrets.hasVault())
            return m_bars.vault.refuse(failure->text());
        m_bars.vault.hide();
        if (failure)
            m_bars.notice.complain(failure->text());
        if (m_secrets.isLocked())
            askPassphrase();
    });
}

} // namespace walkabout
