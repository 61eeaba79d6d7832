// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/usmstate_p.h"

namespace walkabout {

UsmState::UsmState(KeyRing &keyRing, Credential::User user)
    : m_keyRing(keyRing)
    , m_user(std::move(user))
    , m_engineId(m_user.engineId)
    , m_reference(Monotonic::now()) {}

void UsmState::derive() {
    if (m_keys || m_deriving)
        return;
    if (m_user.level == SecurityLevel::NoAuthNoPriv) {
        m_keys = MasterKeys{};
        localise();
        return;
    }
    m_deriving = m_keyRing.keys(m_user);
    m_deriving->give(this, [this](const Result<MasterKeys> &keys) {
        m_deriving.reset();
        if (!keys) {
            emit failed(keys.failure());
            return;
        }
        m_keys = *keys;
        localise();
    });
}

void UsmState::localise() {
    if (!m_keys || m_engineId.isEmpty())
        return;
    auto localised = walkabout::localise(*m_keys, m_user, m_engineId);
    if (!localised) {
        emit failed(localised.failure());
        return;
    }
    m_localised = std::move(localised).value();
    emit changed();
}

std::optional<UsmUser> UsmState::userAt(const QByteArray &engineId, const QByteArray &name) const {
    if (!m_keys || name != m_user.name || engineId.isEmpty())
        return std::nullopt;
    if (m_localised && m_localised->engineId == engineId)
        return m_localised;
    auto user = walkabout::localise(*m_keys, m_user, engineId);
    return user ? std::optional(*std::move(user)) : std::nullopt;
}

void UsmState::meet(const QByteArray &engineId, quint32 boots, quint32 time) {
    m_engineId = engineId;
    setClock(boots, time);
    localise();
}

bool UsmState::forget() {
    if (!m_user.engineId.isEmpty())
        return false;
    m_engineId.clear();
    m_localised.reset();
    return true;
}

bool UsmState::heard(const MessageV3 &head) {
    constexpr quint32 TimeWindow = 150; // seconds
    if (head.level == SecurityLevel::NoAuthNoPriv)
        return true;
    if (head.engineBoots < m_boots || (head.engineBoots == m_boots && head.engineTime + TimeWindow < now()))
        return false;
    if (head.engineBoots > m_boots || (head.engineBoots == m_boots && head.engineTime > now()))
        setClock(head.engineBoots, head.engineTime);
    if (head.level == m_user.level)
        m_proven = true;
    return true;
}

void UsmState::resynchronise(const MessageV3 &head) { setClock(head.engineBoots, head.engineTime); }

void UsmState::stamp(MessageV3 &head) const {
    head.level = m_user.level;
    head.engineId = m_engineId;
    head.user = m_user.name;
    head.engineBoots = m_boots;
    head.engineTime = now();
    head.reportable = true;
}

void UsmState::setClock(quint32 boots, quint32 time) {
    m_boots = boots;
    m_time = time;
    m_reference = Monotonic::now();
}

quint32 UsmState::now() const {
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(Monotonic::now() - m_reference).count();
    return m_time + quint32(passed);
}

} // namespace walkabout
