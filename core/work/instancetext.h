// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/oid.h"
#include "core/base/result.h"

#include <QStringList>

namespace walkabout::instancetext {

/// Dotted parts, where a quoted text stands for its octets as net-snmp has it: "ab" with their count, 'ab' without. The
/// whole is what failures quote.
[[nodiscard]] Result<Oid> parts(QStringView text, QStringView whole);
/// What stands in brackets, quotes taken off: ["10.0.0.1"][22]; nullopt: a bracket or quote is missing, or something
/// else stands between.
[[nodiscard]] std::optional<QStringList> brackets(QStringView text);
[[nodiscard]] Failure tooLong(QStringView whole);

} // namespace walkabout::instancetext
