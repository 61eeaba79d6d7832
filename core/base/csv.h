// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QStringView>

namespace walkabout::csv {

/// One line of a table (RFC 4180), without its end. What a spreadsheet would take for a formula gets an apostrophe in
/// front; numbers stay as they are.
[[nodiscard]] QByteArray line(const QStringList &cells);

/// The rows of a table (RFC 4180), separated by commas, semicolons or tabs, whichever its first line has most of. Empty
/// lines are no rows. Owns its text and wipes it, for secrets may stand there; its cells are views into it.
class Table final {
public:
    struct Row {
        int line = 0; // 1-based, where it begins
        QList<QStringView> cells; // without the blanks around them
    };

    explicit Table(QByteArrayView utf8);
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;
    ~Table();

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

private:
    QString m_text;
    QList<Row> m_rows;
};

} // namespace walkabout::csv
