// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout {

/// What a person fixed of how hard a device is asked (design 3.5); 0: found out by the Tuner.
struct Pace {
    int maxRepetitions = 0; // of each GETBULK
    int window = 0; // requests in flight
    bool gentle = false; // one small request at a time, whatever the device could do

    friend bool operator==(const Pace &, const Pace &) = default;
};

} // namespace walkabout
