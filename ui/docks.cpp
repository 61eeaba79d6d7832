// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks.h"

#include "ui/shared/icon.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace walkabout {

Docks::Docks(QMainWindow &window, const Panels &panels)
    : QObject(&window)
    , m_window(window)
    , m_mib(add(panels.mib, tr("MIB"), u"mib"_s, Qt::LeftDockWidgetArea))
    , m_details(add(panels.details, tr("Details"), u"details"_s, Qt::LeftDockWidgetArea))
    , m_devices(add(panels.devices, tr("Devices"), u"devices"_s, Qt::LeftDockWidgetArea))
    , m_modules(add(panels.modules, tr("Modules"), u"modules"_s, Qt::BottomDockWidgetArea))
    , m_traps(add(panels.traps, tr("Traps"), u"traps"_s, Qt::BottomDockWidgetArea))
    , m_packets(add(panels.packets, tr("Packets"), u"packets"_s, Qt::BottomDockWidgetArea))
    , m_log(add(panels.log, tr("Log"), u"log"_s, Qt::BottomDockWidgetArea))
    , m_changes(add(panels.changes, tr("Changes"), u"changes"_s, Qt::BottomDockWidgetArea)) {
    // The docks themselves are called without the marks of a menu.
    m_mib->toggleViewAction()->setText(tr("&MIB"));
    m_details->toggleViewAction()->setText(tr("&Details"));
    m_devices->toggleViewAction()->setText(tr("De&vices"));
    m_modules->toggleViewAction()->setText(tr("M&odules"));
    m_traps->toggleViewAction()->setText(tr("Tra&ps"));
    m_packets->toggleViewAction()->setText(tr("Pac&kets"));
    m_log->toggleViewAction()->setText(tr("&Log"));
    m_changes->toggleViewAction()->setText(tr("Cha&nges"));
    m_changes->toggleViewAction()->setIcon(icon(Glyph::Edit));
    m_traps->toggleViewAction()->setIcon(icon(Glyph::Bell));
    m_packets->toggleViewAction()->setIcon(icon(Glyph::Packets));
    m_log->toggleViewAction()->setIcon(icon(Glyph::Log));
    window.setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    window.setTabPosition(Qt::LeftDockWidgetArea, QTabWidget::North);
    window.setDocumentMode(true);
    setLocked(true);
    reset();
}

QDockWidget *Docks::add(QWidget *panel, const QString &title, const QString &name, Qt::DockWidgetArea area) {
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    m_window.addDockWidget(area, dock);
    m_docks += dock;
    return dock;
}

void Docks::reset() {
    for (QDockWidget *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        const bool below
            = dock == m_modules || dock == m_traps || dock == m_packets || dock == m_log || dock == m_changes;
        m_window.addDockWidget(below ? Qt::BottomDockWidgetArea : Qt::LeftDockWidgetArea, dock);
        dock->setVisible(!below);
    }
    m_window.splitDockWidget(m_mib, m_details, Qt::Vertical);
    m_window.tabifyDockWidget(m_mib, m_devices);
    m_window.tabifyDockWidget(m_modules, m_traps);
    m_window.tabifyDockWidget(m_traps, m_packets);
    m_window.tabifyDockWidget(m_packets, m_log);
    m_window.tabifyDockWidget(m_log, m_changes);
    m_mib->raise();
    m_window.resizeDocks({m_mib, m_details}, {340, 340}, Qt::Horizontal);
    m_window.resizeDocks({m_mib, m_details}, {380, 280}, Qt::Vertical);
    m_window.resizeDocks({m_traps}, {240}, Qt::Vertical);
}

void Docks::setLocked(bool locked) {
    if (locked == m_locked)
        return;
    m_locked = locked;
    for (QDockWidget *dock : std::as_const(m_docks)) {
        // Closable also when locked: the panels' toggles are disabled otherwise.
        dock->setFeatures(locked
                ? QDockWidget::DockWidgetClosable
                : QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
        // A bar without buttons would only take room.
        QWidget *bar = dock->titleBarWidget();
        dock->setTitleBarWidget(locked ? new QWidget(dock) : nullptr);
        delete bar;
    }
}

void Docks::raise(QWidget *panel) {
    for (QDockWidget *dock : std::as_const(m_docks)) {
        if (dock->widget() == panel) {
            dock->show();
            dock->raise();
        }
    }
}

QList<QAction *> Docks::toggles() const {
    QList<QAction *> actions;
    for (const QDockWidget *dock : m_docks)
        actions += dock->toggleViewAction();
    return actions;
}

void Docks::showUnreadTraps(int count) {
    m_traps->setWindowTitle(count > 0 ? tr("Traps %1").arg(count) : tr("Traps"));
    m_traps->toggleViewAction()->setText(count > 0 ? tr("Tra&ps %1").arg(count) : tr("Tra&ps")); // behind the title
}

void Docks::showPendingChanges(int count) {
    m_changes->setWindowTitle(count > 0 ? tr("Changes %1").arg(count) : tr("Changes"));
    m_changes->toggleViewAction()->setText(count > 0 ? tr("Cha&nges %1").arg(count) : tr("Cha&nges"));
}

QAction *Docks::trapsToggle() const { return m_traps->toggleViewAction(); }
QAction *Docks::packetsToggle() const { return m_packets->toggleViewAction(); }
QAction *Docks::logToggle() const { return m_log->toggleViewAction(); }
QAction *Docks::changesToggle() const { return m_changes->toggleViewAction(); }

} // namespace walkabout
