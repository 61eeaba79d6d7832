// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout {

/// What of a result leaves the program: what the filter leaves, in the order shown; what is selected; all that was
/// read.
enum class ExportScope { Shown, Selected, All };

} // namespace walkabout
