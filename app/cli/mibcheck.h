// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitstatus.h"

#include <QStringList>

namespace walkabout {

class Context;

namespace mibcheck {

/// Reads these files and folders before all others and prints what is wrong in them: "file:line:column: severity:
/// message [code]", or JSON. File when one cannot be read or has errors.
[[nodiscard]] ExitStatus run(const QStringList &paths, Context &context);

} // namespace mibcheck
} // namespace walkabout
