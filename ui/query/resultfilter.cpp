// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterrow.h"

#include "core/work/namedobject.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

std::optional<ResultFilter::Change> ResultFilter::changeNamed(QStringView word) {
    static constexpr std::pair<QLatin1StringView, Change> words[]
        = {{"changed"_L1, Change::Changed}, {"new"_L1, Change::New}, {"gone"_L1, Change::Gone}};
    for (const auto &[name, change] : words) {
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            return change;
    }
    return {};
}

ResultFilter ResultFilter::parse(QStringView text) {
    ResultFilter filter;
    QString word;
    QChar closing; // of a "quoted" or /regular/ part
    bool quoted = false;
    for (const QChar c : text) {
        if (!closing.isNull()) {
            if (c == closing) {
                closing = QChar();
                if (c == u'/')
                    word += c;
            } else {
                word += c;
            }
        } else if (c == u'"') {
            closing = c;
            quoted = true;
        } else if (c == u'/' && (word.isEmpty() || word == u"-")) {
            closing = c;
            word += c;
        } else if (c.isSpace()) {
            filter.add(std::exchange(word, {}), std::exchange(quoted, false));
        } else {
            word += c;
        }
    }
    filter.add(word, quoted);
    return filter;
}

void ResultFilter::add(QString text, bool quoted) {
    Term term;
    if (!quoted && text.size() > 1 && text.startsWith(u'-') && !text[1].isDigit()) {
        term.exclude = true;
        text.remove(0, 1);
    }
    if (text.isEmpty())
        return;
    term.text = text;
    if (!quoted && text.size() > 1 && text.startsWith(u'/')) {
        // A slash still being typed is no expression yet.
        if (text.endsWith(u'/') && text.size() > 2) {
            term.kind = Kind::Expression;
            term.expression = QRegularExpression(text.mid(1, text.size() - 2),
                QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
            if (!term.expression.isValid()) {
                m_problem = tr("%1 cannot be read: %2.").arg(text, term.expression.errorString());
                return;
            }
        }
    } else if (!quoted && addField(term)) {
        if (term.kind == Kind::Is && !(term.change = changeNamed(term.text))) {
            m_problem = tr("%1: is:changed, is:new or is:gone").arg(text);
            return;
        }
    } else if (std::optional<Term> compare = quoted ? std::nullopt : comparison(text)) {
        compare->exclude = term.exclude;
        term = *compare;
    }
    if (term.kind == Kind::Word)
        term.folded = Row::foldedWord(term.text);
    m_terms.append(term);
}

bool ResultFilter::addField(Term &term) {
    static const std::pair<QLatin1StringView, Kind> fields[]
        = {{"type:"_L1, Kind::Type}, {"module:"_L1, Kind::Module}, {"device:"_L1, Kind::Device}, {IsField, Kind::Is}};
    for (const auto &[name, kind] : fields) {
        if (!term.text.startsWith(name, Qt::CaseInsensitive))
            continue;
        term.kind = kind;
        term.text.remove(0, name.size());
        return true;
    }
    return false;
}

std::optional<ResultFilter::Term> ResultFilter::comparison(const QString &text) {
    static const QRegularExpression shape(u"^([A-Za-z][\\w:.-]*)?(<=|>=|!=|==|=|<|>)(.+)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return {};
    static const QHash<QString, Relation> relations{{u"<"_s, Relation::Less}, {u"<="_s, Relation::LessOrEqual},
        {u"="_s, Relation::Equal}, {u"=="_s, Relation::Equal}, {u"!="_s, Relation::NotEqual},
        {u">="_s, Relation::GreaterOrEqual}, {u">"_s, Relation::Greater}};
    Term term;
    term.kind = Kind::Compare;
    term.text = match.captured(1);
    term.relation = relations.value(match.captured(2));
    term.right = match.captured(3);
    bool isNumber = false;
    if (const double number = term.right.toDouble(&isNumber); isNumber)
        term.number = number;
    if (const quint64 exact = term.right.toULongLong(&isNumber); isNumber)
        term.exact = exact;
    return term;
}

bool ResultFilter::isAbout(const Term &comparison, const NamedObject &object) {
    return comparison.text.isEmpty() || object.name().compare(comparison.text, Qt::CaseInsensitive) == 0
        || QLatin1StringView(object.qualifiedName()).compare(comparison.text, Qt::CaseInsensitive) == 0;
}

bool ResultFilter::compares(const Term &term, const Row &row) {
    const Value &value = row.varBind().value;
    if (value.isInteger() && term.number) {
        const bool wide = value.type() == Value::Type::Counter64 || value.type() == Value::Type::OpaqueUnsigned64;
        return compares(term,
            wide && term.exact ? std::partial_ordering(value.toUnsigned() <=> *term.exact)
                               : value.toDouble() <=> *term.number);
    }
    if (term.number && (value.type() == Value::Type::OpaqueFloat || value.type() == Value::Type::OpaqueDouble))
        return compares(term, value.toDouble() <=> *term.number);
    if (value.isException() || term.number)
        return false;
    // "up" is meant where "up(1)" stands.
    QString left = row.value();
    if (value.isInteger() && left.contains(u'('))
        left.truncate(left.indexOf(u'('));
    return compares(term, left.compare(term.right, Qt::CaseInsensitive) <=> 0);
}

bool ResultFilter::compares(const Term &term, std::partial_ordering order) {
    switch (term.relation) {
    case Relation::Less: return std::is_lt(order);
    case Relation::LessOrEqual: return std::is_lteq(order);
    case Relation::Equal: return std::is_eq(order);
    case Relation::NotEqual: return std::is_neq(order) && order != std::partial_ordering::unordered;
    case Relation::GreaterOrEqual: return std::is_gteq(order);
    case Relation::Greater: return std::is_gt(order);
    }
    return false;
}

bool ResultFilter::holds(const Term &term, Row &row) {
    const Oid &oid = row.varBind().oid;
    switch (term.kind) {
    case Kind::Word: return row.contains(term.text, term.folded);
    case Kind::Expression: return term.expression.match(row.text()).hasMatch();
    case Kind::Type: return row.describe().type(row.varBind()).startsWith(term.text, Qt::CaseInsensitive);
    case Kind::Module: return row.describe().object(oid).node().module().startsWith(term.text, Qt::CaseInsensitive);
    case Kind::Device: return row.standing().device.contains(term.text, Qt::CaseInsensitive);
    case Kind::Is: return row.standing().change == term.change;
    case Kind::Compare: return isAbout(term, row.describe().object(oid)) && compares(term, row);
    }
    return false;
}

bool ResultFilter::matches(const VarBind &varBind, const Describe &describe, const Standing &standing) const {
    Row row(varBind, describe, standing);
    return std::ranges::all_of(m_terms, [&row](const Term &term) { return holds(term, row) != term.exclude; });
}

bool ResultFilter::asksForChanges() const {
    return std::ranges::any_of(m_terms, [](const Term &term) { return term.kind == Kind::Is; });
}

bool ResultFilter::matchesDevice(const QString &device) const {
    return std::ranges::all_of(m_terms, [&device](const Term &term) {
        return term.kind != Kind::Device || device.contains(term.text, Qt::CaseInsensitive) != term.exclude;
    });
}

} // namespace walkabout
