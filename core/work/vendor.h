// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// Who made what this identifies, a sysObjectID: by the enterprise number below 1.3.6.1.4.1 (IANA), from the numbers
/// met daily, else from the module that the library has for it. Empty: not an enterprise's, or unknown.
[[nodiscard]] QString vendorOf(const Oid &identity, const Library &library);

} // namespace walkabout
