// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPushButton;

namespace walkabout {

/// Gives the button a menu of the colours that a device's tabs may carry; the choice ("#rrggbb" or empty) is its
/// property "colour".
void setColourMenu(QPushButton *button, const QString &chosen);

} // namespace walkabout
