// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/value.h"
#include "core/snmp/varbind.h"
#include "core/work/interfacereference.h"

#include <QCoreApplication>
#include <QHash>

#include <memory>

namespace walkabout {

/// What a device calls its interfaces, by ifIndex, and which interface each port of its bridge is: as an
/// InterfaceReader read them. Made once, then only shared and read, from any thread.
class InterfaceNames final {
    Q_DECLARE_TR_FUNCTIONS(InterfaceNames)

public:
    using Pointer = std::shared_ptr<const InterfaceNames>;

    /// Instances of ifName and ifAlias; of ifDescr, which counts where no name is.
    void addName(quint32 ifIndex, const QString &name);
    void addAlias(quint32 ifIndex, const QString &alias);
    void addDescription(quint32 ifIndex, const QString &description);
    void addPort(quint32 port, quint32 ifIndex) { m_ports.insert(port, ifIndex); }
    [[nodiscard]] bool isEmpty() const { return m_interfaces.isEmpty(); }
    /// Every interface has a name of its own; one that only its description names has none.
    [[nodiscard]] bool areAllNamed() const;

    /// Which one this number stands for; 0: it is a port that is not known.
    [[nodiscard]] quint32 ifIndex(const InterfaceReference &reference) const;
    /// "Gi1/0/7"; empty: nothing is known of this number.
    [[nodiscard]] QString name(Refers refers, qint64 number) const;
    /// "Gi1/0/7 · uplink core2 (10107)"; empty: nothing is known of it.
    [[nodiscard]] QString text(Refers refers, qint64 number) const;
    /// What stands in brackets for it in an instance: its name where that means this number alone, and could not be
    /// read as a number; else empty.
    [[nodiscard]] QString typed(Refers refers, qint64 number) const;
    /// The number that this name stands for; nullopt: no interface has it, or several.
    [[nodiscard]] std::optional<qint64> number(Refers refers, QStringView name) const;

    friend bool operator==(const InterfaceNames &, const InterfaceNames &) = default;

private:
    struct Interface {
        QString name;
        QString alias;
        bool isDescription = false;

        friend bool operator==(const Interface &, const Interface &) = default;
    };
    void remember(quint32 ifIndex, const QString &name);
    [[nodiscard]] const Interface *find(Refers refers, qint64 number) const;

    QHash<quint32, Interface> m_interfaces;
    QHash<QString, quint32> m_byName; // 0: several have it
    QHash<quint32, quint32> m_ports; // ifIndex by port
};

} // namespace walkabout
