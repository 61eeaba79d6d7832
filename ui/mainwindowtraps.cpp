// SPDX-License-Identifier: GPL-3.0-or-later
// Where the trap panel's rows lead in the rest of the window.
#include "ui/device/deviceediting.h"
#include "ui/docks.h"
#include "ui/mainwindow.h"
#include "ui/mib/mibpanel.h"
#include "ui/packet/packetpanel.h"
#include "ui/query/asking.h"
#include "ui/shared/noticebar.h"
#include "ui/trap/trappanel.h"
#include "ui/trap/traptray.h"

#include <QAction>
#include <QDockWidget>

namespace walkabout {

void MainWindow::connectTraps() {
    connect(m_traps, &TrapPanel::sourceRequested, this, &MainWindow::showSource);
    connect(m_traps, &TrapPanel::objectRequested, this, [this](const Oid &oid) {
        m_docks->raise(m_mib);
        reveal(oid);
    });
    connect(
        m_traps, &TrapPanel::deviceRequested, this, [this](const Device &device) { m_asking->meet(device.label()); });
    connect(m_traps, &TrapPanel::userWanted, m_editing, &DeviceEditing::edit);
    connect(m_traps, &TrapPanel::packetRequested, this, [this](const QByteArray &bytes) {
        if (m_packets->reveal(bytes))
            m_docks->raise(m_packets);
        else
            m_notice->tell(tr("This message is no longer among the packets: the panel keeps the latest ones."));
    });
    connect(&m_open, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(
            device, &OpenDevice::interfacesChanged, this, [this] { m_traps->setInterfaces(sourceInterfaces(m_open)); });
    });
    connect(m_traps, &TrapPanel::told, this, [this](const QString &text) { m_notice->tell(text); });
    connect(m_traps, &TrapPanel::failed, this, &MainWindow::complain);
    const auto bringForward = [this] {
        m_docks->raise(m_traps);
        show();
        raise();
        activateWindow();
    };
    auto *tray = new TrapTray(this);
    connect(tray, &TrapTray::activated, this, bringForward);
    connect(m_traps, &TrapPanel::attentionWanted, this, bringForward);
    connect(m_traps, &TrapPanel::unreadChanged, tray, &TrapTray::setUnread);
    connect(m_traps, &TrapPanel::unreadChanged, m_docks, &Docks::showUnreadTraps);
}

} // namespace walkabout
