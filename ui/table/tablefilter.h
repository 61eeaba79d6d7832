// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/resultfilter.h"
#include "ui/shared/wordfilter.h"

#include <functional>

namespace walkabout {

/// What the filter line asks of a row of a table: words of its cells, and comparisons on raw values (ifInErrors>0), of
/// which any cell may be the one meant. A value.
class TableFilter final {
public:
    static TableFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_comparisons.isEmpty(); }
    [[nodiscard]] bool matches(
        const std::function<QString()> &text, const std::function<VarBinds()> &cells, const Describe &describe) const;

private:
    struct Comparison {
        ResultFilter filter;
        bool exclude = false;
    };
    WordFilter m_words;
    QList<Comparison> m_comparisons;
};

} // namespace walkabout
