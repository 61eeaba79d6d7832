// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/work/describe.h"

/// How times and values stand in files that leave the program (behaviour.md, "Text of values").
namespace walkabout::exporttext {

/// ISO 8601, local, with milliseconds and its offset: "2026-11-22T03:04:05.678+01:00".
[[nodiscard]] QString time(UtcMicroseconds time);
/// As a person reads it, but for dates, which are ISO 8601. Never cut.
[[nodiscard]] QString value(const Describe &describe, const VarBind &varBind);
/// "2026-11-22 03:04:05 +01:00" as ISO 8601; any other text as it is.
[[nodiscard]] QString isoDate(const QString &text);

} // namespace walkabout::exporttext
