// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace walkabout {

/// How one result is looked at, without asking the device again.
enum class ResultView { List, Tree, Tables };

} // namespace walkabout
