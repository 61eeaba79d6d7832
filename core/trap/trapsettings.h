// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/retention.h"
#include "core/trap/rule.h"

#include <QList>

namespace walkabout {

class Settings;

/// What a person set for traps, in the settings that window and command line share.
namespace trapsettings {

[[nodiscard]] QList<Rule> rules(const Settings &settings);
[[nodiscard]] std::optional<Failure> setRules(Settings &settings, const QList<Rule> &rules);
/// Filter lines that a person kept, in the order of keeping.
[[nodiscard]] QStringList filters(const Settings &settings);
[[nodiscard]] std::optional<Failure> setFilters(Settings &settings, const QStringList &filters);
/// How much the journal keeps ("traps.rows", "traps.days", "traps.megabytes"; 0: without this bound).
[[nodiscard]] RetentionLimits limits(const Settings &settings);

} // namespace trapsettings
} // namespace walkabout
