// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace walkabout::csv {

/// One line of a table (RFC 4180), without its end. What a spreadsheet would take for a formula gets an apostrophe in
/// front; numbers stay as they are.
[[nodiscard]] QByteArray line(const QStringList &cells);

struct Row {
    int line = 0; // 1-based, where it begins
    QStringList cells; // without the blanks around them
};
/// The rows of a table (RFC 4180), separated by commas, semicolons or tabs, whichever its first line has most of. Empty
/// lines are no rows.
[[nodiscard]] QList<Row> read(QStringView text);

} // namespace walkabout::csv
