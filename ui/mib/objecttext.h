// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// Everything a library knows about one OID as HTML, with the links of htmltext; the revisions of its module unfolded
/// or not.
[[nodiscard]] QString objectText(const Library &library, const Oid &oid, bool withRevisions = false);

} // namespace walkabout
