// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace walkabout {

/// The two palettes of the window.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

/// What a colour says; its shade follows the palette.
enum class Tint { Dim, Good, Warning, Bad, Accent, Line, NoticeBack, BadBack };
[[nodiscard]] QColor tint(const QPalette &palette, Tint which);
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace walkabout
