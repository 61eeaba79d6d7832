// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/alertlimit.h"

#include <algorithm>

namespace walkabout {

namespace {

// Two rules may have one name.
QString keyOf(const Rule &rule) {
    return QStringList{rule.name, rule.source, rule.notification, rule.words}.join(u'\n');
}

} // namespace

std::optional<AlertLimit::Alert> AlertLimit::take(
    const Rule &rule, const TrapRecord &record, Monotonic::time_point now) {
    Held &held = m_held[keyOf(rule)];
    if (held.count == 0 && now >= held.until) {
        held.until = now + Pause;
        return Alert{rule, record, 0};
    }
    ++held.count;
    held.alert = Alert{rule, record, held.count - 1};
    return std::nullopt;
}

QList<AlertLimit::Alert> AlertLimit::due(Monotonic::time_point now) {
    QList<Alert> due;
    for (auto held = m_held.begin(); held != m_held.end();) {
        if (held->until > now) {
            ++held;
        } else if (!held->alert) {
            held = m_held.erase(held);
        } else {
            due += *std::move(held->alert);
            *held = Held{.until = now + Pause, .alert = {}, .count = 0};
            ++held;
        }
    }
    return due;
}

std::optional<Monotonic::time_point> AlertLimit::next() const {
    std::optional<Monotonic::time_point> next;
    for (const Held &held : m_held) {
        if (held.alert)
            next = next ? std::min(*next, held.until) : held.until;
    }
    return next;
}

} // namespace walkabout
