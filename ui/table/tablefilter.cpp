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
        if (!shape.match(term).hasMatch()) {
            words.append(term);
            continue;
        }
        const bool exclude = term.startsWith(u'-');
        filter.m_comparisons.append({ResultFilter::parse(exclude ? term.mid(1) : term), exclude});
    }
    filter.m_words = WordFilter::parse(words.join(u' '));
    return filter;
}

bool TableFilter::matches(
    const std::function<QString()> &text, const std::function<VarBinds()> &cells, const Describe &describe) const {
    if (!m_words.isEmpty() && !m_words.matches(text()))
        return false;
    if (m_comparisons.isEmpty())
        return true;
    const VarBinds row = cells();
    return std::ranges::all_of(m_comparisons, [&](const Comparison &comparison) {
        const bool found
            = std::ranges::any_of(row, [&](const VarBind &cell) { return comparison.filter.matches(cell, describe); });
        return found != comparison.exclude;
    });
}

} // namespace walkabout
