// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/groupchanges.h"

#include "core/store/devicegroup.h"
#include "core/store/devicestore.h"

#include <algorithm>

namespace walkabout::groupchanges {

namespace {

void put(DeviceChanges &changes, Device device, const QString &group) {
    if (device.group == group || std::ranges::find(changes.devices, device.id, &Device::id) != changes.devices.end())
        return;
    device.group = group;
    changes.devices += device;
}

void rename(DeviceChanges &changes, const DeviceStore &store, const QString &from, const QString &to) {
    for (const Device &device : store.devices()) {
        if (devicegroup::isWithin(device.group, from))
            put(changes, device, devicegroup::moved(device.group, from, to));
    }
    for (const QString &group : store.groups()) {
        if (!devicegroup::isWithin(group, from))
            continue;
        changes.removedGroups += group;
        if (const QString moved = devicegroup::moved(group, from, to); !moved.isEmpty())
            changes.groups += moved;
    }
}

} // namespace

DeviceChanges rename(const DeviceStore &store, const QString &from, const QString &to) {
    DeviceChanges changes;
    if (!from.isEmpty() && from != to)
        rename(changes, store, from, to);
    return changes;
}

DeviceChanges remove(const DeviceStore &store, const QString &group) {
    return rename(store, group, devicegroup::parent(group));
}

DeviceChanges move(
    const DeviceStore &store, const QList<QUuid> &devices, const QStringList &groups, const QString &into) {
    DeviceChanges changes;
    for (const QString &group : groups) {
        const QString to = devicegroup::below(into, devicegroup::name(group));
        const bool isInside = std::ranges::any_of(
            groups, [&group](const QString &other) { return other != group && devicegroup::isWithin(group, other); });
        if (!isInside && to != group && !devicegroup::isWithin(into, group))
            rename(changes, store, group, to);
    }
    for (const QUuid &id : devices) {
        if (const Device *device = store.find(id))
            put(changes, *device, into);
    }
    return changes;
}

} // namespace walkabout::groupchanges
