// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

#include <QStringList>

namespace walkabout::test {

/// A node as `snmptranslate -Td` prints it, each clause as the text that stands there; empty where none stands.
struct Translated {
    Oid oid;
    QString name;
    QString macro; // "OBJECT-TYPE", "MODULE-IDENTITY" ...
    QStringList modules; // that define it, the one whose text is shown first
    QString convention;
    QString base; // "OCTET STRING"
    QString ranges; // "0..255 | 512"
    QString enums; // "up(1), down(2)"
    QString units;
    QString hint;
    QString access;
    QString status;
    QString augments;
    QString indexes;
    QString defaultValue;
    QString objects;
    QString description;
};

/// What net-snmp's snmptranslate makes of a folder of MIB files, asked now.
class NetSnmpMibs final {
public:
    /// An OID and the name that it has.
    struct Named {
        QString oid;
        QString name;
    };

    /// The modules are read in the order given, so that what it keeps of two definitions of one OID is no chance.
    NetSnmpMibs(const QString &folder, const QStringList &modules);

    [[nodiscard]] static bool isInstalled();
    /// Every node that it knows (-Tz).
    [[nodiscard]] QList<Named> names() const;
    /// The details of these (-Td), one for each; each is an OID or MODULE::name that it knows.
    [[nodiscard]] QList<Translated> details(const QStringList &nodes) const;

private:
    [[nodiscard]] QString run(const QStringList &arguments) const;

    QStringList m_arguments;
};

} // namespace walkabout::test
