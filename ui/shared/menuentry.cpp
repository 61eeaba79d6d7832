// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/menuentry.h"

#include <QMenu>

namespace walkabout {

QAction *addEntry(QMenu &menu, const QString &text, const QKeySequence &key, const std::function<void()> &deed) {
    QAction *action = menu.addAction(text, &menu, deed);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

} // namespace walkabout
