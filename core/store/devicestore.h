// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/device.h"

#include <QObject>

#include <functional>

class QJsonArray;

namespace walkabout {

/// The saved devices, in one versioned JSON file without secrets, shared by window and command line (design 3.10):
/// lock, read again, write through QSaveFile. A damaged file is set aside and named, never overwritten; a newer one is
/// read and not changed.
class DeviceStore final : public QObject {
    Q_OBJECT

public:
    /// configFolder: where devices.json lives.
    explicit DeviceStore(const QString &configFolder, QObject *parent = nullptr);

    /// Reads the file again. A failure tells what was set aside or cannot be changed; what could be read is there all
    /// the same.
    [[nodiscard]] std::optional<Failure> load();
    [[nodiscard]] const QList<Device> &devices() const { return m_devices; }
    [[nodiscard]] const Device *find(const QUuid &id) const;
    /// By name, case kept; nullptr: none.
    [[nodiscard]] const Device *named(QStringView name) const;
    /// A newer version's file: read, never changed.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Adds it, or replaces the one with its id. A Damaged failure tells of a file set aside meanwhile: the device was
    /// saved all the same.
    [[nodiscard]] std::optional<Failure> save(const Device &device);
    [[nodiscard]] std::optional<Failure> remove(const QUuid &id);
    [[nodiscard]] QString path() const { return m_path; }

signals:
    void changed();

private:
    std::optional<Failure> change(const std::function<void(QJsonArray &)> &how);

    QString m_path;
    QList<Device> m_devices;
    bool m_readOnly = false;
};

} // namespace walkabout
