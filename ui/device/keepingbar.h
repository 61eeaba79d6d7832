// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/chosensecretstore.h"
#include "ui/shared/tintedframe.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace walkabout {

class PassphraseFields;

/// A line below the address bar that asks where secrets are to be kept, and for the vault's master pass-phrase where
/// that is the answer: nothing modal. An open vault can be given another pass-phrase here.
class KeepingBar final : public TintedFrame {
    Q_OBJECT

public:
    using Place = ChosenSecretStore::Place;

    explicit KeepingBar(QWidget *parent = nullptr);

    /// now: what is chosen already. hasVault: its pass-phrase is no new one; needsNone: it is open.
    struct State {
        std::optional<Place> now;
        bool hasVault = false;
        bool isOpen = false;
    };
    void ask(const State &state);
    /// Whether a keyring answers here, once that is known. It is preselected where nothing was chosen yet.
    void setKeyring(bool answers);
    /// It could not be done, and why: to be mended or left.
    void refuse(const QString &why);
    /// Hidden, and what was typed wiped.
    void leave();
    [[nodiscard]] PassphraseFields &passphrases() { return *m_passphrases; }

signals:
    void chosen(walkabout::ChosenSecretStore::Place place, const walkabout::Secret &passphrase);
    void dismissed();

private:
    [[nodiscard]] Place place() const;
    void select(Place place);
    void follow();
    void judge();
    void choose();
    void setBusy(bool busy);

    State m_state;
    bool m_isTouched = false; // by the person
    QLabel *m_text;
    QComboBox *m_places;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    QPushButton *m_keep;
    QLabel *m_problem;
    QPushButton *m_other; // pass-phrase
    PassphraseFields *m_passphrases;
};

} // namespace walkabout
