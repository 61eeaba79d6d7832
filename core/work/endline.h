// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"

namespace walkabout {

/// How a read ended as a JSON object, the last line of a script's or a file's: {"end":"whole","varbinds":1204,...}.
[[nodiscard]] QByteArray endLine(QStringView end, const Figures &figures);

} // namespace walkabout
