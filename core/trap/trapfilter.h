// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/trap/severity.h"

#include <QList>
#include <QRegularExpression>
#include <QString>

namespace walkabout {

/// What a filter line asks of the journal's rows: words (all needed, each from its beginning), -word, /re/, and fields:
/// source:, name:, severity:, kind:, after:, before:, is:hidden; a minus before a field turns it round. A value; case
/// is ignored.
class TrapFilter final {
public:
    enum class Field { Words, Expression, Source, Name, SeverityField, Kind, After, Before, Hidden };
    enum class Compare { Equal, AtLeast, AtMost };
    struct Term {
        Field field = Field::Words;
        QString text;
        bool exclude = false;
        QRegularExpression expression; // of Expression
        Severity severity = Severity::Notice;
        Compare compare = Compare::Equal; // of SeverityField
        UtcMicroseconds time; // of After and Before
    };

    /// Times without a date are today's, "2h" is two hours before now.
    static TrapFilter parse(QStringView text, UtcMicroseconds now);

    /// One more condition.
    void narrow(const Term &term) { m_terms += term; }
    [[nodiscard]] const QList<Term> &terms() const { return m_terms; }
    /// What of it cannot be understood, as a sentence; the rest holds all the same.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// It has words or expressions.
    [[nodiscard]] bool readsText() const;
    /// Words and expressions, against notificationtext::words().
    [[nodiscard]] bool matchesText(const QString &text) const;
    [[nodiscard]] bool showsHidden() const;

private:
    void add(const QString &term, UtcMicroseconds now);
    [[nodiscard]] bool addField(Term &term, const QString &name, const QString &value, UtcMicroseconds now);
    [[nodiscard]] static bool readSeverity(Term &term, QString value);

    QList<Term> m_terms;
    QString m_problem;
};

} // namespace walkabout
