// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/types.h"
#include "core/snmp/value.h"

#include <optional>

namespace walkabout::valuecheck {

/// What an object of this type would have in place of a value that its SYNTAX does not allow (RFC 2578 7.1, 9), as
/// "a number from 0 to 255"; nullopt: it allows this one. Bits that no label names pass: devices are newer than
/// modules.
[[nodiscard]] std::optional<QString> wantedInstead(const Value &value, const TypeInfo &type);

} // namespace walkabout::valuecheck
