// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/rule.h"
#include "core/trap/sourcenames.h"
#include "core/trap/traprecord.h"
#include "core/work/describe.h"

#include <QHash>
#include <QList>

#include <vector>

namespace walkabout {

/// The rules in their order: the first that fits a notification decides; where none does, its name gives the severity.
/// Lives in the event loop; what it found out of a kind of notification it remembers.
class RuleSet final {
public:
    RuleSet();

    void setRules(const QList<Rule> &rules);
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    void setLibrary(Library::Pointer library);
    void setNames(const SourceNames &names) { m_names = names; }

    /// Fills severity, isHidden and mark. The rule that decided, by its place; nullopt: none.
    std::optional<qsizetype> apply(TrapRecord &record);

private:
    struct Kind {
        Severity severity = Severity::Notice;
        std::vector<bool> fits; // by rule
    };
    [[nodiscard]] const Kind &kind(const Oid &oid);
    [[nodiscard]] bool fitsSource(const Rule &rule, const Notification &notification) const;
    [[nodiscard]] bool fitsWords(const Rule &rule, const Notification &notification) const;
    [[nodiscard]] bool fitsKind(const Rule &rule, const Oid &oid, const NodeRef &node) const;

    QList<Rule> m_rules;
    Describe m_describe;
    SourceNames m_names;
    QHash<Oid, Kind> m_kinds;
};

} // namespace walkabout
