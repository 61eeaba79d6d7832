// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/deadline.h"

#include <algorithm>

namespace walkabout {

Deadline::Deadline(Duration ceiling)
    : m_ceiling(ceiling)
    , m_wait(ceiling) {}

void Deadline::measured(Duration roundTrip) {
    if (!m_any) {
        m_smoothed = roundTrip;
        m_variation = roundTrip / 2;
        m_any = true;
    } else {
        m_variation = (3 * m_variation + std::chrono::abs(m_smoothed - roundTrip)) / 4;
        m_smoothed = (7 * m_smoothed + roundTrip) / 8;
    }
    m_wait = bounded(m_smoothed + 4 * m_variation);
}

void Deadline::backOff() { m_wait = bounded(2 * m_wait); }

Deadline::Duration Deadline::bounded(Duration wait) const {
    return std::min(std::max(wait, Floor), m_ceiling); // a ceiling under the floor wins
}

} // namespace walkabout
