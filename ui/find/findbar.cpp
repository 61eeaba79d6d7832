// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findbar.h"

#include "ui/shared/clearbutton.h"
#include "ui/shared/icon.h"
#include "ui/shared/palette.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace std::chrono_literals;

namespace walkabout {

FindBar::FindBar(std::function<Finder *()> finder, QWidget *parent)
    : QWidget(parent)
    , m_finder(std::move(finder))
    , m_text(new QLineEdit(this))
    , m_notice(new QLabel(this)) {
    m_text->setAccessibleName(tr("Find"));
    m_text->setPlaceholderText(tr("Find"));
    m_text->setMaximumWidth(320);
    addClearButton(m_text);
    m_notice->setAccessibleName(tr("Find: outcome"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 3, 4, 3);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    QToolButton *previous = addButton(tr("Previous"), tr("Find previous (Shift+F3)"));
    QToolButton *next = addButton(tr("Next"), tr("Find next (F3)"));
    previous->setAccessibleName(tr("Find previous"));
    next->setAccessibleName(tr("Find next"));
    layout->addWidget(m_notice, 1);
    QToolButton *close = addButton(tr("Close"), tr("Close (Esc)"));
    close->setAccessibleName(tr("Close find"));
    close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    close->setIcon(icon(Glyph::Close));

    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { find(true, false); });
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(next, &QToolButton::clicked, this, [this] { step(true); });
    connect(close, &QToolButton::clicked, this, &FindBar::dismiss);
    hide();
}

QToolButton *FindBar::addButton(const QString &text, const QString &tip) {
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void FindBar::open() {
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::dismiss() {
    stop();
    const bool hadFocus = isAncestorOf(focusWidget()) || m_text->hasFocus();
    hide();
    if (Finder *finder = m_finder(); finder && hadFocus)
        finder->view().setFocus(Qt::OtherFocusReason);
}

void FindBar::stop() {
    m_pause.stop();
    if (m_searching) {
        m_searching->stop();
        m_searching->disconnect(this);
    }
    m_searching = nullptr;
    say({}, false);
}

void FindBar::step(bool forward) {
    if (m_text->text().isEmpty()) {
        open();
        return;
    }
    show();
    // Enter before the pause of typing is over means the first one.
    const bool isFirst = m_pause.isActive();
    m_pause.stop();
    find(forward, !isFirst);
}

void FindBar::find(bool forward, bool onwards) {
    stop();
    Finder *finder = m_finder();
    if (!finder || m_text->text().isEmpty())
        return;
    m_searching = finder;
    m_forward = forward;
    connect(finder, &Finder::ended, this, &FindBar::tell);
    connect(finder, &Finder::searching, this, [this](int percent) { say(tr("Searching: %1 %").arg(percent), false); });
    finder->find(m_text->text(), forward, onwards);
}

void FindBar::tell(Finder::Outcome outcome) {
    m_searching->disconnect(this);
    switch (outcome) {
    case Finder::Outcome::Found: say({}, false); break;
    case Finder::Outcome::Wrapped:
        say(m_forward ? tr("Went on from the top") : tr("Went on from the end"), false);
        break;
    case Finder::Outcome::NotThere: say(tr("Not there"), true); break;
    }
}

void FindBar::say(const QString &text, bool bad) {
    if (text == m_notice->text())
        return;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tint(colours, bad ? Tint::Bad : Tint::Dim));
    m_notice->setPalette(colours);
    m_notice->setText(text);
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool FindBar::event(QEvent *event) {
    // Esc is the window's key for stopping; here it closes this bar alone.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FindBar::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Escape: dismiss(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: step(!event->modifiers().testFlag(Qt::ShiftModifier)); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace walkabout
