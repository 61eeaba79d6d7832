// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/informmemory.h"

#include <QDataStream>

namespace walkabout {

QByteArray InformMemory::key(const Notification &inform) {
    QByteArray key;
    QDataStream stream(&key, QIODevice::WriteOnly);
    stream << inform.peer.address << inform.peer.port << inform.engineId << inform.user << inform.community
           << inform.requestId;
    return key;
}

std::optional<quint32> InformMemory::remember(const Notification &inform, quint32 row, Monotonic::time_point now) {
    while (!m_entries.empty() && (now - m_entries.front().since > Window || m_entries.size() >= Most)) {
        m_rows.remove(m_entries.front().key);
        m_entries.pop_front();
    }
    const QByteArray name = key(inform);
    if (const auto known = m_rows.constFind(name); known != m_rows.cend())
        return *known;
    m_rows.insert(name, row);
    m_entries.push_back({name, now});
    return std::nullopt;
}

void InformMemory::forget(quint32 first, quint32 last) {
    m_rows.removeIf([&](const auto &entry) { return entry.value() >= first && entry.value() <= last; });
}

} // namespace walkabout
