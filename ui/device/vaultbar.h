// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/shared/tintedframe.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace walkabout {

/// A line below the address bar that asks for the vault's master pass-phrase, once a secret of it is needed.
class VaultBar final : public TintedFrame {
    Q_OBJECT

public:
    explicit VaultBar(QWidget *parent = nullptr);

    void ask();
    /// It was not that one, or something else is wrong.
    void refuse(const QString &why);

signals:
    void given(const walkabout::Secret &passphrase);
    void dismissed();
    /// Another place for secrets is wanted.
    void otherPlaceRequested();

private:
    void give();

    QLabel *m_text;
    QLineEdit *m_passphrase;
    QPushButton *m_unlock;
};

} // namespace walkabout
