// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace walkabout {

/// What a filter line asks of a text: every word needed, -word excludes, "two words" as they stand, /re/. A value; case
/// is ignored.
class WordFilter final {
public:
    static WordFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const QString &text) const;

private:
    struct Term {
        QString word;
        QRegularExpression expression; // where it has a pattern
        bool exclude = false;
    };
    QList<Term> m_terms;
};

} // namespace walkabout
