// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QStringList>

namespace walkabout::mark {

/// What a rule can highlight with, by its number; the first: nothing.
[[nodiscard]] QStringList names();
/// Behind a row, readable under its text; no colour: no mark.
[[nodiscard]] QColor back(const QPalette &palette, quint8 mark);

} // namespace walkabout::mark
