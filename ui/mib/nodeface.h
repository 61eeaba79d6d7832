// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

#include <QVariant>

namespace walkabout {

/// What the tree shows of one node, for the trees by OID and by module alike.
namespace nodeface {

enum Role {
    OidRole = Qt::UserRole, // Oid; invalid where there is none
    TagRole, // dim text behind the name: the number, the owner
    WritableRole, // a pencil
    NotifyRole, // a bell: only notifications carry it
    TableRole, // opens together with its entry
    ModuleRole, // the name, for the row of a module
    FolderRole, // opens and closes; nothing can be asked of it
};

[[nodiscard]] QVariant data(const NodeRef &node, int role);
/// A column that is part of its row's INDEX.
[[nodiscard]] bool isIndex(const NodeRef &node);

} // namespace nodeface
} // namespace walkabout
