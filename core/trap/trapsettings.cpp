// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapsettings.h"

#include "core/store/settings.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace walkabout::trapsettings {

namespace {

constexpr qint64 Megabyte = 1 << 20;

} // namespace

QList<Rule> rules(const Settings &settings) {
    QList<Rule> rules;
    const QJsonArray array = settings.value(u"traps.rules"_s).toArray();
    for (const auto &value : array)
        rules += Rule::fromJson(value.toObject());
    return rules;
}

std::optional<Failure> setRules(Settings &settings, const QList<Rule> &rules) {
    QJsonArray array;
    for (const Rule &rule : rules)
        array.append(rule.toJson());
    return settings.set({{u"traps.rules"_s, array}});
}

QStringList filters(const Settings &settings) { return settings.value(u"traps.filters"_s).toVariant().toStringList(); }

std::optional<Failure> setFilters(Settings &settings, const QStringList &filters) {
    return settings.set({{u"traps.filters"_s, QJsonArray::fromStringList(filters)}});
}

RetentionLimits limits(const Settings &settings) {
    RetentionLimits limits;
    const auto read = [&](const QString &key, qint64 otherwise) {
        return std::max<qint64>(settings.value(key).toInteger(otherwise), 0);
    };
    limits.rows = read(u"traps.rows"_s, limits.rows);
    limits.age
        = std::chrono::days(read(u"traps.days"_s, std::chrono::duration_cast<std::chrono::days>(limits.age).count()));
    limits.bytes = read(u"traps.megabytes"_s, limits.bytes / Megabyte) * Megabyte;
    return limits;
}

} // namespace walkabout::trapsettings
