// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"
#include "ui/shared/wordfilter.h"

#include <functional>

namespace walkabout {

/// What the filter line asks of a row of a table: words of its cells, comparisons on raw values (ifInErrors>0), of
/// which any cell may be the one meant, and is:changed, is:new and is:gone. A value.
class TableFilter final {
public:
    using Change = ResultFilter::Change;
    /// A row as it is asked; each is called where a term needs it.
    struct Row {
        std::function<QString()> text;
        std::function<VarBinds()> cells;
        std::function<bool(Change)> is;
    };
    static TableFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_comparisons.isEmpty() && m_changes.isEmpty(); }
    /// The answer is another once there is something to compare with.
    [[nodiscard]] bool asksForChanges() const { return !m_changes.isEmpty(); }
    [[nodiscard]] bool matches(const Row &row, const Describe &describe) const;

private:
    struct Comparison {
        ResultFilter filter;
        bool exclude = false;
    };
    struct Asked {
        Change change = Change::None;
        bool exclude = false;
    };
    WordFilter m_words;
    QList<Comparison> m_comparisons;
    QList<Asked> m_changes;
};

} // namespace walkabout
