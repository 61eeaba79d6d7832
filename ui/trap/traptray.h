// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>

class QSystemTrayIcon;

namespace walkabout {

/// The program's mark in the desktop's tray while there are traps that no one has seen, with their number. A desktop
/// without a tray shows none. Owned by the window.
class TrapTray final : public QObject {
    Q_OBJECT

public:
    explicit TrapTray(QObject *parent = nullptr);

    void setUnread(int count);
    /// The program's icon with a number on it; above 99: "99+".
    [[nodiscard]] static QIcon badge(const QIcon &icon, int count);

signals:
    void activated();

private:
    QSystemTrayIcon *m_icon = nullptr; // once it is wanted
};

} // namespace walkabout
