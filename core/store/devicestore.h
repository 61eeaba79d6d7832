// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicechanges.h"

#include <QObject>

#include <functional>

class QJsonObject;

namespace walkabout {

/// The saved devices with their groups and credential profiles, in one versioned JSON file without secrets, shared by
/// window and command line (design 3.10): lock, read again, write through QSaveFile. A damaged file is set aside and
/// named, never overwritten; a newer one is read and not changed.
class DeviceStore final : public QObject {
    Q_OBJECT

public:
    /// configFolder: where devices.json lives.
    explicit DeviceStore(const QString &configFolder, QObject *parent = nullptr);

    /// Reads the file again. A failure tells what was set aside or cannot be changed; what could be read is there all
    /// the same.
    [[nodiscard]] std::optional<Failure> load();
    /// Those with a profile have what it says.
    [[nodiscard]] const QList<Device> &devices() const { return m_devices; }
    [[nodiscard]] const QList<CredentialProfile> &profiles() const { return m_profiles; }
    /// All groups, also the empty ones and those above others, sorted.
    [[nodiscard]] const QStringList &groups() const { return m_groups; }
    [[nodiscard]] const Device *find(const QUuid &id) const;
    /// By name, case kept; nullptr: none.
    [[nodiscard]] const Device *named(QStringView name) const;
    [[nodiscard]] const CredentialProfile *profile(const QUuid &id) const;
    [[nodiscard]] const CredentialProfile *profileNamed(QStringView name) const;
    [[nodiscard]] QList<Device> devicesWith(const QUuid &profile) const;
    /// Under which UUIDs secrets may be stored: devices and profiles.
    [[nodiscard]] QList<QUuid> secretsOwners() const;
    [[nodiscard]] bool ownsSecrets(const QUuid &id) const { return find(id) || profile(id); }
    /// A name like this one that no other device has: "core1 (2)".
    [[nodiscard]] QString freeName(const QString &wanted, const QUuid &device = {}) const;
    /// A newer version's file: read, never changed.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// All of it or nothing, in one writing. A Damaged failure tells of a file set aside meanwhile: it was done all the
    /// same.
    [[nodiscard]] std::optional<Failure> apply(const DeviceChanges &changes);
    /// What would take these changes back, asked before they are made.
    [[nodiscard]] DeviceChanges inverse(const DeviceChanges &changes) const;
    /// Adds it, or replaces the one with its id; as apply().
    [[nodiscard]] std::optional<Failure> save(const Device &device);
    [[nodiscard]] std::optional<Failure> remove(const QUuid &id);
    [[nodiscard]] QString path() const { return m_path; }

signals:
    void changed();

private:
    void take(const QJsonObject &root);

    QString m_path;
    QList<Device> m_devices;
    QList<CredentialProfile> m_profiles;
    QStringList m_keptGroups; // as the file lists them
    QStringList m_groups;
    bool m_readOnly = false;
};

} // namespace walkabout
