// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/dependency.h"

namespace walkabout::missingtext {

/// "2 modules lack CISCO-SMI (3 symbols)"; that it is switched off is told with it.
[[nodiscard]] QString sentence(const Dependency::Missing &missing);
/// {"module","symbols":[..]}
[[nodiscard]] QByteArray json(const ModuleImport &lacking);

} // namespace walkabout::missingtext
