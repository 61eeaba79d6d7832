// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/checkmenu.h"

#include <QKeyEvent>

namespace walkabout {

void CheckMenu::addBit(const QString &text, quint32 bits) {
    QAction *action = addAction(text);
    action->setCheckable(true);
    action->setData(bits);
    connect(action, &QAction::triggered, this, [this, bits](bool on) {
        setBits(on ? this->bits() | bits : this->bits() & ~bits);
        emit bitsChanged();
    });
}

quint32 CheckMenu::bits() const {
    quint32 all = 0;
    for (const QAction *action : actions())
        all |= action->isChecked() ? action->data().toUInt() : 0;
    return all;
}

void CheckMenu::setBits(quint32 bits) {
    for (QAction *action : actions()) {
        const quint32 own = action->data().toUInt();
        action->setChecked(own != 0 && (bits & own) == own);
    }
}

bool CheckMenu::tick(QAction *action) {
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void CheckMenu::mouseReleaseEvent(QMouseEvent *event) {
    if (!tick(actionAt(event->pos())))
        QMenu::mouseReleaseEvent(event);
}

void CheckMenu::keyPressEvent(QKeyEvent *event) {
    const bool ticks = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!ticks || !tick(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace walkabout
