// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trap/sourceinterfaces.h"

#include "ui/device/opendevices.h"

#include <QSet>

namespace walkabout {

SourceInterfaces sourceInterfaces(const OpenDevices &devices) {
    SourceInterfaces found;
    QSet<QString> ambiguous;
    for (const OpenDevice *device : devices.all()) {
        const InterfaceNames::Pointer names = device->interfaces();
        // The demo and recordings answer from this system, which may send notifications of its own.
        if (!names || device->device().kind != Device::Kind::Live || device->peer().isNull())
            continue;
        bool isV4 = false;
        const quint32 v4 = device->peer().toIPv4Address(&isV4);
        const QString address = (isV4 ? QHostAddress(v4) : device->peer()).toString();
        const InterfaceNames::Pointer known = found.value(address);
        if (known && !(*known == *names))
            ambiguous.insert(address);
        found.insert(address, names);
    }
    for (const QString &address : std::as_const(ambiguous))
        found.remove(address);
    return found;
}

} // namespace walkabout
