// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/keyderivation_p.h"

namespace walkabout {

/// Keys of pass-phrases (RFC 3414 A.2), made once for each credential, however many devices it opens: the latest few
/// stay. Owned by the engine; used from the event loop.
class KeyRing final {
public:
    static constexpr size_t Kept = 64;

    [[nodiscard]] std::shared_ptr<KeyDerivation> keys(const Credential::User &user);

private:
    std::deque<std::shared_ptr<KeyDerivation>> m_kept; // the latest last
};

} // namespace walkabout
