// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace walkabout {

/// Gives a line edit its clear button, named for those who hear the window instead of seeing it.
void addClearButton(QLineEdit *edit);

} // namespace walkabout
