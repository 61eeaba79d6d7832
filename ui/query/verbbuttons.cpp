// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/verbbuttons.h"

#include "ui/shared/icon.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>
#include <QWidgetAction>

namespace walkabout {

namespace {

QString nameOf(Verb verb) {
    switch (verb) {
    case Verb::Get: return VerbButtons::tr("Get");
    case Verb::Next: return VerbButtons::tr("Next");
    case Verb::Bulk: return VerbButtons::tr("Bulk");
    case Verb::Walk: return VerbButtons::tr("Walk");
    case Verb::Table: return VerbButtons::tr("Table");
    case Verb::Set: return VerbButtons::tr("Set");
    }
    return {};
}

Glyph glyphOf(Verb verb) { return verb == Verb::Table ? Glyph::Table : verb == Verb::Walk ? Glyph::Tree : Glyph::Get; }

} // namespace

VerbButtons::VerbButtons(QWidget *parent)
    : QWidget(parent)
    , m_main(new QToolButton(this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_main->setPopupMode(QToolButton::MenuButtonPopup);
    m_main->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_main->setMinimumWidth(86);
    QFont bold = m_main->font();
    bold.setBold(true);
    m_main->setFont(bold);
    connect(m_main, &QToolButton::clicked, this, [this] { emit asked(m_obvious); });
    layout->addWidget(m_main);

    m_get = small(tr("Get"), tr("GET: the instances named, or the .0 of a scalar"));
    m_walk = small(tr("Walk"), tr("Every instance below the object (Ctrl+Enter)"));
    m_table = small(tr("Table"), tr("The conceptual table as a grid"));
    QToolButton *next = small(tr("Next"), tr("GETNEXT: the instance that follows"));
    m_bulk = small(tr("Bulk"), tr("GETBULK with both of its numbers"));
    m_bulk->setPopupMode(QToolButton::MenuButtonPopup);
    layout->addSpacing(10);
    m_set = small(tr("Set"), {});
    layout->addSpacing(10);
    m_stop = small(tr("Stop"), tr("Stop what runs in this tab (Esc)"));
    m_stop->setIcon(icon(Glyph::Stop, Tint::Bad));
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    connect(m_get, &QToolButton::clicked, this, [this] { emit asked(Verb::Get); });
    connect(m_walk, &QToolButton::clicked, this, [this] { emit asked(Verb::Walk); });
    connect(m_table, &QToolButton::clicked, this, [this] { emit asked(Verb::Table); });
    connect(next, &QToolButton::clicked, this, [this] { emit asked(Verb::Next); });
    connect(m_bulk, &QToolButton::clicked, this, [this] { emit asked(Verb::Bulk); });
    connect(m_set, &QToolButton::clicked, this, [this] { emit asked(Verb::Set); });
    connect(m_stop, &QToolButton::clicked, this, &VerbButtons::stopAsked);
    makeMenu();
    makeBulkMenu();
    setBulk(0, 10);
    setObvious(Verb::Walk);
    setRunning(false);
    setDevice({}, false);
}

QToolButton *VerbButtons::small(const QString &name, const QString &tip) {
    auto *button = new QToolButton(this);
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    return button;
}

void VerbButtons::makeMenu() {
    auto *menu = new QMenu(m_main);
    for (const Verb verb : {Verb::Get, Verb::Next, Verb::Bulk, Verb::Walk, Verb::Table})
        connect(menu->addAction(nameOf(verb)), &QAction::triggered, this, [this, verb] { emit asked(verb); });
    m_main->setMenu(menu);
}

void VerbButtons::makeBulkMenu() {
    auto *menu = new QMenu(m_bulk);
    auto *fields = new QWidget(menu);
    auto *form = new QFormLayout(fields);
    auto *nonRepeaters = new QSpinBox(fields);
    nonRepeaters->setRange(0, 1000);
    nonRepeaters->setAccessibleName(tr("Non-repeaters"));
    auto *maxRepetitions = new QSpinBox(fields);
    maxRepetitions->setRange(1, 10'000);
    maxRepetitions->setValue(10);
    maxRepetitions->setAccessibleName(tr("Max-repetitions"));
    form->addRow(tr("Non-repeaters"), nonRepeaters);
    form->addRow(tr("Max-repetitions"), maxRepetitions);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(fields);
    menu->addAction(action);
    m_bulk->setMenu(menu);
    const auto tell
        = [this, nonRepeaters, maxRepetitions] { emit bulkChanged(nonRepeaters->value(), maxRepetitions->value()); };
    connect(nonRepeaters, &QSpinBox::valueChanged, this, tell);
    connect(maxRepetitions, &QSpinBox::valueChanged, this, tell);
}

void VerbButtons::setBulk(int nonRepeaters, int maxRepetitions) {
    m_bulk->setText(tr("Bulk %1/%2").arg(nonRepeaters).arg(maxRepetitions));
}

void VerbButtons::setObvious(Verb verb) {
    m_obvious = verb;
    m_main->setText(nameOf(verb));
    m_main->setAccessibleName(nameOf(verb));
    m_main->setIcon(icon(glyphOf(verb)));
    m_main->setToolTip(tr("%1: what stands to reason here (Enter)").arg(nameOf(verb)));
    m_get->setVisible(verb != Verb::Get);
    m_walk->setVisible(verb != Verb::Walk);
    m_table->setVisible(verb != Verb::Table);
}

void VerbButtons::setDevice(const QString &label, bool writable) {
    constexpr int Most = 22; // letters: the address needs the room
    // In the middle: the ends of names tell devices apart.
    const QString name = label.size() > Most ? label.first(Most / 2) + u'…' + label.last(Most - Most / 2 - 1) : label;
    m_set->setText(label.isEmpty() ? tr("Set") : tr("Set on %1").arg(name).replace(u'&', QStringLiteral("&&")));
    m_set->setAccessibleDescription(label.isEmpty() ? QString() : tr("Set on %1").arg(label));
    m_set->setEnabled(writable);
    m_set->setToolTip(writable ? tr("Change the selected instance on %1").arg(label)
                               : tr("The device is open read-only: allow writes with the padlock first"));
}

void VerbButtons::setRunning(bool running) { m_stop->setEnabled(running); }

} // namespace walkabout
