// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/nodefilter.h"

namespace walkabout {

/// What a filter asks for, as people say it.
namespace filtertext {

/// The three kinds of access that can write.
constexpr quint32 Writable
    = 1U << quint32(Access::ReadWrite) | 1U << quint32(Access::ReadCreate) | 1U << quint32(Access::WriteOnly);

[[nodiscard]] QString kinds(NodeKind kind); // "columns"
[[nodiscard]] QString access(Access access); // "read-only"
/// "writable columns of Cisco Systems (9) in IF-MIB".
[[nodiscard]] QString sentence(const NodeFilter &filter, const QString &vendor);

} // namespace filtertext
} // namespace walkabout
