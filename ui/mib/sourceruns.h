// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace walkabout {

/// A stretch of a MIB text that stands out: within one line, in UTF-16 units from the beginning of the text.
struct SourceRun {
    enum Kind : quint8 { Keyword, String, Comment };

    qsizetype begin = 0;
    qsizetype size = 0;
    Kind kind = Keyword;

    friend bool operator==(const SourceRun &, const SourceRun &) = default;
};

/// The keywords, strings and comments of a text whose lines end in LF, in order; a pure function, one pass.
[[nodiscard]] std::vector<SourceRun> sourceRuns(QStringView text);

} // namespace walkabout
