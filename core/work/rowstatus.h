// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout::rowstatus {

/// The states of a conceptual row, and what brings one about (RFC 2579 RowStatus).
enum State { Active = 1, NotInService, NotReady, CreateAndGo, CreateAndWait, Destroy };

[[nodiscard]] bool is(const TypeInfo &type);
/// The object that this instance belongs to is one.
[[nodiscard]] bool is(const Library &library, const Oid &instance);
/// The RowStatus column of the row that this table, row, column or instance belongs to; null: it has none.
[[nodiscard]] NodeRef columnOf(const Library &library, const Oid &object);

} // namespace walkabout::rowstatus
