// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/resultfilter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

/// A row's texts, made when a term asks for them.
class ResultFilter::Row final {
public:
    Row(const VarBind &varBind, const Describe &describe, const QString &device)
        : m_varBind(varBind)
        , m_describe(describe)
        , m_device(device) {}

    const VarBind &varBind() const { return m_varBind; }
    const Describe &describe() const { return m_describe; }
    const QString &device() const { return m_device; }
    const QString &text() {
        if (m_text.isNull())
            m_text = m_describe.name(m_varBind.oid) + u'\n' + m_describe.typedName(m_varBind.oid) + u'\n' + value()
                + u'\n' + m_varBind.oid.toString() + u'\n' + m_device;
        return m_text;
    }
    const QString &value() {
        if (m_value.isNull())
            m_value = m_describe.value(m_varBind);
        return m_value;
    }

private:
    const VarBind &m_varBind;
    const Describe &m_describe;
    const QString &m_device;
    QString m_text;
    QString m_value;
};

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
                m_problem = QCoreApplication::translate("ResultFilter", "%1 cannot be read: %2.")
                                .arg(text, term.expression.errorString());
                return;
            }
        }
    } else if (!quoted && text.startsWith("type:"_L1, Qt::CaseInsensitive)) {
        term.kind = Kind::Type;
        term.text = text.mid(5);
    } else if (!quoted && text.startsWith("module:"_L1, Qt::CaseInsensitive)) {
        term.kind = Kind::Module;
        term.text = text.mid(7);
    } else if (!quoted && text.startsWith("device:"_L1, Qt::CaseInsensitive)) {
        term.kind = Kind::Device;
        term.text = text.mid(7);
    } else if (std::optional<Term> compare = quoted ? std::nullopt : comparison(text)) {
        compare->exclude = term.exclude;
        term = *compare;
    }
    m_terms.append(term);
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
    return term;
}

bool ResultFilter::compares(const Term &term, Row &row) {
    const VarBind &varBind = row.varBind();
    if (!term.text.isEmpty()) {
        const NodeRef node = row.describe().library()->nearest(varBind.oid);
        if (node.isNull()
            || (node.name().compare(term.text, Qt::CaseInsensitive) != 0
                && node.qualifiedName().compare(term.text, Qt::CaseInsensitive) != 0))
            return false;
    }
    std::partial_ordering order = std::partial_ordering::unordered;
    bool isNumber = false;
    const double right = term.right.toDouble(&isNumber);
    if (varBind.value.isInteger() && isNumber) {
        bool isUnsigned = false;
        const quint64 exact = term.right.toULongLong(&isUnsigned);
        const bool wide
            = varBind.value.type() == Value::Type::Counter64 || varBind.value.type() == Value::Type::OpaqueUnsigned64;
        order = wide && isUnsigned ? std::partial_ordering(varBind.value.toUnsigned() <=> exact)
                                   : varBind.value.toDouble() <=> right;
    } else if (isNumber
        && (varBind.value.type() == Value::Type::OpaqueFloat || varBind.value.type() == Value::Type::OpaqueDouble)) {
        order = varBind.value.toDouble() <=> right;
    } else if (!varBind.value.isException() && !isNumber) {
        // "up" is meant where "up(1)" stands.
        QString left = row.value();
        if (varBind.value.isInteger() && left.contains(u'('))
            left.truncate(left.indexOf(u'('));
        const int textual = left.compare(term.right, Qt::CaseInsensitive);
        order = textual <=> 0;
    }
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
    switch (term.kind) {
    case Kind::Word: return row.text().contains(term.text, Qt::CaseInsensitive);
    case Kind::Expression: return term.expression.match(row.text()).hasMatch();
    case Kind::Type: return row.describe().type(row.varBind()).startsWith(term.text, Qt::CaseInsensitive);
    case Kind::Module:
        return row.describe().library()->nearest(row.varBind().oid).module().startsWith(term.text, Qt::CaseInsensitive);
    case Kind::Device: return row.device().contains(term.text, Qt::CaseInsensitive);
    case Kind::Compare: return compares(term, row);
    }
    return false;
}

bool ResultFilter::matches(const VarBind &varBind, const Describe &describe, const QString &device) const {
    Row row(varBind, describe, device);
    return std::ranges::all_of(m_terms, [&row](const Term &term) { return holds(term, row) != term.exclude; });
}

bool ResultFilter::matchesDevice(const QString &device) const {
    return std::ranges::all_of(m_terms, [&device](const Term &term) {
        return term.kind != Kind::Device || device.contains(term.text, Qt::CaseInsensitive) != term.exclude;
    });
}

} // namespace walkabout
