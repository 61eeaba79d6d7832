// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/moduleinfo.h"

namespace walkabout {

/// The HTML of what a MODULE-IDENTITY and its file say: organization, contact, revisions, imports, rival files.
[[nodiscard]] QString moduleText(const ModuleInfo &module, const ModuleFacts &facts);

} // namespace walkabout
