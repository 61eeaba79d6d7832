// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/snmp/varbind.h"

#include <QList>
#include <QStringList>

namespace walkabout {

/// How the varbinds of a notification stand to the OBJECTS of its definition: those come first and in that order, more
/// may follow (RFC 2578 8.1). A value.
struct ObjectsCheck {
    enum class Standing {
        Expected,
        Misplaced, // of its OBJECTS, behind one that should follow it
        Extra, // not of its OBJECTS, or once more
        Added, // by a proxy or by the mapping from v1 (RFC 3584)
    };

    bool isDefined = false; // the library has the definition: else nothing is expected
    QList<Standing> standings; // of each varbind
    QStringList missing; // of the OBJECTS: qualified names

    static ObjectsCheck of(const Oid &notification, const VarBinds &varBinds, const Library &library);
    /// As its definition has it; more varbinds are allowed.
    [[nodiscard]] bool isMet() const { return missing.isEmpty() && !standings.contains(Standing::Misplaced); }
};

} // namespace walkabout
