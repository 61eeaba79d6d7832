// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/devicechanges.h"

namespace walkabout {
class DeviceStore;
}

/// What is done to groups of devices, as changes of the store.
namespace walkabout::groupchanges {

/// The group is called so, with all that is inside; `to` empty: what is inside stands at the top, and it is gone.
[[nodiscard]] DeviceChanges rename(const DeviceStore &store, const QString &from, const QString &to);
/// What is inside goes to the group around it.
[[nodiscard]] DeviceChanges remove(const DeviceStore &store, const QString &group);
/// Devices and groups, with all that is inside these, go into the group; a group does not go into itself.
[[nodiscard]] DeviceChanges move(
    const DeviceStore &store, const QList<QUuid> &devices, const QStringList &groups, const QString &into);

} // namespace walkabout::groupchanges
