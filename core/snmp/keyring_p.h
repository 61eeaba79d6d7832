// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/usmuser_p.h"

#include <QFuture>

#include <deque>

namespace walkabout {

/// Keys of pass-phrases (RFC 3414 A.2), made on the pool once for each credential, however many devices it opens: the
/// latest few stay. Owned by the engine; used from the event loop.
class KeyRing final {
public:
    static constexpr size_t Kept = 64;

    [[nodiscard]] QFuture<Result<MasterKeys>> keys(const Credential::User &user);

private:
    struct Entry {
        SecurityLevel level;
        AuthProtocol auth;
        Secret authPassphrase;
        Secret privPassphrase;
        QFuture<Result<MasterKeys>> made;
    };
    std::deque<Entry> m_entries; // the latest last
};

} // namespace walkabout
