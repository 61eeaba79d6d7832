// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/trap/rule.h"
#include "core/trap/traprecord.h"

#include <QHash>
#include <QList>

#include <optional>

namespace walkabout {

/// Holds back what a storm would show: of each rule one alert a minute, the later ones counted until the minute is
/// over. Knows no timer: who owns it asks again at next().
class AlertLimit final {
public:
    static constexpr std::chrono::seconds Pause{60};

    struct Alert {
        Rule rule;
        TrapRecord record; // the latest
        qint64 more = 0; // that were held back beside it
    };

    /// To be shown at once; nullopt: it is counted.
    [[nodiscard]] std::optional<Alert> take(const Rule &rule, const TrapRecord &record, Monotonic::time_point now);
    /// Those whose minute is over and who have something to say.
    [[nodiscard]] QList<Alert> due(Monotonic::time_point now);
    /// When to ask again; nullopt: nothing is held back.
    [[nodiscard]] std::optional<Monotonic::time_point> next() const;

private:
    struct Held {
        Monotonic::time_point until;
        std::optional<Alert> alert;
        qint64 count = 0; // held back in this minute
    };
    QHash<QString, Held> m_held; // by the rule's name and conditions
};

} // namespace walkabout
