// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/userlist_p.h"

#include "core/base/log.h"

#include <algorithm>

namespace walkabout {

namespace {

QByteArray cacheKey(const QByteArray &name, const QByteArray &engineId) {
    return QByteArray::number(engineId.size()) + ':' + engineId + name;
}

} // namespace

QList<UserList::Entry> UserList::derive(const QList<Credential> &credentials) {
    QList<Entry> entries;
    for (const Credential &credential : credentials) {
        if (credential.version() != Version::V3)
            continue;
        if (auto keys = deriveKeys(credential.user()))
            entries.append({credential.user(), *std::move(keys)});
        else
            qCWarning(lcSnmp) << "the keys of an SNMPv3 user cannot be made:" << keys.failure().logText();
    }
    return entries;
}

void UserList::setEntries(QList<Entry> entries) {
    m_localised.clear();
    m_entries = std::move(entries);
}

QList<UsmUser> UserList::candidates(const QByteArray &name, const QByteArray &engineId) {
    const QByteArray key = cacheKey(name, engineId);
    if (const auto *kept = m_localised.object(key))
        return *kept;
    QList<UsmUser> found;
    for (const Entry &entry : m_entries) {
        // A user given an engine ID by hand is that engine's only.
        if (entry.user.name != name || (!entry.user.engineId.isEmpty() && entry.user.engineId != engineId))
            continue;
        if (auto user = localise(entry.keys, entry.user, engineId))
            found.append(*std::move(user));
    }
    if (!found.isEmpty())
        m_localised.insert(key, new QList<UsmUser>(found)); // the cache owns it
    return found;
}

void UserList::matched(const UsmUser &user) {
    auto *kept = m_localised.object(cacheKey(user.name, user.engineId));
    if (!kept || kept->size() < 2)
        return;
    const auto at = std::ranges::find_if(*kept, [&](const UsmUser &other) {
        return other.level == user.level && other.auth == user.auth && other.authKey == user.authKey
            && other.priv == user.priv && other.privKey == user.privKey;
    });
    if (at != kept->end())
        std::rotate(kept->begin(), at, at + 1);
}

} // namespace walkabout
