// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/keyring_p.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace walkabout {

QFuture<Result<MasterKeys>> KeyRing::keys(const Credential::User &user) {
    const auto known = std::ranges::find_if(m_entries, [&user](const Entry &entry) {
        return entry.level == user.level && entry.auth == user.auth && entry.authPassphrase == user.authPassphrase
            && entry.privPassphrase == user.privPassphrase;
    });
    if (known != m_entries.end())
        return known->made;
    if (m_entries.size() >= Kept)
        m_entries.pop_front();
    m_entries.push_back({user.level, user.auth, user.authPassphrase, user.privPassphrase,
        QtConcurrent::run([user] { return deriveKeys(user); })});
    return m_entries.back().made;
}

} // namespace walkabout
