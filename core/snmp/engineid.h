// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace walkabout {

// RFC 3411 SnmpEngineID: how many octets one has.
inline constexpr qsizetype ShortestEngineId = 5;
inline constexpr qsizetype LongestEngineId = 32;

// RFC 3414 2.2.2: an engine that started so often has to be made anew.
inline constexpr quint32 MaxBoots = 2147483647;

} // namespace walkabout
