// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/livebar.h"

#include "ui/shared/icon.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

namespace walkabout {

namespace {

constexpr int UsualSeconds = 5;
constexpr int MostSeconds = 3600;

} // namespace

LiveBar::LiveBar(QWidget *parent)
    : QWidget(parent) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_live = button(tr("Live"), tr("Read the table again and again, counters as rates (Shift+F5)"), true);
    m_live->setIcon(icon(Glyph::Repeat));
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_interval = new QSpinBox(this);
    m_interval->setRange(1, MostSeconds);
    m_interval->setValue(UsualSeconds);
    m_interval->setSuffix(tr(" s"));
    m_interval->setAccessibleName(tr("Refresh interval in seconds"));
    m_interval->setToolTip(tr("Seconds from one reading to the next"));
    m_interval->setKeyboardTracking(false);
    layout->addWidget(m_interval);
    m_zero = button(tr("Zero"), tr("Count from here: what was counted since stands beside each rate (Ctrl+0)"), false);
    auto *menu = new QMenu(m_zero);
    menu->addAction(tr("&Zero Now"), this, &LiveBar::zeroAsked);
    m_forget = menu->addAction(tr("&Forget the Zero"), this, &LiveBar::zeroForgotten);
    m_zero->setMenu(menu);
    m_zero->setPopupMode(QToolButton::MenuButtonPopup);
    m_hide = button(tr("Hide Zero"),
        tr("Hide rows whose counters are all 0, and columns of zeros (Ctrl+Shift+H). After Zero: those that counted "
           "nothing since."),
        true);
    m_dismiss
        = button(tr("Dismiss"), tr("Remove the rows that are gone, and the marks of new ones (Ctrl+Shift+D)"), false);
    m_log = button(tr("Changes"), tr("What changed while it was live (Ctrl+Shift+L)"), true);

    connect(m_live, &QToolButton::toggled, this, &LiveBar::liveAsked);
    connect(m_interval, &QSpinBox::valueChanged, this, [this] { emit intervalChanged(interval()); });
    connect(m_zero, &QToolButton::clicked, this, &LiveBar::zeroAsked);
    connect(m_hide, &QToolButton::toggled, this, &LiveBar::zerosHidden);
    connect(m_dismiss, &QToolButton::clicked, this, &LiveBar::dismissAsked);
    connect(m_log, &QToolButton::toggled, this, &LiveBar::logAsked);
    showZero(false, false);
    showGone(0);
}

QToolButton *LiveBar::button(const QString &name, const QString &tip, bool checkable) {
    auto *made = new QToolButton(this);
    made->setText(name);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    made->setAutoRaise(true);
    made->setCheckable(checkable);
    layout()->addWidget(made);
    return made;
}

std::chrono::seconds LiveBar::interval() const { return std::chrono::seconds(m_interval->value()); }

bool LiveBar::hidesZeros() const { return m_hide->isChecked(); }

bool LiveBar::showsLog() const { return m_log->isChecked(); }

void LiveBar::showLive(bool live) {
    const QSignalBlocker quiet(m_live);
    m_live->setChecked(live);
}

void LiveBar::showZero(bool canZero, bool hasZero) {
    m_zero->setEnabled(canZero);
    m_forget->setEnabled(hasZero);
}

void LiveBar::showGone(int rows) { m_dismiss->setText(rows > 0 ? tr("Dismiss %1").arg(rows) : tr("Dismiss")); }

void LiveBar::showLog(bool shown) {
    const QSignalBlocker quiet(m_log);
    m_log->setChecked(shown);
}

void LiveBar::toggleLive() { m_live->toggle(); }

void LiveBar::focusInterval() {
    m_interval->setFocus(Qt::ShortcutFocusReason);
    m_interval->selectAll();
}

void LiveBar::zero() { m_zero->click(); }

void LiveBar::toggleZeros() { m_hide->toggle(); }

void LiveBar::dismiss() { m_dismiss->click(); }

void LiveBar::toggleLog() { m_log->toggle(); }

} // namespace walkabout
