// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/focusedpanel.h"

#include "ui/find/findbar.h"

#include <QApplication>
#include <QLineEdit>

namespace walkabout {

FindBar *FocusedPanel::findBar() const {
    for (QWidget *at : {QApplication::focusWidget(), m_results}) {
        for (; at && at != &m_window; at = at->parentWidget()) {
            if (auto *bar = at->findChild<FindBar *>(QString(), Qt::FindDirectChildrenOnly))
                return bar;
        }
    }
    return nullptr;
}

QLineEdit *FocusedPanel::filter(const QList<QWidget *> &panels) {
    for (const QWidget *panel : panels) {
        if (!panel->isAncestorOf(QApplication::focusWidget()))
            continue;
        for (QLineEdit *line : panel->findChildren<QLineEdit *>()) {
            if (line->accessibleName().startsWith(tr("Filter")))
                return line;
        }
    }
    return nullptr;
}

} // namespace walkabout
