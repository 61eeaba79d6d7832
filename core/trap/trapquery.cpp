// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapquery.h"

#include "core/trap/journaltables.h"

#include <QHostAddress>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

using Field = TrapFilter::Field;

constexpr const char *countKnown = "SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM kind)";

bool fitsSource(const QString &pattern, const QString &address, const SourceNames &names) {
    const auto subnet = QHostAddress::parseSubnet(pattern);
    if (pattern.contains(u'/') && !subnet.first.isNull() && subnet.second >= 0)
        return QHostAddress(address).isInSubnet(subnet);
    return address.startsWith(pattern, Qt::CaseInsensitive)
        || names.value(address).contains(pattern, Qt::CaseInsensitive);
}

bool fitsName(const QString &pattern, const QString &dotted, const Library &library) {
    const auto oid = Oid::parse(dotted);
    if (!oid || oid->isEmpty())
        return false;
    if (const auto root = Oid::parse(pattern))
        return oid->startsWith(*root);
    const NodeRef node = library.node(*oid);
    const QString name = pattern.contains("::"_L1) ? node.qualifiedName() : node.name();
    if (node.isNull())
        return false;
    if (!pattern.contains(u'*'))
        return name.contains(pattern, Qt::CaseInsensitive);
    return QRegularExpression(
        QRegularExpression::wildcardToRegularExpression(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(name)
        .hasMatch();
}

QByteArray listOf(const QList<QByteArray> &ids) { return '(' + ids.join(',') + ')'; }

/// As the index's tokenizer cuts it.
QStringList tokens(const QString &text) {
    QStringList found;
    QString token;
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber())
            token += letter;
        else if (!token.isEmpty())
            found += std::exchange(token, {});
    }
    if (!token.isEmpty())
        found += token;
    return found;
}

} // namespace

TrapQuery::TrapQuery(TrapFilter filter, Database &database, const Library &library, const SourceNames &names)
    : m_filter(std::move(filter))
    , m_needsText(m_filter.readsText())
    , m_known(database.number(countKnown)) {
    QList<QByteArray> conditions;
    if (!m_filter.showsHidden())
        conditions += "(head.flags & " + QByteArray::number(journaltables::Hidden) + ") = 0";
    for (const TrapFilter::Term &term : m_filter.terms()) {
        QByteArray condition;
        switch (term.field) {
        case Field::Words:
        case Field::Expression: continue;
        case Field::Source: condition = sources(term, database, names); break;
        case Field::Name: condition = kinds(term, database, library); break;
        case Field::SeverityField: condition = onSeverity(term); break;
        case Field::Kind:
        case Field::Hidden: condition = onFlags(term); break;
        case Field::After:
            condition = "head.time >= " + QByteArray::number(qint64(term.time.time_since_epoch().count()));
            break;
        case Field::Before:
            condition = "head.time < " + QByteArray::number(qint64(term.time.time_since_epoch().count()));
            break;
        }
        conditions += (term.exclude ? "NOT (" : "(") + condition + ')';
    }
    if (!conditions.isEmpty())
        m_condition = conditions.join(" AND ");
    askIndex();
}

bool TrapQuery::isStale(Database &database) const { return database.number(countKnown) != m_known; }

QByteArray TrapQuery::sources(const TrapFilter::Term &term, Database &database, const SourceNames &names) const {
    QList<QByteArray> ids;
    Statement all = database.prepare("SELECT id, address FROM source");
    while (all.step() == SQLITE_ROW) {
        if (fitsSource(term.text, all.text(1), names))
            ids += QByteArray::number(all.number(0));
    }
    const QByteArray list = listOf(ids);
    return "head.source IN " + list + " OR ifnull(head.origin, 0) IN " + list;
}

QByteArray TrapQuery::kinds(const TrapFilter::Term &term, Database &database, const Library &library) const {
    QList<QByteArray> ids;
    Statement all = database.prepare("SELECT id, oid FROM kind");
    while (all.step() == SQLITE_ROW) {
        if (fitsName(term.text, all.text(1), library))
            ids += QByteArray::number(all.number(0));
    }
    return "head.kind IN " + listOf(ids);
}

QByteArray TrapQuery::onSeverity(const TrapFilter::Term &term) {
    const char *compare = " = ";
    if (term.compare != TrapFilter::Compare::Equal)
        compare = term.compare == TrapFilter::Compare::AtLeast ? " >= " : " <= ";
    return QByteArray("head.severity") + compare + QByteArray::number(int(term.severity));
}

QByteArray TrapQuery::onFlags(const TrapFilter::Term &term) {
    using namespace journaltables;
    const auto has = [](qint64 flags, bool isSet) {
        return "(head.flags & " + QByteArray::number(flags) + (isSet ? ") <> 0" : ") = 0");
    };
    if (term.field == Field::Hidden)
        return has(Hidden, true);
    const QString kind = term.text.toLower();
    if (kind == "inform"_L1)
        return has(Inform, true);
    if (kind == "trap"_L1)
        return has(Inform | Unreadable | Lost, false);
    return has(kind == "lost"_L1 ? Lost : Unreadable, true);
}

// Words of one token are what the index finds; of others (10.0.0.7) it finds more, and the text decides.
void TrapQuery::askIndex() {
    QStringList wanted;
    QStringList unwanted;
    bool isExact = true;
    for (const TrapFilter::Term &term : m_filter.terms()) {
        if (term.field == Field::Expression) {
            isExact = false;
            continue;
        }
        if (term.field != Field::Words)
            continue;
        const QStringList parts = tokens(term.text);
        const bool isOne = parts.size() == 1 && parts.first() == term.text;
        isExact = isExact && isOne;
        if (term.exclude) {
            if (isOne)
                unwanted += u"\"%1\"*"_s.arg(parts.first());
            continue;
        }
        for (qsizetype i = 0; i < parts.size(); ++i)
            wanted += u"\"%1\""_s.arg(parts[i]) + (i + 1 == parts.size() ? u"*"_s : QString());
    }
    if (wanted.isEmpty())
        return;
    m_match = wanted.join(u" AND "_s);
    for (const QString &word : std::as_const(unwanted))
        m_match = u"(%1) NOT %2"_s.arg(m_match, word);
    m_needsText = !isExact;
}

} // namespace walkabout
