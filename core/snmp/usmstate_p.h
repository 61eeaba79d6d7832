// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/keyring_p.h"

namespace walkabout {

/// What a session knows of its SNMPv3 peer: the user's keys from the engine's key ring, the engine and its clock (RFC
/// 3414 2.3).
class UsmState final : public QObject {
    Q_OBJECT

public:
    UsmState(KeyRing &keyRing, Credential::User user);

    /// Makes the keys, once: ends in changed() or failed(), perhaps before this returns.
    void derive();
    /// The engine is known and so are the keys.
    [[nodiscard]] bool isReady() const { return m_localised.has_value(); }
    [[nodiscard]] const QByteArray &engineId() const { return m_engineId; }
    [[nodiscard]] bool hasKeys() const { return m_keys.has_value(); }
    [[nodiscard]] bool knowsEngine() const { return !m_engineId.isEmpty(); }
    [[nodiscard]] const UsmUser &user() const { return *m_localised; }
    /// This user at any engine; nullopt: it is another user, or there are no keys yet.
    [[nodiscard]] std::optional<UsmUser> userAt(const QByteArray &engineId, const QByteArray &name) const;
    [[nodiscard]] const Credential::User &credential() const { return m_user; }

    void meet(const QByteArray &engineId, quint32 boots, quint32 time);
    /// The engine is another one than it was: unless it was given by hand.
    bool forget();
    /// Follows an authentic message's clock; false: it is older than the time window allows (RFC 3414 3.2 7b).
    bool heard(const MessageV3 &head);
    /// An authentic report's clock replaces ours, whatever it says.
    void resynchronise(const MessageV3 &head);
    /// Fills in engine, user, level and time.
    void stamp(MessageV3 &head) const;

    /// Something that needed all the keys was answered.
    [[nodiscard]] bool isProven() const { return m_proven; }

signals:
    void changed();
    void failed(const walkabout::Failure &failure);

private:
    void localise();
    void setClock(quint32 boots, quint32 time);
    [[nodiscard]] quint32 now() const;

    KeyRing &m_keyRing;
    Credential::User m_user;
    std::shared_ptr<KeyDerivation> m_deriving; // while it waits for the keys
    std::optional<MasterKeys> m_keys;
    std::optional<UsmUser> m_localised;
    QByteArray m_engineId;
    quint32 m_boots = 0;
    quint32 m_time = 0; // at m_reference
    Monotonic::time_point m_reference;
    bool m_proven = false;
};

} // namespace walkabout
