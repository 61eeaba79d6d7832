// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/sheetfacts.h"

#include "core/work/changesheet.h"

namespace walkabout {

void SheetFacts::look(OpenDevice &device) {
    const QUuid id = device.device().id;
    if (!m_known.contains(id)) {
        // Another connection may be another device's.
        connect(&device, &OpenDevice::closed, this, [this, id] { m_known[id] = {}; });
    }
    Known &known = m_known[id];
    if (known.reading || !device.connection())
        return;
    QList<quint32> missing;
    for (const ChangeSheet::Entry &entry : device.changes().entries()) {
        const auto interface = InterfaceFacts::interfaceOf(*m_library, entry.change);
        if (interface && !known.asked.contains(*interface) && !missing.contains(*interface))
            missing.append(*interface);
    }
    if (missing.isEmpty())
        return;
    known.asked += missing;
    known.reading = std::make_unique<InterfaceFacts>(*device.connection(), m_library, missing, device.peer());
    connect(known.reading.get(), &InterfaceFacts::finished, this, [this, id, open = QPointer(&device)] {
        take(id);
        if (open)
            look(*open); // what came onto the sheet meanwhile
    });
}

void SheetFacts::take(const QUuid &device) {
    Known &known = m_known[device];
    known.interfaces.insert(known.reading->interfaces());
    if (const auto reachedBy = known.reading->reachedBy())
        known.reachedBy = reachedBy;
    known.reading.release()->deleteLater(); // its signal brought us here
    emit changed();
}

QString SheetFacts::of(const OpenDevice &device, const VarBind &change) const {
    const auto known = m_known.find(device.device().id);
    const auto interface = InterfaceFacts::interfaceOf(*m_library, change);
    return known == m_known.end() || !interface ? QString() : known->second.interfaces.value(*interface).text();
}

QString SheetFacts::branch(const OpenDevice &device) const {
    const auto known = m_known.find(device.device().id);
    if (known == m_known.end() || !known->second.reachedBy)
        return {};
    for (const ChangeSheet::Entry &entry : device.changes().entries()) {
        if (InterfaceFacts::interfaceOf(*m_library, entry.change) != known->second.reachedBy)
            continue;
        const QString name = known->second.interfaces.value(*known->second.reachedBy).name;
        return name.isEmpty() ? tr("interface %1").arg(*known->second.reachedBy) : name;
    }
    return {};
}

} // namespace walkabout
