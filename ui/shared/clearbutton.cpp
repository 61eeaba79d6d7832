// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/clearbutton.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace walkabout {

void addClearButton(QLineEdit *edit) {
    edit->setClearButtonEnabled(true);
    const auto buttons = edit->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(
                QCoreApplication::translate("ClearButton", "Clear %1").arg(edit->accessibleName()));
    }
}

} // namespace walkabout
