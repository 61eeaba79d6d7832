// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablefilter.h"

#include "core/base/filterterms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

TableFilter TableFilter::parse(QStringView text) {
    static const QRegularExpression shape(u"^-?[A-Za-z][\\w:.-]*(<=|>=|!=|==|=|<|>).+$"_s);
    TableFilter filter;
    QStringList words;
    for (const QString &term : filterTerms(text)) {
        const bool isExcluded = term.startsWith(u'-');
        if (const QStringView word = QStringView(term).sliced(isExcluded ? 1 : 0);
            word.startsWith(ResultFilter::IsField, Qt::CaseInsensitive)) {
            // A word that is still being typed hides nothing.
            if (const auto change = ResultFilter::changeNamed(word.sliced(ResultFilter::IsField.size())))
                filter.m_changes.append({*change, isExcluded});
            continue;
        }
        if (!shape.match(term).hasMatch()) {
            words.append(term);
            continue;
        }
        filter.m_comparisons.append({ResultFilter::parse(isExcluded ? term.mid(1) : term), isExcluded});
    }
    filter.m_words = WordFilter::parse(words.join(u' '));
    return filter;
}

bool TableFilter::matches(const Row &row, const Describe &describe) const {
    if (!std::ranges::all_of(m_changes, [&row](const Asked &asked) { return row.is(asked.change) != asked.exclude; }))
        return false;
    if (!m_words.isEmpty() && !m_words.matches(row.text()))
        return false;
    if (m_comparisons.isEmpty())
        return true;
    const VarBinds cells = row.cells();
    return std::ranges::all_of(m_comparisons, [&](const Comparison &comparison) {
        const bool found = std::ranges::any_of(
            cells, [&](const VarBind &cell) { return comparison.filter.matches(cell, describe); });
        return found != comparison.exclude;
    });
}

} // namespace walkabout
