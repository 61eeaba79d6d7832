// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/keepingbar.h"

#include "ui/device/passphrasefields.h"
#include "ui/shared/icon.h"
#include "ui/shared/secretline.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace walkabout {

KeepingBar::KeepingBar(QWidget *parent)
    : TintedFrame(parent)
    , m_text(new QLabel(this))
    , m_places(new QComboBox(this))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_keep(new QPushButton(tr("Keep"), this))
    , m_problem(new QLabel(this))
    , m_other(new QPushButton(tr("Other Pass-phrase…"), this))
    , m_passphrases(new PassphraseFields(this)) {
    setAutoFillBackground(true);
    m_places->setAccessibleName(tr("Keep secrets in"));
    m_places->addItem(tr("the desktop's keyring"), int(Place::Keyring));
    m_places->addItem(tr("an encrypted vault with a pass-phrase"), int(Place::Vault));
    m_places->addItem(tr("memory only, until you quit"), int(Place::Memory));
    m_keep->setAccessibleName(tr("Keep secrets there"));
    const auto field = [this](QLineEdit *edit, const QString &name) {
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        edit->setToolTip(name);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaximumWidth(200);
        connect(edit, &QLineEdit::textChanged, this, &KeepingBar::judge);
        connect(edit, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    };
    field(m_passphrase, tr("Master pass-phrase"));
    field(m_again, tr("Master pass-phrase again"));
    m_other->setAccessibleName(tr("Give the vault another pass-phrase"));
    auto *close = new QToolButton(this);
    close->setIcon(icon(Glyph::Close));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Decide later"));
    close->setToolTip(tr("Decide later"));
    // It makes no window wider: what it asks for a vault stands in a line of its own.
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_places->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_places->setMinimumContentsLength(int(m_places->itemText(m_places->findData(int(Place::Memory))).size()));
    auto *first = new QHBoxLayout;
    first->addWidget(m_text, 1);
    first->addWidget(m_places);
    first->addWidget(m_keep);
    first->addWidget(m_other);
    first->addWidget(close);
    auto *second = new QHBoxLayout;
    second->addWidget(m_passphrase, 2); // their names can be read beside a long sentence
    second->addWidget(m_again, 2);
    second->addWidget(m_problem, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_passphrases);
    connect(m_places, &QComboBox::currentIndexChanged, this, &KeepingBar::follow);
    connect(m_places, &QComboBox::activated, this, [this] { m_isTouched = true; });
    connect(m_keep, &QPushButton::clicked, this, &KeepingBar::choose);
    connect(m_other, &QPushButton::clicked, m_passphrases, &PassphraseFields::ask);
    connect(close, &QToolButton::clicked, this, [this] {
        leave();
        emit dismissed();
    });
    hide();
}

void KeepingBar::leave() {
    secretline::wipe(*m_passphrase);
    secretline::wipe(*m_again);
    m_passphrases->leave();
    hide();
}

KeepingBar::Place KeepingBar::place() const { return Place(m_places->currentData().toInt()); }

void KeepingBar::select(Place place) { m_places->setCurrentIndex(m_places->findData(int(place))); }

void KeepingBar::ask(const State &state) {
    m_state = state;
    m_isTouched = false;
    setBack(Tint::NoticeBack);
    m_passphrases->leave();
    m_text->setText(state.now ? tr("Secrets are kept in") : tr("Where shall communities and pass-phrases be kept?"));
    setBusy(false);
    select(state.now.value_or(Place::Memory));
    follow();
    show();
    m_places->setFocus();
}

void KeepingBar::setKeyring(bool answers) {
    const int row = m_places->findData(int(Place::Keyring));
    if (auto *model = qobject_cast<QStandardItemModel *>(m_places->model()))
        model->item(row)->setEnabled(answers);
    m_places->setItemText(row, answers ? tr("the desktop's keyring") : tr("the desktop's keyring (none answers here)"));
    if (!m_state.now && !m_isTouched)
        select(answers ? Place::Keyring : Place::Vault);
}

void KeepingBar::follow() {
    const bool isVault = place() == Place::Vault;
    m_passphrase->setVisible(isVault && !m_state.isOpen);
    m_again->setVisible(isVault && !m_state.isOpen && !m_state.hasVault);
    m_problem->setVisible(!m_again->isHidden());
    m_other->setVisible(isVault && m_state.isOpen);
    if (m_other->isHidden())
        m_passphrases->leave();
    judge();
}

void KeepingBar::judge() {
    QString problem;
    if (!m_again->isHidden()) {
        if (m_passphrase->text().size() < PassphraseFields::Shortest)
            problem = tr("At least %1 characters; nobody can recover it.").arg(PassphraseFields::Shortest);
        else if (m_passphrase->text() != m_again->text())
            problem = tr("Type the same twice.");
    }
    const bool isMissing = !m_passphrase->isHidden() && m_passphrase->text().isEmpty();
    m_problem->setText(problem);
    m_keep->setEnabled(problem.isEmpty() && !isMissing);
}

void KeepingBar::choose() {
    const Secret typed = secretline::take(*m_passphrase);
    secretline::wipe(*m_again);
    setBusy(true);
    emit chosen(place(), place() == Place::Vault ? typed : Secret());
}

void KeepingBar::setBusy(bool busy) {
    for (QWidget *widget : std::initializer_list<QWidget *>{m_places, m_passphrase, m_again})
        widget->setEnabled(!busy);
    if (busy) {
        m_keep->setEnabled(false);
        m_problem->setText(tr("One moment …"));
    }
}

void KeepingBar::refuse(const QString &why) {
    setBusy(false);
    follow();
    m_problem->setText(why);
    show();
    (m_passphrase->isHidden() ? static_cast<QWidget *>(m_places) : m_passphrase)->setFocus();
}

} // namespace walkabout
