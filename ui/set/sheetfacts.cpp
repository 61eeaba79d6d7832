// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/set/sheetfacts.h"

#include "core/work/changesheet.h"

using namespace Qt::StringLiterals;

namespace walkabout {

void SheetFacts::follow(OpenDevice &device) {
    const QUuid id = device.device().id;
    if (m_known.contains(id))
        return;
    m_known[id] = {};
    // Another connection may be another device's.
    connect(&device, &OpenDevice::closed, this, [this, id] { m_known[id] = {}; });
    connect(&device, &OpenDevice::interfacesChanged, this, &SheetFacts::changed);
}

// Which interface a port is must be known whether names are shown or not: it may be the one that we are reached by.
void SheetFacts::wantName(OpenDevice &device, const InterfaceReference &reference) {
    if (reference.refers == Refers::BridgePort)
        device.withInterfaces(this, [this, open = QPointer(&device)] {
            if (open)
                look(*open);
        });
    else
        device.wantInterfaces(reference.refers);
}

void SheetFacts::look(OpenDevice &device) {
    const QUuid id = device.device().id;
    follow(device);
    Known &known = m_known[id];
    if (!device.connection())
        return;
    QList<quint32> missing;
    for (const ChangeSheet::Entry &entry : device.changes().entries()) {
        const auto reference = InterfaceFacts::referenceOf(*m_library, entry.change);
        if (!reference)
            continue;
        const bool mayAsk = device.namesInterfaces() || reference->refers == Refers::BridgePort;
        if (mayAsk && !known.met.contains(*reference)) {
            known.met.append(*reference);
            wantName(device, *reference);
        }
        const quint32 interface = device.ifIndex(*reference);
        if (interface > 0 && !known.asked.contains(interface) && !missing.contains(interface))
            missing.append(interface);
    }
    if (known.reading || missing.isEmpty())
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
    const auto reference = InterfaceFacts::referenceOf(*m_library, change);
    if (known == m_known.end() || !reference)
        return {};
    const InterfaceNames::Pointer names = device.interfaces();
    QStringList parts{names ? names->text(reference->refers, reference->number) : QString(),
        known->second.interfaces.value(device.ifIndex(*reference)).text()};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString SheetFacts::branch(const OpenDevice &device) const {
    const auto known = m_known.find(device.device().id);
    if (known == m_known.end() || !known->second.reachedBy)
        return {};
    const quint32 reachedBy = *known->second.reachedBy;
    for (const ChangeSheet::Entry &entry : device.changes().entries()) {
        const auto reference = InterfaceFacts::referenceOf(*m_library, entry.change);
        if (!reference || device.ifIndex(*reference) != reachedBy)
            continue;
        const InterfaceNames::Pointer names = device.interfaces();
        const QString name = names ? names->text(Refers::Interface, reachedBy) : QString();
        return name.isEmpty() ? tr("interface %1").arg(reachedBy) : name;
    }
    return {};
}

} // namespace walkabout
