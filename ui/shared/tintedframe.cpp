// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tintedframe.h"

#include <QEvent>

namespace walkabout {

void TintedFrame::setBack(Tint back) {
    m_back = back;
    m_isTinted = true;
    dress();
}

void TintedFrame::dress() {
    const QPalette around = parentWidget()->palette();
    if (palette().color(QPalette::Window) == tint(around, m_back))
        return;
    QPalette colours = around;
    colours.setColor(QPalette::Window, tint(around, m_back));
    setPalette(colours);
}

void TintedFrame::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (m_isTinted && event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace walkabout
