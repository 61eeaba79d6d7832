// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/filterlook.h"

#include "core/work/namedobject.h"
#include "ui/query/filterrow.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr qsizetype UsualTextBytes = 256;

bool isOfNumbers(QByteArrayView text) {
    return std::ranges::all_of(text, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

} // namespace

ResultFilter::Look::Look(const ResultFilter &filter, const Describe &describe)
    : m_terms(filter.m_terms)
    , m_describe(describe) {
    for (Term &term : m_terms) {
        if (term.kind == Kind::Expression) // one of its own: threads that share one wait for each other
            term.expression = QRegularExpression(term.expression.pattern(), term.expression.patternOptions());
    }
    for (QByteArray *text : {&m_instance, &m_value, &m_typed})
        text->reserve(UsualTextBytes);
}

bool ResultFilter::Look::matches(const VarBind &varBind, const Standing &standing) {
    const NamedObject &named = m_describe.object(varBind.oid);
    if (!m_object || m_object->named != &named)
        m_object = &objectOf(named);
    for (QByteArray *text : {&m_instance, &m_value, &m_typed})
        text->resize(0);
    Row row(varBind, m_describe, standing);
    for (qsizetype at = 0; at < m_terms.size(); ++at) {
        if (holds(m_terms.at(at), m_object->terms[size_t(at)], row) == m_terms.at(at).exclude)
            return false;
    }
    return true;
}

ResultFilter::Look::Object &ResultFilter::Look::objectOf(const NamedObject &named) {
    Object &object = m_objects[&named];
    if (!object.named) {
        object.named = &named;
        for (const Term &term : std::as_const(m_terms))
            object.terms.push_back(known(term, named));
    }
    return object;
}

ResultFilter::Look::Known ResultFilter::Look::known(const Term &term, const NamedObject &named) const {
    Known known;
    if (term.kind == Kind::Module)
        known.whole = named.node().module().startsWith(term.text, Qt::CaseInsensitive) ? Verdict::Yes : Verdict::No;
    else if (term.kind == Kind::Compare && !isAbout(term, named))
        known.whole = Verdict::No;
    else if (term.kind == Kind::Word && isPlain(term))
        learnWord(known, term, named);
    return known;
}

// Name and OID of an instance are the object's, a dot, and the same numbers: a word stands in the object's part, in the
// instance's, or reaches from one into the other.
void ResultFilter::Look::learnWord(Known &known, const Term &term, const NamedObject &named) const {
    const QByteArray &word = term.folded;
    QByteArray name = named.hasName() ? named.qualifiedName() : QByteArray();
    Row::fold(name);
    QByteArray oid;
    appendDotted(oid, named.oid().parts());
    if (Row::isFoundIn(name, word) || Row::isFoundIn(oid, word)) {
        known.whole = Verdict::Yes;
        return;
    }
    known.mayBeWithin = isOfNumbers(word);
    for (qsizetype dot = word.indexOf('.', 1); dot > 0; dot = word.indexOf('.', dot + 1)) {
        const QByteArray before = word.first(dot);
        if (isOfNumbers(word.sliced(dot)) && (name.endsWith(before) || oid.endsWith(before)))
            known.beginnings.append(word.sliced(dot));
    }
    const bool hasBracket = word.contains('[') || word.contains(']');
    known.hasTyped = hasBracket || !named.isPlainlyIndexed(m_describe.interfaces().get());
}

// A word of ASCII, and of one line.
bool ResultFilter::Look::isPlain(const Term &word) { return !word.folded.isEmpty() && !word.folded.contains('\n'); }

bool ResultFilter::Look::holds(const Term &term, Known &known, Row &row) {
    if (known.whole != Verdict::Open)
        return known.whole == Verdict::Yes;
    switch (term.kind) {
    case Kind::Word:
        if (!isPlain(term) || !row.standing().device.isEmpty()) // all of the text is to be looked through
            return ResultFilter::holds(term, row);
        return contains(term, known, row.varBind());
    case Kind::Type: {
        const auto type = size_t(row.varBind().value.type());
        if (known.types.at(type) == Verdict::Open)
            known.types.at(type) = ResultFilter::holds(term, row) ? Verdict::Yes : Verdict::No;
        return known.types.at(type) == Verdict::Yes;
    }
    case Kind::Compare: return compares(term, row);
    default: return ResultFilter::holds(term, row);
    }
}

bool ResultFilter::Look::contains(const Term &term, Known &known, const VarBind &varBind) {
    return isInInstance(term, known, varBind.oid) || isInValue(term, known, varBind)
        || (known.hasTyped && isInTyped(term, varBind.oid));
}

bool ResultFilter::Look::isInInstance(const Term &term, const Known &known, const Oid &oid) {
    if (!known.mayBeWithin && known.beginnings.isEmpty())
        return false;
    const Oid &object = m_object->named->oid();
    if (m_instance.isEmpty() && oid.size() > object.size()) {
        if (!object.isEmpty())
            m_instance += '.';
        appendDotted(m_instance, oid.parts().subspan(size_t(object.size())));
    }
    return (known.mayBeWithin && Row::isFoundIn(m_instance, term.folded))
        || std::ranges::any_of(
            known.beginnings, [this](const QByteArray &beginning) { return m_instance.startsWith(beginning); });
}

bool ResultFilter::Look::isInValue(const Term &term, Known &known, const VarBind &varBind) {
    const qint64 number = varBind.value.type() == Value::Type::Integer32 ? varBind.value.toSigned() : -1;
    Verdict *verdict = number >= 0 && number < Numbers ? &known.numbers.at(size_t(number)) : nullptr;
    if (verdict && *verdict != Verdict::Open)
        return *verdict == Verdict::Yes;
    if (m_value.isEmpty()) {
        Row::appendValue(m_value, varBind, *m_object->named, m_describe);
        Row::fold(m_value);
    }
    const bool found = Row::isFoundIn(m_value, term.folded);
    if (verdict)
        *verdict = found ? Verdict::Yes : Verdict::No;
    return found;
}

bool ResultFilter::Look::isInTyped(const Term &term, const Oid &oid) {
    if (m_typed.isEmpty()) {
        m_object->named->appendTypedName(m_typed, oid, m_describe.interfaces().get());
        Row::fold(m_typed);
    }
    return Row::isFoundIn(m_typed, term.folded);
}

} // namespace walkabout
