// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapgroups.h"

#include "core/trap/database.h"

#include <algorithm>
#include <sqlite3.h>

namespace walkabout {

namespace {

constexpr qint64 Minute = 60'000'000; // microseconds
constexpr qint64 StripParts = 240; // at most

UtcMicroseconds at(qint64 microseconds) { return UtcMicroseconds(std::chrono::microseconds(microseconds)); }

QHash<qint64, QString> namesOf(Database &database, const QByteArray &sql) {
    QHash<qint64, QString> names;
    Statement all = database.prepare(sql);
    while (all.step() == SQLITE_ROW)
        names.insert(all.number(0), all.text(1));
    return names;
}

} // namespace

void TrapGroups::clear() {
    m_groups.clear();
    m_minutes.clear();
}

void TrapGroups::add(const TrapHead &head) {
    Count &count = m_groups[{head.source, head.kind, head.subject}];
    if (count.count == 0)
        count = {head.id, 0, head.time, head.time, head.severity};
    ++count.count;
    count.latest = std::max(count.latest, head.id);
    count.first = std::min(count.first, head.time);
    count.last = std::max(count.last, head.time);
    count.worst = std::max(count.worst, head.severity);
    ++m_minutes[head.time / Minute].at(size_t(head.severity));
}

TrapSummary TrapGroups::summary(Database &database) const {
    const auto sources = namesOf(database, "SELECT id, address FROM source");
    const auto kinds = namesOf(database, "SELECT id, oid FROM kind");
    TrapSummary summary;
    summary.groupCount = m_groups.size();
    summary.groups.reserve(m_groups.size());
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        summary.groups.append({group->latest, sources.value(group.key().source),
            Oid::parse(kinds.value(group.key().kind)).value_or(Oid()), group.key().subject, group->count,
            at(group->first), at(group->last), group->worst});
    }
    std::ranges::sort(summary.groups, [](const TrapGroup &a, const TrapGroup &b) { return a.latest > b.latest; });
    if (summary.groups.size() > TrapSummary::MostGroups)
        summary.groups.resize(TrapSummary::MostGroups);
    summary.strip = strip();
    return summary;
}

TrapStrip TrapGroups::strip() const {
    if (m_minutes.isEmpty())
        return {};
    const auto [least, most] = std::minmax_element(m_minutes.keyBegin(), m_minutes.keyEnd());
    const qint64 minutes = *most - *least + 1;
    const qint64 each = (minutes + StripParts - 1) / StripParts;
    TrapStrip strip;
    strip.begin = at(*least * Minute);
    strip.step = std::chrono::microseconds(each * Minute);
    strip.parts.resize((minutes + each - 1) / each);
    for (auto minute = m_minutes.cbegin(); minute != m_minutes.cend(); ++minute) {
        auto &part = strip.parts[(minute.key() - *least) / each];
        for (size_t i = 0; i < part.size(); ++i)
            part.at(i) += minute->at(i);
    }
    return strip;
}

} // namespace walkabout
