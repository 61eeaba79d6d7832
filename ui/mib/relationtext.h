// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// The HTML of what an object has to do with others, each a link.
namespace relationtext {

/// INDEX, in order, IMPLIED said.
[[nodiscard]] QString index(const NodeRef &node);
/// Objects of a notification, members of a group, groups of a compliance.
[[nodiscard]] QString objects(const Library &library, const NodeRef &node);
/// Columns of a table or its entry.
[[nodiscard]] QString columns(const NodeRef &node);
/// The groups that list it, and the compliances and capabilities that list those.
[[nodiscard]] QString memberOf(const Library &library, const NodeRef &node);
/// The other definitions of its OID.
[[nodiscard]] QString rivals(const Library &library, const NodeRef &node);

} // namespace relationtext
} // namespace walkabout
