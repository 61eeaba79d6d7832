// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"

namespace walkabout {

/// The HTML of a type: its labels or bits as a table, and its textual conventions down to the base type.
namespace typetext {

/// "0..255 | 1024": exact for signed and unsigned 64-bit bounds.
[[nodiscard]] QString ranges(const QList<Range> &ranges);
/// "TestState → InterfaceState → Integer32", each convention a link to where the text tells of it.
[[nodiscard]] QString chain(const Library &library, const TypeInfo &type);
[[nodiscard]] QString labels(const TypeInfo &type);
[[nodiscard]] QString conventions(const Library &library, const TypeInfo &type);

} // namespace typetext
} // namespace walkabout
