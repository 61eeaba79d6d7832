// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"
#include "core/work/describe.h"

namespace walkabout {

/// How an operation ended, as its last row says it: "Ended early: timeout after ifDescr.212. No answer from ...".
[[nodiscard]] QString endingText(const Operation &operation, const Describe &describe);
/// "1,204 varbinds, 26 requests, 0 retries, 0.14 s, 2 ms round trip"; then what this system dropped, if it did.
[[nodiscard]] QString figuresText(const Figures &figures);

} // namespace walkabout
