// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chosensecretstore.h"

namespace walkabout {

class KeepingBar;
class NoticeBar;
class VaultBar;

/// Where secrets are kept, as the person meets it: asked once, told always, changed when wanted; the locked vault's
/// pass-phrase. Owned by the window.
class SecretKeeping final : public QObject {
    Q_OBJECT

public:
    struct Bars {
        KeepingBar &keeping;
        VaultBar &vault;
        NoticeBar &notice;
    };
    SecretKeeping(ChosenSecretStore &secrets, Bars bars, QObject *window);

    /// The person asks: to unlock what is locked, else to choose.
    void ask();
    /// "Secrets: desktop keyring"
    [[nodiscard]] QString text() const;

signals:
    /// Another place, or another state of it.
    void changed();

private:
    void askPlace();
    void askPassphrase();
    void choose(ChosenSecretStore::Place place, const Secret &passphrase);
    void unlock(const Secret &passphrase);
    void changePassphrase(const Secret &before, const Secret &passphrase);

    ChosenSecretStore &m_secrets;
    Bars m_bars;
};

} // namespace walkabout
