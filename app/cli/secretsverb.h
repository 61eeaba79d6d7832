// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/store/chosensecretstore.h"

namespace walkabout {

/// secrets [PLACE]: where the saved devices' communities and pass-phrases are kept; with a PLACE, moved there.
/// --change-passphrase: the vault is sealed anew with another one.
class SecretsVerb final : public Command {
    Q_OBJECT

public:
    void addTo(CLI::App &app) override;
    [[nodiscard]] bool needsLibrary() const override { return false; }

private:
    void start() override;
    void tell();
    void choose(ChosenSecretStore::Place place, const Secret &passphrase);
    void changePassphrase();

    std::string m_place;
    bool m_changes = false; // the pass-phrase
};

} // namespace walkabout
