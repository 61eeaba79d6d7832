// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/ruleset.h"

#include "core/trap/notificationtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr qsizetype MostKinds = 10'000; // strangers can invent them

} // namespace

RuleSet::RuleSet()
    : m_describe(Library::empty()) {}

void RuleSet::setRules(const QList<Rule> &rules) {
    m_rules = rules;
    m_kinds.clear();
}

void RuleSet::setLibrary(Library::Pointer library) {
    m_describe = Describe(std::move(library));
    m_kinds.clear();
}

std::optional<qsizetype> RuleSet::apply(TrapRecord &record) {
    const Notification &notification = record.notification;
    const Kind &what = kind(notification.oid);
    record.severity = notification.failure ? Severity::Warning : what.severity;
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        const Rule &rule = m_rules[i];
        if (!rule.isOn || !what.fits[size_t(i)] || !fitsSource(rule, notification) || !fitsWords(rule, notification))
            continue;
        record.severity = rule.severity.value_or(record.severity);
        record.isHidden = rule.hide;
        record.mark = rule.mark;
        return i;
    }
    return std::nullopt;
}

const RuleSet::Kind &RuleSet::kind(const Oid &oid) {
    if (const auto at = m_kinds.constFind(oid); at != m_kinds.cend())
        return *at;
    if (m_kinds.size() >= MostKinds)
        m_kinds.clear();
    const NodeRef node = m_describe.library()->node(oid);
    Kind what;
    what.severity = severity::ofName(node.isNull() ? QString() : node.name());
    for (const Rule &rule : std::as_const(m_rules))
        what.fits.push_back(fitsKind(rule, oid, node));
    return *m_kinds.insert(oid, what);
}

bool RuleSet::fitsKind(const Rule &rule, const Oid &oid, const NodeRef &node) const {
    const QString pattern = rule.notification.trimmed();
    if (pattern.isEmpty())
        return true;
    if (const auto root = Oid::parse(pattern))
        return oid.startsWith(*root);
    if (node.isNull())
        return false;
    const QRegularExpression expression(
        QRegularExpression::wildcardToRegularExpression(pattern), QRegularExpression::CaseInsensitiveOption);
    return expression.match(pattern.contains("::"_L1) ? node.qualifiedName() : node.name()).hasMatch();
}

bool RuleSet::fitsSource(const Rule &rule, const Notification &notification) const {
    const QString pattern = rule.source.trimmed();
    if (pattern.isEmpty())
        return true;
    const auto fits = [&](const QHostAddress &address) {
        if (address.isNull())
            return false;
        const auto subnet = QHostAddress::parseSubnet(pattern);
        if (!subnet.first.isNull() && subnet.second >= 0 && address.isInSubnet(subnet))
            return true;
        return address == QHostAddress(pattern)
            || m_names.value(address.toString()).contains(pattern, Qt::CaseInsensitive);
    };
    return fits(notification.source()) || fits(notification.origin());
}

bool RuleSet::fitsWords(const Rule &rule, const Notification &notification) const {
    const QStringList words = rule.words.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    const QString text = notificationtext::words(notification, m_describe);
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace walkabout
