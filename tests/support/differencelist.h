// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace walkabout::test {

/// A golden file of differences that are known and explained, matched against those found. A line of it is
///     COUNT DIFFERENCE
/// where DIFFERENCE is the text of one with * for anything, below a line "= REASON" that holds until the next; lines
/// with # are for people. "[part]" begins the lines of one comparison.
class DifferenceList final {
public:
    DifferenceList(const QString &path, const QString &part);

    /// What to say of these differences: those that no line explains, and lines whose count is another now. Empty: all
    /// is as the file has it. The first line that fits a difference counts it.
    [[nodiscard]] QStringList judge(const QStringList &differences) const;

private:
    struct Line {
        qsizetype count = 0;
        QString text;
    };
    QList<Line> m_lines;
    QStringList m_bad;
};

} // namespace walkabout::test
