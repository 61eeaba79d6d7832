// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapfilter.h"

#include "core/base/filterterms.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

QString say(const char *text) { return QCoreApplication::translate("TrapFilter", text); }

std::optional<UtcMicroseconds> readTime(const QString &text, UtcMicroseconds now) {
    static const QRegularExpression ago(u"^(\\d{1,6})([smhdw])$"_s);
    if (const auto match = ago.match(text); match.hasMatch()) {
        const QMap<QChar, int> seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}, {u'w', 604800}};
        return now - std::chrono::seconds(match.captured(1).toLongLong() * seconds.value(match.captured(2)[0]));
    }
    const auto from
        = [](const QDateTime &time) { return UtcMicroseconds(std::chrono::milliseconds(time.toMSecsSinceEpoch())); };
    for (const QString &format : {u"HH:mm"_s, u"HH:mm:ss"_s}) {
        if (const QTime time = QTime::fromString(text, format); time.isValid()) {
            const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count() / 1000).date();
            return from(QDateTime(today, time));
        }
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(from(time)) : std::nullopt;
}

/// Where it stands at the beginning of a word.
bool holdsWord(const QString &text, const QString &word) {
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber() || !word[0].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

TrapFilter TrapFilter::parse(QStringView text, UtcMicroseconds now) {
    TrapFilter filter;
    const QStringList terms = filterTerms(text, true);
    for (const QString &term : terms)
        filter.add(term, now);
    return filter;
}

void TrapFilter::add(const QString &typed, UtcMicroseconds now) {
    Term term;
    QString text = typed;
    if (text.size() > 1 && text.startsWith(u'-')) {
        term.exclude = true;
        text.remove(0, 1);
    }
    if (text.size() > 2 && text.startsWith(u'/') && text.endsWith(u'/')) {
        term.field = Field::Expression;
        term.expression
            = QRegularExpression(text.sliced(1, text.size() - 2), QRegularExpression::CaseInsensitiveOption);
        if (term.expression.isValid())
            m_terms += term;
        else
            m_problem = say("“%1” is no regular expression: %2.").arg(text, term.expression.errorString());
        return;
    }
    static const QRegularExpression field(u"^(source|name|severity|kind|after|before|is):(.*)$"_s);
    if (const auto match = field.match(text); match.hasMatch()) {
        const QString value = match.captured(2).remove(u'"');
        if (value.isEmpty())
            return; // still being typed
        if (addField(term, match.captured(1), value, now))
            m_terms += term;
        return;
    }
    term.text = text.remove(u'"').trimmed();
    if (!term.text.isEmpty())
        m_terms += term;
}

bool TrapFilter::addField(Term &term, const QString &name, const QString &value, UtcMicroseconds now) {
    term.text = value;
    if (name == "source"_L1 || name == "name"_L1) {
        term.field = name == "source"_L1 ? Field::Source : Field::Name;
        return true;
    }
    if (name == "severity"_L1) {
        term.field = Field::SeverityField;
        if (readSeverity(term, value))
            return true;
        m_problem
            = say("“%1” is no severity: write normal, notice, warning, major or critical, or >=major.").arg(value);
        return false;
    }
    if (name == "kind"_L1) {
        term.field = Field::Kind;
        static const QStringList known{u"trap"_s, u"inform"_s, u"unreadable"_s, u"lost"_s};
        if (known.contains(value, Qt::CaseInsensitive))
            return true;
        m_problem = say("“%1” is no kind: write trap, inform, unreadable or lost.").arg(value);
        return false;
    }
    if (name == "is"_L1) {
        term.field = Field::Hidden;
        if (value.compare("hidden"_L1, Qt::CaseInsensitive) == 0)
            return true;
        m_problem = say("Only is:hidden is known.");
        return false;
    }
    term.field = name == "after"_L1 ? Field::After : Field::Before;
    const auto time = readTime(value, now);
    if (time)
        term.time = *time;
    else
        m_problem
            = say("“%1” is no time: write 10:30, 2026-11-25, 2026-11-25T10:30, or 2h for two hours ago.").arg(value);
    return time.has_value();
}

bool TrapFilter::readSeverity(Term &term, QString value) {
    if (value.startsWith(">="_L1) || value.startsWith("<="_L1)) {
        term.compare = value.startsWith(u'>') ? Compare::AtLeast : Compare::AtMost;
        value.remove(0, 2);
    }
    const auto severity = severity::named(value);
    term.severity = severity.value_or(Severity::Notice);
    return severity.has_value();
}

bool TrapFilter::readsText() const {
    return std::ranges::any_of(
        m_terms, [](const Term &term) { return term.field == Field::Words || term.field == Field::Expression; });
}

bool TrapFilter::matchesText(const QString &text) const {
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        if (term.field == Field::Words)
            return holdsWord(text, term.text) != term.exclude;
        return term.field != Field::Expression || term.expression.match(text).hasMatch() != term.exclude;
    });
}

bool TrapFilter::showsHidden() const {
    return std::ranges::any_of(m_terms, [](const Term &term) { return term.field == Field::Hidden; });
}

} // namespace walkabout
