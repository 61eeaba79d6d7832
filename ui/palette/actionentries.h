// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletteentry.h"

class QMenuBar;

namespace walkabout::paletteentries {

/// Everything in the menus, each with its key and, where it is switched, how it stands; settings: those that set
/// something, as all that are switched do.
[[nodiscard]] QList<PaletteEntry> ofMenus(const QMenuBar &bar, const QList<QAction *> &settings);
/// What a panel does by keys that it alone hears.
[[nodiscard]] QList<PaletteEntry> ofPanel(const QWidget &panel, const QString &title);

} // namespace walkabout::paletteentries
