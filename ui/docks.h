// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;

namespace walkabout {

/// The panels around the results: docks, locked in place until they are unlocked; their layout can be reset. Owned by
/// the window.
class Docks final : public QObject {
    Q_OBJECT

public:
    struct Panels {
        QWidget *mib;
        QWidget *details;
        QWidget *devices;
        QWidget *modules;
        QWidget *traps;
        QWidget *packets;
        QWidget *log;
        QWidget *changes;
    };
    Docks(QMainWindow &window, const Panels &panels);

    void setLocked(bool locked);
    void reset();
    void raise(QWidget *panel);
    /// Shows and hides each panel.
    [[nodiscard]] QList<QAction *> toggles() const;
    [[nodiscard]] QAction *trapsToggle() const;
    void showUnreadTraps(int count);
    [[nodiscard]] QAction *packetsToggle() const;
    [[nodiscard]] QAction *logToggle() const;
    [[nodiscard]] QAction *changesToggle() const;
    void showPendingChanges(int count);

private:
    QDockWidget *add(QWidget *panel, const QString &title, const QString &name, Qt::DockWidgetArea area);

    QMainWindow &m_window;
    QList<QDockWidget *> m_docks;
    QDockWidget *m_mib;
    QDockWidget *m_details;
    QDockWidget *m_devices;
    QDockWidget *m_modules;
    QDockWidget *m_traps;
    QDockWidget *m_packets;
    QDockWidget *m_log;
    QDockWidget *m_changes;
    bool m_locked = false;
};

} // namespace walkabout
