// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/retention.h"

#include "core/base/clock.h"

#include <algorithm>
#include <sqlite3.h>

namespace walkabout {

Retention::Retention(Database &database, RetentionLimits limits)
    : m_database(database)
    , m_limits(limits) {
    Statement counts = database.prepare("SELECT source, count(*) FROM head GROUP BY source");
    while (counts.step() == SQLITE_ROW) {
        m_counts.insert(counts.number(0), counts.number(1));
        m_total += counts.number(1);
    }
}

void Retention::count(qint64 source) {
    ++m_counts[source];
    ++m_total;
}

qint64 Retention::excess() {
    if (m_limits.rows > 0 && m_total > m_limits.rows)
        return m_total - m_limits.rows;
    if (m_limits.bytes <= 0 || m_total == 0)
        return 0;
    const qint64 pages = m_database.number("PRAGMA page_count") - m_database.number("PRAGMA freelist_count");
    const qint64 over = pages * m_database.number("PRAGMA page_size") - m_limits.bytes;
    return over <= 0 ? 0 : Step;
}

int Retention::trim() {
    if (int gone = removeOld(); gone > 0)
        return gone;
    const qint64 over = excess();
    return over > 0 ? removeFromLargest(std::min<qint64>(over, Step)) : 0;
}

// The newest row always stays: the numbers go on behind it, and no word of an old row is taken for a new one's.
// Of the first rows alone: they are the oldest, unless someone set the clock back; then they wait their turn.
int Retention::removeOld() {
    if (m_limits.age.count() <= 0)
        return 0;
    const auto limit = utcNow() - m_limits.age;
    Statement old = m_database.prepare(
        "SELECT id, source FROM (SELECT id, source, time FROM head ORDER BY id LIMIT ?) WHERE time < ? AND id <> "
        "(SELECT max(id) FROM head)");
    old.bind(1, qint64(Step)).bind(2, qint64(limit.time_since_epoch().count()));
    return remove(old);
}

int Retention::removeFromLargest(qint64 most) {
    if (m_counts.isEmpty())
        return 0;
    auto largest = m_counts.cbegin();
    for (auto at = m_counts.cbegin(); at != m_counts.cend(); ++at) {
        if (*at > *largest)
            largest = at;
    }
    Statement oldest = m_database.prepare("SELECT id, source FROM head WHERE source = ? AND id <> "
                                          "(SELECT max(id) FROM head) ORDER BY id LIMIT ?");
    oldest.bind(1, largest.key()).bind(2, most);
    return remove(oldest);
}

int Retention::remove(Statement &which) {
    QList<std::pair<qint64, qint64>> rows;
    while (which.step() == SQLITE_ROW)
        rows.append({which.number(0), which.number(1)});
    which.reset();
    if (rows.isEmpty() || m_database.run("BEGIN") != SQLITE_OK)
        return 0;
    Statement head = m_database.prepare("DELETE FROM head WHERE id = ?");
    Statement body = m_database.prepare("DELETE FROM body WHERE id = ?");
    for (const auto &row : std::as_const(rows)) {
        head.bind(1, row.first).run();
        body.bind(1, row.first).run();
    }
    if (m_database.run("COMMIT") != SQLITE_OK) {
        m_database.run("ROLLBACK");
        return 0;
    }
    for (const auto &row : std::as_const(rows)) {
        --m_total;
        if (--m_counts[row.second] <= 0)
            m_counts.remove(row.second);
    }
    m_database.run("PRAGMA incremental_vacuum(100)");
    return int(rows.size());
}

} // namespace walkabout
