// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/keyderivation_p.h"

#include "core/base/clock.h"

#include <QtConcurrentRun>

namespace walkabout {

using namespace std::chrono_literals;

namespace {
constexpr auto Telling = 4ms; // at a time: each who waits localises its keys and asks its question
} // namespace

KeyDerivation::KeyDerivation(const Credential::User &user)
    : m_level(user.level)
    , m_auth(user.auth)
    , m_authPassphrase(user.authPassphrase)
    , m_privPassphrase(user.privPassphrase) {
    connect(&m_making, &QFutureWatcherBase::finished, this, [this] {
        m_made = m_making.result();
        handOut();
    });
    m_making.setFuture(QtConcurrent::run([user] { return deriveKeys(user); }));
}

bool KeyDerivation::isOf(const Credential::User &user) const {
    return m_level == user.level && m_auth == user.auth && m_authPassphrase == user.authPassphrase
        && m_privPassphrase == user.privPassphrase;
}

void KeyDerivation::give(QObject *who, Taker take) {
    if (m_made)
        take(*m_made);
    else
        m_waiting.emplace_back(who, std::move(take));
}

void KeyDerivation::handOut() {
    const auto self = shared_from_this(); // who takes them may be the last to hold this
    const auto until = Monotonic::now() + Telling;
    while (!m_waiting.empty()) {
        const auto [who, take] = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (who)
            take(*m_made);
        if (!m_waiting.empty() && Monotonic::now() > until) {
            QMetaObject::invokeMethod(
                this, [this] { handOut(); }, Qt::QueuedConnection);
            return;
        }
    }
}

} // namespace walkabout
