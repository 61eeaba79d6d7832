// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QList>
#include <QString>

namespace walkabout::timescale {

struct Tick {
    UtcMicroseconds time;
    QString text; // "06:00"; "11-25" at midnight
};

/// Ticks at round local times of this stretch, at least so far apart; the first one says the day where it is not today.
[[nodiscard]] QList<Tick> ticks(UtcMicroseconds from, UtcMicroseconds to, std::chrono::microseconds apart);
/// "2026-11-25 06:00 to 06:05".
[[nodiscard]] QString stretch(UtcMicroseconds from, UtcMicroseconds to);
/// "after:2026-11-25T06:00 before:2026-11-25T06:05": a filter reads exactly these times.
[[nodiscard]] QString terms(UtcMicroseconds from, UtcMicroseconds to);

} // namespace walkabout::timescale
