// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace walkabout {

/// How long to wait for an answer, by the round trips measured (RFC 6298): between 50 ms and the ceiling of one try;
/// the ceiling itself until something was measured. One for each session.
class Deadline final {
public:
    using Duration = std::chrono::microseconds;
    static constexpr Duration Floor = std::chrono::milliseconds(50);

    explicit Deadline(Duration ceiling);

    /// A clean round trip: of a try whose answer cannot belong to another one (Karn's rule, RFC 6298 section 3).
    void measured(Duration roundTrip);
    /// A try stayed silent: waits double until the next measurement (RFC 6298 5.5).
    void backOff();

    [[nodiscard]] Duration wait() const { return m_wait; }
    [[nodiscard]] Duration ceiling() const { return m_ceiling; }

private:
    [[nodiscard]] Duration bounded(Duration wait) const;

    Duration m_ceiling;
    Duration m_wait;
    Duration m_smoothed{0};
    Duration m_variation{0};
    bool m_any = false;
};

} // namespace walkabout
