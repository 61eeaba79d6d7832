// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/usmuser_p.h"

#include <QFutureWatcher>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>

namespace walkabout {

/// The keys of one credential's pass-phrases, made on the pool, and those who wait for them: however many, they are
/// told a few milliseconds of them at a time. Owned by the key ring and by who waits; used from the event loop.
class KeyDerivation final : public QObject, public std::enable_shared_from_this<KeyDerivation> {
public:
    using Taker = std::function<void(const Result<MasterKeys> &)>;

    explicit KeyDerivation(const Credential::User &user);

    [[nodiscard]] bool isOf(const Credential::User &user) const;
    /// Hands them to `take`, once: before this returns if they are there; never if `who` is gone by then.
    void give(QObject *who, Taker take);

private:
    void handOut();

    SecurityLevel m_level;
    AuthProtocol m_auth;
    Secret m_authPassphrase;
    Secret m_privPassphrase;
    QFutureWatcher<Result<MasterKeys>> m_making;
    std::optional<Result<MasterKeys>> m_made;
    std::deque<std::pair<QPointer<QObject>, Taker>> m_waiting;
};

} // namespace walkabout
