// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace walkabout::commandline {

/// The arguments as net-snmp's getopt would read them: a letter and its value become one word, so that `-A -secret`,
/// `-Cn 5` and
/// `-v 2c` mean what they mean there.
[[nodiscard]] std::vector<std::string> joined(std::span<char *const> arguments);

/// Overwrites the values of -c, -A, -X and --write where other people of this machine could read them (ps).
void hideSecrets(std::span<char *const> arguments);

} // namespace walkabout::commandline
