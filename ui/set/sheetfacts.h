// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/interfacefacts.h"
#include "ui/device/opendevice.h"

#include <map>

namespace walkabout {

/// What is known of the interfaces that sheets change: their names as the open device has them, and the facts that are
/// read from it when its sheet is looked at, and kept while it is open. Owned by the panel.
class SheetFacts final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setLibrary(Library::Pointer library) { m_library = std::move(library); }
    /// Reads what is not known yet of what stands on its sheet.
    void look(OpenDevice &device);
    /// "Gi1/0/7 · uplink core2 (10107) · up": of the interface that this change belongs to; empty: none, or nothing is
    /// known.
    [[nodiscard]] QString of(const OpenDevice &device, const VarBind &change) const;
    /// The interface on the sheet that the device is reached by; empty: none of them.
    [[nodiscard]] QString branch(const OpenDevice &device) const;

signals:
    void changed();

private:
    struct Known {
        std::unique_ptr<InterfaceFacts> reading;
        QList<InterfaceReference> met; // their names were asked for
        QList<quint32> asked;
        QHash<quint32, InterfaceFacts::Interface> interfaces;
        std::optional<quint32> reachedBy;
    };
    void follow(OpenDevice &device);
    void wantName(OpenDevice &device, const InterfaceReference &reference);
    void take(const QUuid &device);

    Library::Pointer m_library = Library::empty();
    std::map<QUuid, Known> m_known; // by device
};

} // namespace walkabout
