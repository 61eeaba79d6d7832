// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trap/database.h"

#include <QHash>

#include <chrono>

namespace walkabout {

/// How much the journal keeps. A value; 0: without this bound.
struct RetentionLimits {
    qint64 rows = 1'000'000;
    std::chrono::hours age{std::chrono::hours(24) * 90};
    qint64 bytes = qint64(1) << 30; // of the file

    friend bool operator==(const RetentionLimits &, const RetentionLimits &) = default;
};

/// Trims the journal in small steps: rows over the age; then, over the count or the size, the oldest rows of the source
/// that has the most, so that one box cannot evict the rest. Lives in the journal's thread.
class Retention final {
public:
    static constexpr int Step = 500; // rows

    Retention(Database &database, RetentionLimits limits);

    /// A row of this source was added.
    void count(qint64 source);
    [[nodiscard]] qint64 rows() const { return m_total; }
    /// One step, in a transaction of its own; how many rows went.
    int trim();

private:
    int removeOld();
    int removeFromLargest(qint64 most);
    int remove(Statement &which);
    [[nodiscard]] qint64 excess();

    Database &m_database;
    RetentionLimits m_limits;
    QHash<qint64, qint64> m_counts;
    qint64 m_total = 0;
};

} // namespace walkabout
