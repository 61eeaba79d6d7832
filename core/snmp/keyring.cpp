// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/keyring_p.h"

#include <algorithm>

namespace walkabout {

std::shared_ptr<KeyDerivation> KeyRing::keys(const Credential::User &user) {
    const auto known = std::ranges::find_if(m_kept, [&user](const auto &kept) { return kept->isOf(user); });
    if (known != m_kept.end())
        return *known;
    if (m_kept.size() >= Kept)
        m_kept.pop_front();
    return m_kept.emplace_back(std::make_shared<KeyDerivation>(user));
}

} // namespace walkabout
