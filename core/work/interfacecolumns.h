// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"

/// What tells an interface from others (RFC 2863): columns that both its names and its facts are read from.
namespace walkabout::interfacecolumns {

inline const Oid ifDescr{1, 3, 6, 1, 2, 1, 2, 2, 1, 2};
inline const Oid ifName{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1};
inline const Oid ifAlias{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18};

} // namespace walkabout::interfacecolumns
