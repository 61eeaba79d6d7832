// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

class QLineEdit;

namespace walkabout::secretline {

/// What was typed; the line is empty afterwards, and what it held is wiped, not only let go.
[[nodiscard]] Secret take(QLineEdit &line);
/// The line is empty, and what it held is wiped.
void wipe(QLineEdit &line);

} // namespace walkabout::secretline
