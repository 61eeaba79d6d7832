// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/value.h"

#include <QList>

namespace walkabout {

/// An instance and its value (RFC 3416 section 3).
struct VarBind {
    Oid oid;
    Value value;

    friend bool operator==(const VarBind &, const VarBind &) = default;
};

using VarBinds = QList<VarBind>;

} // namespace walkabout
