// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sim/agentdata.h"

#include <functional>

namespace walkabout {

/// The demo device: a 24-port switch with a host side, composed by us and consistent with itself. 64-bit counters move
/// with the clock, one port gathers errors, sysName, sysContact, sysLocation and ifAdminStatus can be set.
[[nodiscard]] std::unique_ptr<AgentData> makeDemoDevice();
/// The same, told the time by someone else: every value that moves is a function of it.
[[nodiscard]] std::unique_ptr<AgentData> makeDemoDevice(std::function<Monotonic::time_point()> now);

} // namespace walkabout
