// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/readvalue.h"

namespace walkabout::typedvalue {

/// The value that a person typed for an object of this type: labels, hints read backwards, ranges and SIZE held.
[[nodiscard]] ReadValue read(QStringView text, const TypeInfo &type, const Library &library);
/// The number of an enumerated label: "up", "up(1)", "1"; nullopt: none of them.
[[nodiscard]] std::optional<qint64> labelled(QStringView text, const TypeInfo &type);
/// "up(1), down(2)", the first of them where there are many.
[[nodiscard]] QString labels(const TypeInfo &type);

} // namespace walkabout::typedvalue
