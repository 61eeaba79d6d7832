// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

namespace walkabout {

class Command;

/// Every verb, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace walkabout
