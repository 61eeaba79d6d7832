// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icon.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace walkabout {

namespace {

// A line edit, so that the text can be selected and an assistive technology can read it apart from its name.
QLineEdit *readOnlyLine(QWidget *parent, const QString &name) {
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(name);
    line->setReadOnly(true);
    line->setFrame(false);
    line->setFocusPolicy(Qt::ClickFocus);
    QPalette colours = line->palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    line->setPalette(colours);
    return line;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_work(new QLabel(this))
    , m_summary(readOnlyLine(this, tr("Summary")))
    , m_command(readOnlyLine(this, tr("Equivalent command")))
    , m_copy(new QToolButton(this))
    , m_secrets(new QToolButton(this))
    , m_panels(new QWidget(this)) {
    setSizeGripEnabled(false);
    auto *panels = new QHBoxLayout(m_panels);
    panels->setContentsMargins({});
    panels->setSpacing(2);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_command->setFont(monospaced());
    m_command->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copy->setIcon(icon(Glyph::Copy));
    m_copy->setAutoRaise(true);
    m_copy->setAccessibleName(tr("Copy command"));
    m_copy->setToolTip(tr("Copy the command that asks the same"));
    connect(m_copy, &QToolButton::clicked, this, &StatusLine::copyCommand);
    addWidget(m_panels);
    addWidget(m_summary, 3);
    addWidget(m_work);
    addWidget(m_command, 3);
    addWidget(m_copy);
    m_secrets->setIcon(icon(Glyph::Lock));
    m_secrets->setAutoRaise(true);
    m_secrets->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_secrets, &QToolButton::clicked, this, &StatusLine::secretsClicked);
    addPermanentWidget(m_secrets);
    m_copy->hide();
    m_work->hide();
}

void StatusLine::addPanel(QAction *toggle) {
    auto *button = new ActionButton(toggle, m_panels);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    m_panels->layout()->addWidget(button);
}

void StatusLine::showSummary(const QString &summary, const QString &command) {
    if (m_summary->text() != summary) {
        m_summary->setText(summary);
        m_summary->setCursorPosition(0);
        m_summary->setToolTip(summary);
    }
    if (m_command->text() != command) {
        m_command->setText(command);
        m_command->setCursorPosition(0);
        m_command->setToolTip(command);
        m_copy->setVisible(!command.isEmpty());
    }
}

void StatusLine::showWork(const QString &work) {
    m_work->setText(work);
    m_work->setVisible(!work.isEmpty());
}

void StatusLine::showSecrets(const QString &text) {
    m_secrets->setText(text);
    m_secrets->setAccessibleName(text);
    m_secrets->setToolTip(
        tr("Where communities and pass-phrases are kept; what is kept in memory is forgotten when you "
           "quit. Click to change it."));
}

void StatusLine::offerCopies(const QList<QAction *> &copies) {
    auto *menu = new QMenu(m_copy);
    menu->addActions(copies);
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::MenuButtonPopup);
}

void StatusLine::copyCommand() {
    if (!m_command->text().isEmpty())
        QApplication::clipboard()->setText(m_command->text());
}

QString StatusLine::summary() const { return m_summary->text(); }

} // namespace walkabout
