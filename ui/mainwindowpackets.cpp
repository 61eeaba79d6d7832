// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of every open device on its way to the packets panel.
#include "ui/docks.h"
#include "ui/mainwindow.h"
#include "ui/packet/packetpanel.h"
#include "ui/shared/noticebar.h"
#include "ui/trap/trappanel.h"

#include <QAction>
#include <QFileInfo>

namespace walkabout {

void MainWindow::connectPackets() {
    connect(&m_open, &OpenDevices::added, this, [this](OpenDevice *device) {
        connect(device, &OpenDevice::traffic, &m_ring, [this, device](const Traffic &traffic) {
            m_ring.add(device->device().id, device->device().label(), traffic);
        });
        connect(device, &OpenDevice::closed, m_packets, &PacketPanel::refresh);
    });
    connect(m_traps, &TrapPanel::traffic, &m_ring, [this](const Traffic &traffic) {
        // Each sender is a device of its own: ids are theirs.
        const QString sender = traffic.path.peer.toString();
        m_ring.add(QUuid::createUuidV5(QUuid(), sender), sender, traffic);
    });
    m_packets->setDecrypt([this](const QUuid &id, QByteArrayView message) -> Decrypted {
        OpenDevice *device = m_open.find(id);
        const Connection *connection = device ? device->connection() : nullptr;
        if (!connection) { // of no device that is open: perhaps a notification
            auto plain = m_traps->station().receiver().decrypted(message);
            return {plain.has_value(), std::move(plain)};
        }
        return {connection->hasKeys(), connection->decrypted(message)};
    });
    connect(m_packets, &PacketPanel::countChanged, this, [this](qint64 count) {
        m_docks->packetsToggle()->setText(count > 0 ? tr("Pac&kets %1").arg(count) : tr("Pac&kets"));
    });
    connect(m_packets, &PacketPanel::failed, this, &MainWindow::complain);
    connect(m_packets, &PacketPanel::saved, this, [this](const QString &path, int packets, bool masked) {
        const QString name = QFileInfo(path).fileName();
        m_notice->tell(masked ? tr("%1 packets saved as %2, their communities masked.").arg(packets).arg(name)
                              : tr("%1 packets saved as %2, with their communities in clear.").arg(packets).arg(name));
    });
}

} // namespace walkabout
