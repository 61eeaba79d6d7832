// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/wordfilter.h"

#include "core/base/filterterms.h"

#include <algorithm>

namespace walkabout {

WordFilter WordFilter::parse(QStringView text) {
    WordFilter filter;
    for (QString word : filterTerms(text)) {
        Term term;
        term.exclude = word.size() > 1 && word.startsWith(u'-');
        if (term.exclude)
            word.remove(0, 1);
        const bool closed = word.size() > 2 && word.front() == word.back();
        if (closed && word.front() == u'/') {
            term.expression
                = QRegularExpression(word.mid(1, word.size() - 2), QRegularExpression::CaseInsensitiveOption);
            // An expression still being typed hides nothing.
            if (!term.expression.isValid())
                continue;
        } else if (word.startsWith(u'"')) {
            word = word.mid(1, closed ? word.size() - 2 : -1);
        }
        term.word = word;
        if (!word.isEmpty())
            filter.m_terms.append(term);
    }
    return filter;
}

bool WordFilter::matches(const QString &text) const {
    return std::ranges::all_of(m_terms, [&text](const Term &term) {
        const bool found = term.expression.pattern().isEmpty() ? text.contains(term.word, Qt::CaseInsensitive)
                                                               : term.expression.match(text).hasMatch();
        return found != term.exclude;
    });
}

} // namespace walkabout
