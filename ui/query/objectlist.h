// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace walkabout {

class Library;
struct Query;

/// Splits what stands in Address: one object, several, or a pasted block, apart at blanks, commas and line breaks that
/// are not within brackets or quotes. "name = value" lines, as snmpwalk prints them, give their names.
[[nodiscard]] QStringList splitObjects(const QString &text);

/// The same verb of the same objects in the same order, however they are written: by name, with their module, as
/// numbers.
[[nodiscard]] bool asksTheSame(const Query &one, const Query &other, const Library &library);

} // namespace walkabout
