// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace walkabout::csv {

/// One line of a table (RFC 4180), without its end. What a spreadsheet would take for a formula gets an apostrophe in
/// front; numbers stay as they are.
[[nodiscard]] QByteArray line(const QStringList &cells);

} // namespace walkabout::csv
