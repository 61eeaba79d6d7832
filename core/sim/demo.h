// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/agentdata.h"

namespace walkabout {

/// The demo device: a 24-port switch with a host side, composed by us and consistent with itself. 64-bit counters move
/// with the clock, one port gathers errors, sysName, sysContact, sysLocation and ifAdminStatus can be set.
[[nodiscard]] std::unique_ptr<AgentData> makeDemoDevice();

} // namespace walkabout
