// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/interfacenames.h"

#include <algorithm>
#include <limits>

namespace walkabout {

void InterfaceNames::remember(quint32 ifIndex, const QString &name) {
    const auto known = m_byName.find(name);
    if (known == m_byName.end())
        m_byName.insert(name, ifIndex);
    else if (*known != ifIndex)
        *known = 0;
}

void InterfaceNames::addName(quint32 ifIndex, const QString &name) {
    Interface &interface = m_interfaces[ifIndex];
    if (name.isEmpty())
        return;
    interface.name = name;
    interface.isDescription = false;
    remember(ifIndex, name);
}

void InterfaceNames::addAlias(quint32 ifIndex, const QString &alias) { m_interfaces[ifIndex].alias = alias; }

void InterfaceNames::addDescription(quint32 ifIndex, const QString &description) {
    Interface &interface = m_interfaces[ifIndex];
    if (!interface.name.isEmpty() || description.isEmpty())
        return;
    interface.name = description;
    interface.isDescription = true;
    remember(ifIndex, description);
}

bool InterfaceNames::areAllNamed() const {
    return std::ranges::all_of(
        m_interfaces, [](const Interface &each) { return !each.name.isEmpty() && !each.isDescription; });
}

quint32 InterfaceNames::ifIndex(const InterfaceReference &reference) const {
    return reference.refers == Refers::BridgePort ? m_ports.value(reference.number) : reference.number;
}

const InterfaceNames::Interface *InterfaceNames::find(Refers refers, qint64 number) const {
    if (number <= 0 || number > std::numeric_limits<quint32>::max())
        return nullptr;
    const auto found = m_interfaces.constFind(ifIndex({refers, quint32(number)}));
    return refers == Refers::Nothing || found == m_interfaces.cend() || found->name.isEmpty() ? nullptr : &*found;
}

QString InterfaceNames::name(Refers refers, qint64 number) const {
    const Interface *interface = find(refers, number);
    return interface ? interface->name : QString();
}

QString InterfaceNames::text(Refers refers, qint64 number) const {
    const Interface *interface = find(refers, number);
    if (!interface)
        return {};
    const QString raw = refers == Refers::BridgePort ? tr("port %1").arg(number) : QString::number(number);
    return interface->alias.isEmpty() || interface->alias == interface->name
        ? QStringLiteral("%1 (%2)").arg(interface->name, raw)
        : QStringLiteral("%1 · %2 (%3)").arg(interface->name, interface->alias, raw);
}

QString InterfaceNames::typed(Refers refers, qint64 number) const {
    const QString name = this->name(refers, number);
    bool isNumber = false;
    name.toLongLong(&isNumber);
    return isNumber || this->number(refers, name) != number ? QString() : name;
}

std::optional<qint64> InterfaceNames::number(Refers refers, QStringView name) const {
    const quint32 ifIndex = m_byName.value(name.toString());
    if (ifIndex == 0 || refers == Refers::Nothing)
        return {};
    if (refers == Refers::Interface)
        return ifIndex;
    std::optional<qint64> port;
    for (auto each = m_ports.cbegin(); each != m_ports.cend(); ++each) {
        if (*each != ifIndex)
            continue;
        if (port)
            return {};
        port = each.key();
    }
    return port;
}

} // namespace walkabout
