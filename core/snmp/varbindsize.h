// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/varbind.h"

namespace walkabout {

/// About what a varbind takes in a message, in octets (X.690 8.1; its length octets as if it were short).
[[nodiscard]] qsizetype varBindSize(const VarBind &varBind);
/// Of one of these, on average, from a few of them; 0: there are none.
[[nodiscard]] qsizetype averageSize(const VarBinds &varBinds);

} // namespace walkabout
