// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/trap/notification.h"

#include <QHash>

#include <deque>
#include <optional>

namespace walkabout {

/// Tells a repeated inform from a new one: the same source, engine, user or community, and request id within a minute
/// (design 3.8). Bounded: beyond that the oldest are forgotten.
class InformMemory final {
public:
    static constexpr std::chrono::seconds Window{60};
    static constexpr size_t Most = 100'000;

    /// The row under which this inform was remembered before; nullopt: it is new, and now remembered under this one.
    std::optional<quint32> remember(const Notification &inform, quint32 row, Monotonic::time_point now);
    /// These rows were lost: their informs are new when they come again.
    void forget(quint32 first, quint32 last);

private:
    [[nodiscard]] static QByteArray key(const Notification &inform);

    struct Entry {
        QByteArray key;
        Monotonic::time_point since;
    };
    QHash<QByteArray, quint32> m_rows;
    std::deque<Entry> m_entries; // the oldest first
};

} // namespace walkabout
