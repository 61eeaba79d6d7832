// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// Everything a library knows about one OID as HTML; links lead to other objects as "oid:1.3.6".
[[nodiscard]] QString objectText(const Library &library, const Oid &oid);

} // namespace walkabout
