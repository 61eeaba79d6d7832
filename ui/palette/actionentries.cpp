// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/actionentries.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace walkabout::paletteentries {

namespace {

struct ActionText {
    Q_DECLARE_TR_FUNCTIONS(ActionText)
};

QString withoutMarks(QString text) { return text.remove(u'&').remove(u'…').trimmed(); }

QString stateOf(const QAction &action) {
    if (!action.isEnabled())
        return ActionText::tr("not now");
    if (!action.isCheckable())
        return {};
    return action.isChecked() ? ActionText::tr("on") : ActionText::tr("off");
}

PaletteEntry entryOf(QAction *action, const QString &where, bool isSetting) {
    PaletteEntry entry;
    entry.group = isSetting || action->isCheckable() ? PaletteEntry::Group::Setting : PaletteEntry::Group::Action;
    entry.text = withoutMarks(action->text());
    const QString state = stateOf(*action);
    entry.detail = state.isEmpty() ? where : ActionText::tr("%1, %2").arg(where, state);
    entry.id = u"action:%1:%2"_s.arg(where, entry.text);
    entry.keys = action->shortcut().toString(QKeySequence::NativeText);
    entry.icon = action->icon();
    entry.isEnabled = action->isEnabled();
    entry.target = QPointer(action);
    return entry;
}

void collect(const QMenu &menu, const QString &where, const QList<QAction *> &settings, QList<PaletteEntry> &into) {
    for (QAction *action : menu.actions()) {
        if (const QMenu *below = action->menu())
            collect(*below, ActionText::tr("%1: %2").arg(where, withoutMarks(below->title())), settings, into);
        else if (!action->isSeparator())
            into += entryOf(action, where, settings.contains(action));
    }
}

} // namespace

QList<PaletteEntry> ofMenus(const QMenuBar &bar, const QList<QAction *> &settings) {
    QList<PaletteEntry> entries;
    for (const QAction *top : bar.actions())
        if (const QMenu *menu = top->menu())
            collect(*menu, withoutMarks(menu->title()), settings, entries);
    return entries;
}

QList<PaletteEntry> ofPanel(const QWidget &panel, const QString &title) {
    QList<PaletteEntry> entries;
    for (QAction *action : panel.actions())
        if (!action->isSeparator() && !action->text().isEmpty())
            entries += entryOf(action, title, false);
    return entries;
}

} // namespace walkabout::paletteentries
