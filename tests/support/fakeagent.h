// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "core/snmp/usmuser_p.h"

#include <QMap>
#include <QUdpSocket>

#include <functional>

namespace walkabout::test {

/// An agent on a free loopback port of this process, honest or with one fault; counts what it was asked. Speaks v1, v2c
/// and, once it has a user, v3.
class FakeAgent final : public QObject {
public:
    enum Habit {
        Honest,
        Silent,
        Loops, // the third object follows itself
        Decreases, // the first object follows the fifth
        TooBig, // for answers of more than `argument` varbinds
        GenErr, // at varbind `argument`
        Garbage, // octets that are no message
        GarbageFirst, // and then the answer
        Truncated, // the answer without its last `argument` octets
        WrongRequestId,
        WrongCommunity,
        Twice, // every answer, and once more
        Late, // by `argument` ms
        LosesAnswers, // the first `argument`, their work done
        Echoes, // the question
        Short, // one varbind too few
        CutsRows, // GETBULK answers of at most `argument` varbinds
        Empty, // no varbinds at all
        Endless, // behind its last object stand rows without end
        EndsEarly, // says endOfMibView behind its `argument`-th object, though it has more
        Fails, // genErr whenever the `argument`-th object would be in the answer
        OverLong, // lengths that say more than there is
        // v3
        ClockMoves, // `argument` times notInTimeWindow
        UnknownReport,
        NoContext,
        Forgets, // after the first answer it has another engine ID
        Reboots, // after `argument` answers its boots are one more
        Storms, // each answer comes among reports that no one asked for
    };
    explicit FakeAgent(Engine &engine, Habit habit = Honest, int argument = 0);

    [[nodiscard]] Endpoint endpoint() const;
    /// With community "public", or as the agent's user where it has one.
    [[nodiscard]] std::unique_ptr<Session> session(
        Bounds bounds = {std::chrono::milliseconds(200), 2}, Version version = Version::V2c) const;
    void setUser(const Credential &user);
    void stopListening() { m_socket.close(); }
    void setHabit(Habit habit, int argument = 0);
    /// Columns 1 ... below the entry, rows 1 ...: Integer32 of column * 1000 + row; `hole` says what is missing.
    void addTable(const Oid &entry, int columns, int rows, const std::function<bool(int column, int row)> &hole = {});

    /// That named this object, or one below it.
    [[nodiscard]] qsizetype questionsFor(const Oid &object) const;

    QMap<Oid, Value> objects; // begins with 1.3.6.1.2.1.1.1.0 to .7.0
    int questions = 0; // PDUs understood
    int changes = 0; // SETs carried out
    QList<Message> asked; // the questions themselves

private:
    void read();
    void receive(const QByteArray &bytes, const QHostAddress &from, quint16 port);
    void answer(const Message &question, const QByteArray &bytes);
    [[nodiscard]] Message response(const Message &question);
    [[nodiscard]] VarBind next(const Oid &oid, bool isV1) const;
    [[nodiscard]] VarBinds bulk(const Message &question) const;
    void send(Message message);
    void sendBytes(const QByteArray &bytes);
    [[nodiscard]] std::optional<Message> understand(const QByteArray &bytes);
    void report(const Message &question, const Oid &counter, SecurityLevel level);

    Engine &m_engine;
    Habit m_habit;
    int m_argument;
    QUdpSocket m_socket;
    QHostAddress m_from;
    quint16 m_fromPort = 0;
    std::optional<Credential> m_user;
    MasterKeys m_keys; // of it
    QByteArray m_engineId;
    quint32 m_boots = 3;
    int m_faults = 0;
};

} // namespace walkabout::test
