// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"

namespace walkabout {

/// What the program's exit status says to a script.
enum class ExitStatus : int {
    Whole = 0,
    AgentError = 1, // the device answered with an error
    Usage = 2, // wrong use, unknown object, no secret
    NoAnswer = 3, // timeout, refused, unknown host
    Access = 4, // authentication or access refused
    File = 5, // a file could not be read or has errors
    EndedEarly = 6, // not increasing, limit, malformed answer
    Interrupted = 130,
};

[[nodiscard]] ExitStatus exitStatus(const Operation &operation);
[[nodiscard]] ExitStatus exitStatus(const Failure &failure);

} // namespace walkabout
