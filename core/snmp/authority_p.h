// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/userlist_p.h"

#include <QCache>

#include <array>
#include <optional>

namespace walkabout {

/// The receiving half of USM (RFC 3414 3.2): as the authoritative engine for messages to our engine ID; for traps,
/// whose senders are the authority, with that sender's engine ID and clock. Says what to report back. Owned by a
/// Listener; the engine outlives it.
class Authority final {
public:
    struct Outcome {
        Result<Message> message;
        QByteArray report; // to send back; empty: none
        bool discovery = false; // the peer finds out our engine ID or clock: nothing to tell anyone
    };

    explicit Authority(Engine &engine);

    void setUsers(QList<UserList::Entry> users);
    /// bytes: a v3 message.
    [[nodiscard]] Outcome receive(const QByteArray &bytes);
    /// The scoped PDU of an encrypted message in clear, by any user of its name; nullopt: with none of their keys.
    [[nodiscard]] std::optional<QByteArray> decrypted(QByteArrayView message);
    /// The keys for the answer to a message with this head; nullopt: there is no such user any more.
    [[nodiscard]] std::optional<UsmUser> userFor(const MessageV3 &head);

private:
    /// usmStats, by the number of its object (RFC 3414 5).
    enum class Statistic : quint32 {
        UnsupportedLevels = 1,
        NotInTimeWindows,
        UnknownUsers,
        UnknownEngines,
        WrongDigests,
        DecryptionErrors
    };
    /// What an engine that sends to us said of its clock (RFC 3414 2.3).
    struct Sender {
        quint32 boots = 0;
        quint32 time = 0; // seconds, the latest
        Monotonic::time_point heard;
    };

    [[nodiscard]] Outcome open(const QByteArray &bytes, const codec::Peek &seen, const QList<UsmUser> &users);
    [[nodiscard]] Outcome refuse(
        const codec::Peek &seen, Statistic why, Failure failure, const UsmUser *user = nullptr);
    [[nodiscard]] QByteArray report(const codec::Peek &seen, Statistic why, const UsmUser *user);
    [[nodiscard]] bool isTimely(const codec::Peek &seen);

    Engine &m_engine;
    UserList m_users;
    QCache<QByteArray, Sender> m_senders;
    std::array<quint32, 7> m_counts{};
};

} // namespace walkabout
