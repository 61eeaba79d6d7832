// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/oid.h"
#include "core/trap/severity.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QString>

#include <array>

namespace walkabout {

/// All rows of one source, notification and subject (what its first own varbind names). A value.
struct TrapGroup {
    quint32 latest = 0; // a row that shows what the others look like
    QString source; // address
    Oid notification;
    qint64 subject = 0; // stands for it: equal ones are one subject
    qint64 count = 0;
    UtcMicroseconds first;
    UtcMicroseconds last;
    Severity worst = Severity::Normal;
};

/// How many rows fell into each part of a stretch of time, by severity. A value.
struct TrapStrip {
    UtcMicroseconds begin;
    std::chrono::microseconds step{0}; // 0: no rows
    QList<std::array<quint32, 5>> parts;
};

/// What a summary shows. A value.
struct TrapSummary {
    static constexpr qsizetype MostGroups = 20'000; // the latest ones
    QList<TrapGroup> groups; // the latest first
    qint64 groupCount = 0; // all
    TrapStrip strip;
};

/// One head of the journal, as a scan meets it.
struct TrapHead {
    quint32 id = 0;
    qint64 time = 0; // microseconds UTC
    qint64 source = 0;
    qint64 kind = 0;
    qint64 subject = 0;
    Severity severity = Severity::Notice;
};

class Database;

/// Gathers heads into a summary, in any order. Lives in the reader's thread.
class TrapGroups final {
public:
    void add(const TrapHead &head);
    void clear();
    /// Sources and notifications by their numbers in this database.
    [[nodiscard]] TrapSummary summary(Database &database) const;

private:
    struct Key {
        qint64 source = 0;
        qint64 kind = 0;
        qint64 subject = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) {
            return qHashMulti(seed, key.source, key.kind, key.subject);
        }
    };
    struct Count {
        quint32 latest = 0;
        qint64 count = 0;
        qint64 first = 0;
        qint64 last = 0;
        Severity worst = Severity::Normal;
    };
    [[nodiscard]] TrapStrip strip() const;

    QHash<Key, Count> m_groups;
    QHash<qint64, std::array<quint32, 5>> m_minutes;
};

} // namespace walkabout
