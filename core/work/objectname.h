// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/mib/library.h"
#include "core/work/interfacenames.h"

#include <QCoreApplication>

namespace walkabout {

/// What a person typed for an object, found: "1.3.6.1.2.1.1.3.0", "IF-MIB::ifDescr.3", "ifDescr", or an index by value:
/// tcpConnState["10.0.0.1"][22]["0.0.0.0"][0]; ifOperStatus[Gi1/0/7] where the device's names are given.
struct ObjectName {
    Q_DECLARE_TR_FUNCTIONS(ObjectName)

public:
    Oid oid; // with its instance
    Oid object; // of the deepest known node above or at oid; empty: none
    bool hasInstance = false; // something stands behind a leaf object

    static Result<ObjectName> parse(
        QStringView text, const Library &library, const InterfaceNames *interfaces = nullptr);
    /// Its OID alone, for who needs no reason: what a recording written in names asks for.
    static std::optional<Oid> oidOf(QStringView text, const Library &library);
};

} // namespace walkabout
