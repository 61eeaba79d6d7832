// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chosensecretstore.h"

namespace walkabout {

/// The vault's master pass-phrase for the command line, once a secret of it is wanted: from WALKABOUT_VAULT, else from
/// the terminal, three times; else it stays locked. Owned by the context, with the store.
class Unlocking final : public QObject {
    Q_OBJECT

public:
    explicit Unlocking(ChosenSecretStore &secrets);

    /// WALKABOUT_VAULT says the pass-phrase. It is taken out of the environment with its first use.
    [[nodiscard]] static bool isInEnvironment();
    /// From the environment or the terminal; of a new vault twice. Fails where nobody says it.
    [[nodiscard]] static Result<Secret> passphrase(bool isNew);
    /// One to take its place: from WALKABOUT_VAULT_NEW, else twice from the terminal.
    [[nodiscard]] static Result<Secret> newPassphrase();

private:
    void ask();

    ChosenSecretStore &m_secrets;
    int m_asked = 0;
};

} // namespace walkabout
