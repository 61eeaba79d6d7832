// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

namespace walkabout {

/// The command line that asks the same: net-snmp's for a live device, ours for the demo and recordings. Secrets stand
/// as shell variables, never as themselves.
[[nodiscard]] QString equivalentCommand(const Device &device, const Query &query);

} // namespace walkabout
