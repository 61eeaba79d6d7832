// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"

#include <algorithm>
#include <array>

namespace walkabout {

/// What the counters below usmStats tell, in their order (RFC 3414 5).
inline constexpr std::array usmRefusals{Failure::Kind::UnsupportedLevel, Failure::Kind::NotInTimeWindow,
    Failure::Kind::UnknownUser, Failure::Kind::UnknownEngine, Failure::Kind::WrongDigest,
    Failure::Kind::DecryptionError};

[[nodiscard]] constexpr bool isUsmRefusal(Failure::Kind kind) {
    return std::ranges::find(usmRefusals, kind) != usmRefusals.end();
}

} // namespace walkabout
