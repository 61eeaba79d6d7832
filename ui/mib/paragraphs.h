// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace walkabout {

/// A DESCRIPTION as it stands in a module, made readable as HTML: the indentation of the file goes, lines of one
/// paragraph flow, lists keep their lines, drawings and tables stay as they were set.
[[nodiscard]] QString paragraphs(const QString &text);

} // namespace walkabout
