// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/deviceimport.h"

#include <QCoreApplication>

namespace walkabout {

class DeviceStore;
class Settings;

/// The devices, groups, profiles and favourites of one person as a file for another, fit for a version control system:
/// plain JSON, one thing a line, in an order that does not move, without secrets. Recordings beside it or below are
/// named from there. A value.
class Project final {
    Q_DECLARE_TR_FUNCTIONS(Project)

public:
    /// Of everything that is saved.
    Project(const DeviceStore &devices, const Settings &settings);

    /// Replaces the file; one of a newer version is left as it is.
    [[nodiscard]] std::optional<Failure> write(const QString &path) const;
    /// path: from where its recordings are named. A newer version's is read as far as it is known, and that is a
    /// problem told.
    [[nodiscard]] static Result<DeviceImport> read(const QByteArray &text, const QString &path);

    [[nodiscard]] static QLatin1StringView suffix() { return QLatin1StringView(".walkabout.json"); }
    /// The settings' key of the favourites.
    [[nodiscard]] static QString favouritesKey() { return QStringLiteral("mib.favourites"); }

private:
    QList<Device> m_devices;
    QList<CredentialProfile> m_profiles;
    QStringList m_groups;
    QStringList m_favourites;
};

} // namespace walkabout
