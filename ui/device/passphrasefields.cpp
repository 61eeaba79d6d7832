// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/passphrasefields.h"

#include "ui/shared/secretline.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace walkabout {

PassphraseFields::PassphraseFields(QWidget *parent)
    : QWidget(parent)
    , m_before(new QLineEdit(this))
    , m_new(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_change(new QPushButton(tr("Change"), this))
    , m_problem(new QLabel(this)) {
    m_change->setAccessibleName(tr("Change the master pass-phrase"));
    m_problem->setAccessibleName(tr("Pass-phrase problem"));
    m_problem->setWordWrap(true);
    auto *lines = new QHBoxLayout;
    const auto field = [this, lines](QLineEdit *edit, const QString &name) {
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        edit->setToolTip(name);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaximumWidth(240);
        connect(edit, &QLineEdit::textChanged, this, &PassphraseFields::judge);
        connect(edit, &QLineEdit::returnPressed, m_change, &QPushButton::click);
        lines->addWidget(edit, 1);
    };
    field(m_before, tr("Pass-phrase until now"));
    field(m_new, tr("New pass-phrase"));
    field(m_again, tr("New pass-phrase again"));
    lines->addWidget(m_change);
    lines->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(lines);
    layout->addWidget(m_problem); // a line of its own: a sentence needs the width
    connect(m_change, &QPushButton::clicked, this, &PassphraseFields::give);
    hide();
}

void PassphraseFields::ask() {
    leave();
    setBusy(false);
    judge();
    show();
    m_before->setFocus();
}

void PassphraseFields::leave() {
    for (QLineEdit *edit : {m_before, m_new, m_again})
        secretline::wipe(*edit);
    hide();
}

void PassphraseFields::judge() {
    QString problem;
    if (m_new->text().size() < Shortest)
        problem = tr("The new one has at least %1 characters; nobody can recover it.").arg(Shortest);
    else if (m_new->text() != m_again->text())
        problem = tr("Type the new one twice, the same.");
    m_problem->setText(problem);
    m_change->setEnabled(problem.isEmpty() && !m_before->text().isEmpty());
}

void PassphraseFields::give() {
    const Secret before = secretline::take(*m_before);
    const Secret passphrase = secretline::take(*m_new);
    secretline::wipe(*m_again);
    setBusy(true);
    emit given(before, passphrase);
}

void PassphraseFields::setBusy(bool busy) {
    for (QLineEdit *edit : {m_before, m_new, m_again})
        edit->setEnabled(!busy);
    if (busy) {
        m_change->setEnabled(false);
        m_problem->setText(tr("One moment …"));
    }
}

void PassphraseFields::refuse(const QString &why) {
    setBusy(false);
    m_problem->setText(why);
    m_before->setFocus();
}

} // namespace walkabout
