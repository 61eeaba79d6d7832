// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/deviceimporting.h"

#include "core/base/count.h"
#include "ui/device/deviceimportsheet.h"
#include "ui/device/opendevices.h"
#include "ui/shared/noticebar.h"

#include <QFileInfo>

namespace walkabout {

DeviceImporting::DeviceImporting(OpenDevices &devices, DeviceImportSheet &sheet, NoticeBar &notice, QObject *window)
    : QObject(window)
    , m_devices(devices)
    , m_sheet(sheet)
    , m_notice(notice) {
    connect(&sheet, &DeviceImportSheet::importAsked, this, &DeviceImporting::save);
}

void DeviceImporting::open(const QString &path) {
    m_reading.start([path](const std::atomic<bool> &) { return DeviceImport::open(path); },
        [this, path](const Result<DeviceImport> &found) {
            if (!found)
                return m_notice.complain(found.failure().text());
            m_sheet.show(ImportedRows(*found, m_devices.saved()), QFileInfo(path).fileName());
        });
}

void DeviceImporting::save() {
    const ImportedRows rows = m_sheet.rows();
    m_sheet.clear();
    const DeviceChanges changes = rows.changes();
    const DeviceChanges back = m_devices.saved().inverse(changes);
    const auto failure = m_devices.saved().apply(changes);
    if (failure && failure->kind() != Failure::Kind::Damaged)
        return m_notice.complain(failure->text());
    const auto secrets = rows.secrets();
    for (const auto &[owner, kept] : secrets)
        m_devices.secrets().write(owner, kept, this, {});
    if (!rows.import().favourites.isEmpty())
        emit favouritesImported(rows.import().favourites);
    const QString told = tr("Imported: %1, %2.")
                             .arg(counted(changes.devices.size(), tr("%1 device"), tr("%1 devices")),
                                 counted(changes.profiles.size(), tr("%1 profile"), tr("%1 profiles")));
    m_notice.tell(told, tr("Undo"), [this, back] {
        if (const auto undone = m_devices.saved().apply(back))
            return m_notice.complain(undone->text());
        for (const QList<QUuid> &gone : {back.removedDevices, back.removedProfiles}) {
            for (const QUuid &owner : gone)
                m_devices.secrets().remove(owner, this, {});
        }
    });
}

} // namespace walkabout
