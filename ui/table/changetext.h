// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/work/describe.h"

/// The lines of a live table's change log.
namespace walkabout::changetext {

/// "12:03:14", local time.
[[nodiscard]] QString clock(UtcMicroseconds time);
/// An enumeration's label without its number, every other value as it reads elsewhere.
[[nodiscard]] QString value(const Describe &describe, const VarBind &varBind);

} // namespace walkabout::changetext
