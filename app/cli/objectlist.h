// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace walkabout {

/// The objects of a command as they were given: `@FILE` and `-` (standard input) stand for their lines, one object a
/// line; empty lines and lines that begin with # are passed over.
[[nodiscard]] Result<QStringList> objectList(const std::vector<std::string> &words);

} // namespace walkabout
