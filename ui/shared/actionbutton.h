// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QToolButton>

namespace walkabout {

/// A button of a checkable action that triggers it also where it is toggled by name, as a screen reader does: Qt's own
/// would check the action, and who listens for triggered() would hear nothing.
class ActionButton final : public QToolButton {
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr)
        : QToolButton(parent) {
        setDefaultAction(action);
    }

protected:
    void checkStateSet() override {
        if (defaultAction() && defaultAction()->isChecked() != isChecked())
            defaultAction()->trigger();
    }
};

} // namespace walkabout
