// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/authority_p.h"

#include "core/base/log.h"
#include "core/snmp/decryption_p.h"
#include "core/snmp/engineid.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr int KeptSenders = 1000; // strangers can invent engine IDs
constexpr quint32 Window = 150; // seconds, RFC 3414 3.2 7

Oid statisticOid(quint32 number) { return Oid{1, 3, 6, 1, 6, 3, 15, 1, 1, number, 0}; }

/// Without authentication only users who have none may speak: no one writes as a user whose keys they do not have. An
/// authentic message in clear is taken from a user who could encrypt.
bool allows(const UsmUser &user, SecurityLevel level) {
    return level <= user.level && (level != SecurityLevel::NoAuthNoPriv || user.level == SecurityLevel::NoAuthNoPriv);
}

} // namespace

Authority::Authority(Engine &engine)
    : m_engine(engine)
    , m_senders(KeptSenders) {}

void Authority::setUsers(QList<UserList::Entry> users) { m_users.setEntries(std::move(users)); }

Authority::Outcome Authority::receive(const QByteArray &bytes) {
    using Kind = Failure::Kind;
    const auto seen = codec::peek(bytes);
    if (!seen)
        return {Failure(Kind::Malformed, {QString(), QStringLiteral("its SNMPv3 head cannot be read")}), {}, false};
    const QString name = QString::fromUtf8(seen->user);
    if (seen->engineId != m_engine.engineId()) {
        // What wants an answer must name the engine that answers; a trap names its sender.
        if (seen->reportable || seen->engineId.size() < ShortestEngineId) {
            Outcome outcome = refuse(*seen, Statistic::UnknownEngines, Failure(Kind::UnknownEngine));
            outcome.discovery = seen->reportable && seen->engineId.isEmpty();
            return outcome;
        }
    }
    QList<UsmUser> users = m_users.candidates(seen->user, seen->engineId);
    if (users.isEmpty())
        return refuse(*seen, Statistic::UnknownUsers, Failure(Kind::UnknownUser, {name}));
    users.removeIf([&](const UsmUser &user) { return !allows(user, seen->level); });
    if (users.isEmpty())
        return refuse(*seen, Statistic::UnsupportedLevels, Failure(Kind::UnsupportedLevel, {name}));
    return open(bytes, *seen, users);
}

Authority::Outcome Authority::open(const QByteArray &bytes, const codec::Peek &seen, const QList<UsmUser> &users) {
    using Kind = Failure::Kind;
    std::optional<Failure> failure;
    for (const UsmUser &user : users) {
        Result<Message> message = codec::decode(bytes, m_engine, &user);
        if (message && seen.level != SecurityLevel::NoAuthNoPriv && !isTimely(seen))
            return refuse(seen, Statistic::NotInTimeWindows, Failure(Kind::NotInTimeWindow), &user);
        if (message) {
            m_users.matched(user);
            return {std::move(message), {}, false};
        }
        const Failure refused = message.failure();
        // Users of one name may share an authentication key: what got furthest is told.
        if (!failure || refused.kind() != Kind::WrongDigest)
            failure = refused;
        if (refused.kind() == Kind::NotInTimeWindow) {
            Outcome outcome = refuse(seen, Statistic::NotInTimeWindows, refused, &user);
            outcome.discovery
                = seen.reportable && seen.engineBoots == 0 && seen.engineTime == 0; // RFC 3414 4: the second step
            return outcome;
        }
    }
    // Behind an authentic head, what cannot be read was decrypted with another key than it was encrypted with.
    if (failure->kind() == Kind::Malformed && seen.level == SecurityLevel::AuthPriv)
        failure = Failure(Kind::DecryptionError, {QString::fromUtf8(seen.user)});
    switch (failure->kind()) {
    case Kind::WrongDigest: return refuse(seen, Statistic::WrongDigests, *failure);
    case Kind::DecryptionError: return refuse(seen, Statistic::DecryptionErrors, *failure);
    case Kind::UnsupportedLevel: return refuse(seen, Statistic::UnsupportedLevels, *failure);
    default: return {*failure, {}, false};
    }
}

bool Authority::isTimely(const codec::Peek &seen) {
    if (seen.engineId == m_engine.engineId())
        return true; // by the library, with the same clock
    const auto now = Monotonic::now();
    Sender *known = m_senders.object(seen.engineId);
    if (!known) {
        m_senders.insert(seen.engineId, new Sender{seen.engineBoots, seen.engineTime, now}); // the cache owns it
        return seen.engineBoots < MaxBoots;
    }
    const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(now - known->heard).count();
    const qint64 expected = qint64(known->time) + elapsed;
    if (seen.engineBoots >= MaxBoots || seen.engineBoots < known->boots
        || (seen.engineBoots == known->boots && qint64(seen.engineTime) < expected - Window))
        return false;
    if (seen.engineBoots > known->boots || seen.engineTime > known->time)
        *known = {seen.engineBoots, seen.engineTime, now};
    return true;
}

Authority::Outcome Authority::refuse(const codec::Peek &seen, Statistic why, Failure failure, const UsmUser *user) {
    ++m_counts[size_t(why)];
    // RFC 3412 7.1.3: only what wants an answer gets a report.
    return {std::move(failure), seen.reportable ? report(seen, why, user) : QByteArray(), false};
}

QByteArray Authority::report(const codec::Peek &seen, Statistic why, const UsmUser *user) {
    Message message;
    message.version = Version::V3;
    message.pdu = Pdu::Report;
    message.requestId = seen.requestId.value_or(0);
    message.v3.messageId = seen.messageId;
    message.v3.reportable = false;
    message.v3.engineId = m_engine.engineId();
    message.v3.engineBoots = m_engine.boots();
    message.v3.engineTime = m_engine.time();
    message.v3.user = seen.user;
    message.varBinds = {{statisticOid(quint32(why)), Value::counter32(m_counts[size_t(why)])}};
    // Only the report of our clock is authentic (RFC 3414 3.2 7a): the peer sets its own by it.
    if (why == Statistic::NotInTimeWindows && user)
        message.v3.level = SecurityLevel::AuthNoPriv;
    const auto bytes = codec::encode(message, m_engine, message.v3.level == SecurityLevel::AuthNoPriv ? user : nullptr);
    if (!bytes)
        qCWarning(lcSnmp) << "a report could not be made:" << bytes.failure().logText();
    return bytes ? *bytes : QByteArray();
}

std::optional<QByteArray> Authority::decrypted(QByteArrayView message) {
    constexpr char Sequence = 0x30; // a scoped PDU is one; what another key makes of it hardly ever begins so
    const auto seen = codec::peek(message);
    if (!seen || seen->version != Version::V3 || seen->level != SecurityLevel::AuthPriv)
        return std::nullopt;
    for (const UsmUser &user : m_users.candidates(seen->user, seen->engineId)) {
        auto plain = decryptedPdu(message, user);
        if (plain && plain->startsWith(Sequence))
            return plain;
    }
    return std::nullopt;
}

std::optional<UsmUser> Authority::userFor(const MessageV3 &head) {
    for (const UsmUser &user : m_users.candidates(head.user, head.engineId)) {
        if (allows(user, head.level))
            return user;
    }
    return std::nullopt;
}

} // namespace walkabout
