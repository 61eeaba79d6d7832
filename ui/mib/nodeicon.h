// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"

#include <QIcon>

namespace walkabout {

/// What stands before a node in the tree: drawn from the palette whenever it is painted, so that it follows light and
/// dark.
enum class NodeGlyph {
    Folder,
    Module,
    Scalar,
    Table,
    Row,
    Column,
    Key,
    Notification,
    Group,
    Compliance,
    Capabilities,
    Pencil,
    Unplaced,
    Missing,
};

[[nodiscard]] NodeGlyph nodeGlyph(NodeKind kind, bool isIndex);
/// One icon a glyph, shared by all rows.
[[nodiscard]] const QIcon &nodeIcon(NodeGlyph glyph);

} // namespace walkabout
