// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/secretsbar.h"

#include "ui/shared/icon.h"
#include "ui/shared/secretline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace walkabout {

SecretsBar::SecretsBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_connect(new QPushButton(tr("Connect"), this)) {
    setAutoFillBackground(true);
    m_connect->setAccessibleName(tr("Connect"));
    m_connect->setDefault(true);
    auto *settings = new QPushButton(tr("SNMPv3, v1, more…"), this);
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Not now"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_text);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    layout->addWidget(m_connect);
    layout->addWidget(settings);
    layout->addStretch();
    layout->addWidget(close);
    for (QLineEdit *edit : {m_first, m_second}) {
        edit->setMaximumWidth(220);
        connect(edit, &QLineEdit::textChanged, this, &SecretsBar::judge);
        connect(edit, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    }
    connect(m_connect, &QPushButton::clicked, this, &SecretsBar::give);
    connect(settings, &QPushButton::clicked, this, [this] { emit settingsRequested(m_device); });
    connect(close, &QToolButton::clicked, this, [this] {
        secretline::wipe(*m_first);
        secretline::wipe(*m_second);
        m_known = {};
        hide();
        emit dismissed();
    });
    hide();
}

void SecretsBar::ask(const Device &device, const Secrets &known, For purpose) {
    m_device = device;
    m_known = known;
    m_purpose = purpose;
    const bool user = device.version == Version::V3;
    const auto show = [](QLineEdit *edit, const QString &name, const Secret &secret, bool hidden) {
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        edit->setToolTip(name);
        edit->setText(QString::fromUtf8(secret.reveal()));
        edit->setEchoMode(hidden ? QLineEdit::Password : QLineEdit::Normal);
        edit->show();
    };
    m_second->hide();
    if (user) {
        m_text->setText(tr("%1 needs the pass-phrases of “%2”:").arg(device.label(), device.user));
        show(m_first, tr("Authentication pass-phrase"), known.authPassphrase, true);
        if (device.level == SecurityLevel::AuthPriv)
            show(m_second, tr("Privacy pass-phrase"), known.privPassphrase, true);
    } else if (purpose == For::Reading) {
        m_text->setText(tr("Community to read %1 (SNMPv%2):").arg(device.label(), Credential::name(device.version)));
        show(m_first, tr("Community"), known.readCommunity.isEmpty() ? Secret("public") : known.readCommunity, false);
    } else {
        m_text->setText(tr("Community to change %1 (SNMPv%2):").arg(device.label(), Credential::name(device.version)));
        show(m_first, tr("Write community"), known.writeCommunity, false);
    }
    judge();
    QFrame::show();
    m_first->selectAll();
    m_first->setFocus();
}

void SecretsBar::judge() {
    const auto fits = [this](const QLineEdit *edit) {
        const qsizetype least = m_device.version == Version::V3 ? 8 : 1;
        return edit->isHidden() || edit->text().toUtf8().size() >= least;
    };
    m_connect->setEnabled(fits(m_first) && fits(m_second));
    m_connect->setToolTip(
        m_device.version == Version::V3 ? tr("SNMPv3 pass-phrases have at least 8 characters") : QString());
}

void SecretsBar::give() {
    Secrets secrets = std::exchange(m_known, {});
    if (m_device.version == Version::V3) {
        secrets.authPassphrase = secretline::take(*m_first);
        secrets.privPassphrase = secretline::take(*m_second);
    } else if (m_purpose == For::Reading) {
        secrets.readCommunity = secretline::take(*m_first);
    } else {
        secrets.writeCommunity = secretline::take(*m_first);
    }
    secretline::wipe(*m_first);
    secretline::wipe(*m_second);
    hide();
    emit given(m_device.id, secrets);
}

} // namespace walkabout
