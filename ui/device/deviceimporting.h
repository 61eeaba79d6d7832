// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/deviceimport.h"
#include "ui/shared/poolrun.h"

#include <QObject>

namespace walkabout {

class DeviceImportSheet;
class NoticeBar;
class OpenDevices;

/// From a file of devices to the list: read on the pool, shown in the sheet, saved when a person says so, its secrets
/// in the secret store alone; offered back. Owned by the window; what it stands on outlives it.
class DeviceImporting final : public QObject {
    Q_OBJECT

public:
    DeviceImporting(OpenDevices &devices, DeviceImportSheet &sheet, NoticeBar &notice, QObject *window);

    void open(const QString &path);

signals:
    void favouritesImported(const QStringList &favourites);

private:
    void save();

    OpenDevices &m_devices;
    DeviceImportSheet &m_sheet;
    NoticeBar &m_notice;
    PoolRun<Result<DeviceImport>> m_reading;
};

} // namespace walkabout
