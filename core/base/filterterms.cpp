// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filterterms.h"

#include <utility>

namespace walkabout {

QStringList filterTerms(QStringView text, bool hasFields) {
    QStringList terms;
    QString term;
    QChar closing;
    for (const QChar letter : text) {
        if (closing.isNull() && letter.isSpace()) {
            if (!term.isEmpty())
                terms.append(std::exchange(term, {}));
            continue;
        }
        const bool begins = term.isEmpty() || term == u"-";
        const bool opens
            = (letter == u'/' && begins) || (letter == u'"' && (begins || (hasFields && term.endsWith(u':'))));
        if (letter == closing)
            closing = QChar();
        else if (closing.isNull() && opens)
            closing = letter;
        term += letter;
    }
    if (!term.isEmpty())
        terms.append(term);
    return terms;
}

} // namespace walkabout
