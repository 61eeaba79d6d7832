// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/vaultbar.h"

#include "ui/shared/icon.h"
#include "ui/shared/secretline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace walkabout {

VaultBar::VaultBar(QWidget *parent)
    : TintedFrame(parent)
    , m_text(new QLabel(this))
    , m_passphrase(new QLineEdit(this))
    , m_unlock(new QPushButton(tr("Unlock"), this)) {
    setAutoFillBackground(true);
    m_passphrase->setAccessibleName(tr("Vault pass-phrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMaximumWidth(220);
    m_unlock->setAccessibleName(tr("Unlock the vault"));
    auto *elsewhere = new QPushButton(tr("Keep elsewhere…"), this);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Leave it locked"));
    close->setToolTip(tr("Leave it locked: secrets are asked for where they are needed"));
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_unlock);
    layout->addWidget(elsewhere);
    layout->addWidget(close);
    connect(m_passphrase, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_unlock->setEnabled(!text.isEmpty()); });
    connect(m_passphrase, &QLineEdit::returnPressed, m_unlock, &QPushButton::click);
    connect(m_unlock, &QPushButton::clicked, this, &VaultBar::give);
    connect(elsewhere, &QPushButton::clicked, this, &VaultBar::otherPlaceRequested);
    connect(close, &QToolButton::clicked, this, [this] {
        secretline::wipe(*m_passphrase);
        hide();
        emit dismissed();
    });
    hide();
}

void VaultBar::ask() {
    setBack(Tint::NoticeBack);
    m_text->setText(tr("Secrets are in the vault. Its master pass-phrase:"));
    secretline::wipe(*m_passphrase);
    m_passphrase->setEnabled(true);
    m_unlock->setEnabled(false);
    show();
    m_passphrase->setFocus();
}

void VaultBar::give() {
    const Secret passphrase = secretline::take(*m_passphrase);
    m_passphrase->setEnabled(false);
    m_unlock->setEnabled(false);
    emit given(passphrase);
}

void VaultBar::refuse(const QString &why) {
    m_text->setText(why);
    m_passphrase->setEnabled(true);
    m_passphrase->setFocus();
}

} // namespace walkabout
