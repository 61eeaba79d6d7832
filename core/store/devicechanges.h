// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/credentialprofile.h"

namespace walkabout {

/// What becomes of saved devices, profiles and groups in one step: added or replaced by their id, or removed. A value;
/// the store says what would take it back.
struct DeviceChanges {
    QList<Device> devices;
    QList<QUuid> removedDevices;
    QList<CredentialProfile> profiles;
    QList<QUuid> removedProfiles; // devices with one keep its version and user as their own
    QStringList groups; // those above them come with them
    QStringList removedGroups; // empty ones: a group with devices is there as long as they are

    friend bool operator==(const DeviceChanges &, const DeviceChanges &) = default;
};

} // namespace walkabout
