// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"

#include <QRegularExpression>

namespace walkabout {

/// What the filter line asks of a row: every word needed, -word excludes, /re/, type:, module:, device:, and
/// comparisons on raw values (ifInErrors>0; >100 for any object). A value; case is ignored.
class ResultFilter final {
public:
    static ResultFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// A regular expression that cannot be read, and why; empty: all is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// device: what it is called, where the rows are of several.
    [[nodiscard]] bool matches(const VarBind &varBind, const Describe &describe, const QString &device = {}) const;
    /// What device: says of it; the rest is about varbinds.
    [[nodiscard]] bool matchesDevice(const QString &device) const;

private:
    enum class Kind { Word, Expression, Type, Module, Device, Compare };
    enum class Relation { Less, LessOrEqual, Equal, NotEqual, GreaterOrEqual, Greater };
    struct Term {
        Kind kind = Kind::Word;
        bool exclude = false;
        QString text;
        QRegularExpression expression;
        Relation relation = Relation::Equal;
        QString right;
    };
    class Row;

    static std::optional<Term> comparison(const QString &text);
    static bool compares(const Term &term, Row &row);
    static bool holds(const Term &term, Row &row);
    void add(QString text, bool quoted);

    QList<Term> m_terms;
    QString m_problem;
};

} // namespace walkabout
