// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/usmuser_p.h"

#include <QCache>
#include <QList>

namespace walkabout {

/// The SNMPv3 users that a listener accepts: keys made beforehand, localised to an engine when it first speaks.
/// Strangers can invent engine IDs, so only the latest thousand are kept.
class UserList final {
public:
    struct Entry {
        Credential::User user;
        MasterKeys keys;
    };

    explicit UserList(QList<Entry> entries = {})
        : m_entries(std::move(entries)) {}

    /// A pure function, fit for the pool: milliseconds a user. Leaves out v1, v2c, and users whose keys cannot be made.
    [[nodiscard]] static QList<Entry> derive(const QList<Credential> &credentials);
    void setEntries(QList<Entry> entries);

    /// All users of this name with keys for this engine, the one that matched last first; empty: unknown.
    [[nodiscard]] QList<UsmUser> candidates(const QByteArray &name, const QByteArray &engineId);
    /// This user's keys opened a message of this engine.
    void matched(const UsmUser &user);

private:
    static constexpr int KeptEngines = 1000;

    QList<Entry> m_entries;
    QCache<QByteArray, QList<UsmUser>> m_localised{KeptEngines};
};

} // namespace walkabout
