// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace walkabout {

/// A menu of things to tick, which stays open while they are ticked: each stands for a bit.
class CheckMenu final : public QMenu {
    Q_OBJECT

public:
    using QMenu::QMenu;

    void addBit(const QString &text, quint32 bits);
    [[nodiscard]] quint32 bits() const;
    /// Emits nothing.
    void setBits(quint32 bits);

signals:
    void bitsChanged();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool tick(QAction *action);
};

} // namespace walkabout
