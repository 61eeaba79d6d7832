// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace walkabout {

/// Splits what stands in Address: one object, several, or a pasted block, apart at blanks, commas and line breaks that
/// are not within brackets or quotes. "name = value" lines, as snmpwalk prints them, give their names.
[[nodiscard]] QStringList splitObjects(const QString &text);

} // namespace walkabout
