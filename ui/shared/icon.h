// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/palette.h"

#include <QIcon>

#include <optional>

namespace walkabout {

/// The drawings of the window, on a grid of 16.
enum class Glyph {
    Add,
    Bell,
    Close,
    Columns,
    Copy,
    Device,
    Duplicate,
    Edit,
    Filter,
    Folder,
    Get,
    List,
    Lock,
    Log,
    Packets,
    Pin,
    Play,
    Recording,
    Remove,
    Repeat,
    Resume,
    Star,
    Stop,
    Table,
    Tree,
    Unlock,
    Warning,
};

/// A drawing as an icon: it takes its colour from the palette whenever it is painted, so that it follows light and
/// dark.
[[nodiscard]] QIcon icon(Glyph glyph, std::optional<Tint> colour = {});

} // namespace walkabout
