// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/describe.h"
#include "core/work/rundifference.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <compare>

namespace walkabout {

/// What the filter line asks of a row: every word needed, -word excludes, /re/, type:, module:, device:, is:changed,
/// is:new and is:gone (since the run before), and comparisons on raw values (ifInErrors>0; >100 for any object). A
/// value, to be asked in any thread; case is ignored.
class ResultFilter final {
    Q_DECLARE_TR_FUNCTIONS(ResultFilter)

public:
    static ResultFilter parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// A regular expression that cannot be read, and why; empty: all is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    using Change = RunDifference::Change;
    static constexpr QLatin1StringView IsField{"is:"};
    /// As it stands behind IsField; nullopt: no such word, or one that is still being typed.
    [[nodiscard]] static std::optional<Change> changeNamed(QStringView word);
    /// What is known of a row beside its varbind.
    struct Standing {
        QString device; // what it is called, where the rows are of several
        Change change = Change::None; // since the run before
    };
    [[nodiscard]] bool matches(const VarBind &varBind, const Describe &describe, const Standing &standing) const;
    [[nodiscard]] bool matches(const VarBind &varBind, const Describe &describe) const {
        return matches(varBind, describe, Standing());
    }
    /// The same for many rows, quicker.
    class Look;
    /// It asks what has changed: the answer is another once runs are compared.
    [[nodiscard]] bool asksForChanges() const;
    /// What device: says of it; the rest is about varbinds.
    [[nodiscard]] bool matchesDevice(const QString &device) const;

private:
    enum class Kind { Word, Expression, Type, Module, Device, Is, Compare };
    enum class Relation { Less, LessOrEqual, Equal, NotEqual, GreaterOrEqual, Greater };
    struct Term {
        Kind kind = Kind::Word;
        bool exclude = false;
        QString text;
        QByteArray folded; // of a Word: as it stands among bytes
        QRegularExpression expression;
        Relation relation = Relation::Equal;
        QString right; // and what it is as a number
        std::optional<double> number;
        std::optional<quint64> exact;
        std::optional<Change> change; // of an Is
    };
    class Row;

    static std::optional<Term> comparison(const QString &text);
    static bool isAbout(const Term &comparison, const NamedObject &object);
    static bool compares(const Term &term, const Row &row);
    static bool compares(const Term &term, std::partial_ordering order);
    static bool holds(const Term &term, Row &row);
    void add(QString text, bool quoted);
    bool addField(Term &term);

    QList<Term> m_terms;
    QString m_problem;
};

} // namespace walkabout
