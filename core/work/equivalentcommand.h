// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/query.h"

namespace walkabout {

/// The command line that asks the same: net-snmp's for a live device, ours for the demo and recordings. Secrets stand
/// as shell variables; as themselves only where a person asked for that and gave them here.
[[nodiscard]] QString equivalentCommand(const Device &device, const Query &query, const Secrets &revealed = {});

} // namespace walkabout
