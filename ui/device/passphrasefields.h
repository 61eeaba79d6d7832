// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace walkabout {

/// Another master pass-phrase for the vault: the one before, the new one twice. What was typed is wiped when it was
/// given or is left. Part of the bar that says where secrets are kept.
class PassphraseFields final : public QWidget {
    Q_OBJECT

public:
    /// A new one has at least so many characters.
    static constexpr qsizetype Shortest = 8;

    explicit PassphraseFields(QWidget *parent = nullptr);

    /// Empty, with the caret in the first line.
    void ask();
    void leave();
    /// It was not changed, and why.
    void refuse(const QString &why);

signals:
    void given(const walkabout::Secret &before, const walkabout::Secret &passphrase);

private:
    void judge();
    void give();
    void setBusy(bool busy);

    QLineEdit *m_before;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QPushButton *m_change;
    QLabel *m_problem;
};

} // namespace walkabout
