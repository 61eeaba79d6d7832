// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trap/ruleset.h"

#include <QCoreApplication>

namespace walkabout {

/// The line that tries rules out: "192.0.2.7 linkDown ifDescr.3=Gi1/0/7", a notification as it might come. A value.
struct RuleTest {
    Q_DECLARE_TR_FUNCTIONS(RuleTest)

public:
    TrapRecord record;
    std::optional<qsizetype> rule; // that decides; nullopt: none

    /// The line that stands for a notification that came.
    static QString lineOf(const TrapRecord &record, const Describe &describe);
    static Result<RuleTest> run(
        const QString &line, const QList<Rule> &rules, const Library::Pointer &library, const SourceNames &names);
    /// "Rule 2, “uplinks”, decides: severity critical, marked red."
    [[nodiscard]] QString text(const QList<Rule> &rules, const QStringList &markNames) const;
};

} // namespace walkabout
