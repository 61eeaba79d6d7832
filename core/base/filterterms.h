// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace walkabout {

/// The terms of a filter line as typed, cut at spaces; "two words" and /two words/ keep together, at a term's beginning
/// or behind its minus; where a line has fields (source:"core 1"), quotes behind a colon too.
[[nodiscard]] QStringList filterTerms(QStringView text, bool hasFields = false);

} // namespace walkabout
