// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/deadline.h"
#include "core/snmp/discovery_p.h"
#include "core/snmp/events.h"
#include "core/snmp/exchange_p.h"
#include "core/snmp/link_p.h"
#include "core/snmp/tuner.h"
#include "core/snmp/usmstate_p.h"

#include <QHash>
#include <QMetaMethod>
#include <QTimer>

namespace walkabout {

/// The exchanges of one session: those that wait for the connection, the keys or the engine, and those whose tries are
/// out, by id. Sends, sends again, gives up. Its handlers emit none of the session's or an operation's signals.
class Session::Private final : public QObject {
public:
    using Time = Monotonic::time_point;

    Private(Session &session, Engine &engine, Link *link, Endpoint endpoint, Credential credential, Bounds bounds);
    ~Private() override;

    [[nodiscard]] const UsmState *usm() const { return m_usm.get(); }
    void begin(Exchange &exchange);
    void forget(Exchange &exchange);
    [[nodiscard]] QByteArray engineId() const { return m_usm && m_heard ? m_usm->engineId() : QByteArray(); }

    Engine &engine;
    const Endpoint endpoint;
    const Credential credential;
    const Bounds bounds;
    const quint64 number;
    Tuner tuner; // what its walks and tables found out of the device

private:
    /// Of exchanges whose tries are out at a time; more wait their turn, or a burst would overrun the agent's socket.
    static constexpr int Window = 64;
    static constexpr auto Patience = std::chrono::milliseconds(200); // after a refusal

    // out (sessionsend.cpp)
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] Monotonic::duration allTries() const { return bounds.timeout * (1 + bounds.retries); }
    void proceed();
    void discover();
    void transmit(Exchange &exchange);
    void stamp(Exchange &exchange);
    void refused(const Failure &failure);
    void charge(Exchange &exchange, Time now);
    void linkFailed(const Failure &failure);

    // time (sessiondeadlines.cpp)
    void judge();
    void judge(Exchange &exchange, Time now);
    void giveUp(Exchange &exchange);
    void arm(Time due);
    void rearm();
    [[nodiscard]] std::pair<Ending, Failure> silence(const Exchange &exchange) const;
    [[nodiscard]] bool mayBeMade(const Exchange &exchange, Ending ending) const;
    [[nodiscard]] Failure lostSet() const;
    [[nodiscard]] bool tryNextAddress();

    // in (sessionanswers.cpp)
    void overrun(qint64 datagrams);
    void received(QByteArrayView bytes);
    void received12(QByteArrayView bytes);
    void received3(QByteArrayView bytes);
    void unreadable(QByteArrayView bytes, const Failure &failure);
    void answered(Exchange &exchange, Message &&answer, const Exchange::Try &attempt);
    void reported(Exchange &exchange, const Message &report);
    void again(Exchange &exchange);
    void discovered(Exchange &exchange, const Message &report);
    [[nodiscard]] Failure malformed(const QString &what) const;

    /// Takes it out of every table and leaves it to its asker.
    void settle(Exchange &exchange);
    void fail(Exchange &exchange, Ending ending, const Failure &failure);
    void failAll(Ending ending, const Failure &failure);

    // seen from outside (sessionevents.cpp)
    void observe(Traffic::Direction direction, QByteArrayView bytes);
    [[nodiscard]] Event event(Event::Kind kind, const Exchange &exchange) const;
    void tellAsked(const Exchange &exchange);
    void tellAnswered(const Exchange &exchange, const Message &answer, const Exchange::Try &attempt);
    void tellSilent(const Exchange &exchange, const Failure &failure);

    Session &m_session;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<UsmState> m_usm; // v3
    Discovery m_discovery;
    Deadline m_deadline;
    QTimer m_timer;
    Time m_armedFor = Time::max();
    QList<Exchange *> m_waiting;
    QList<Exchange *> m_flying;
    QHash<qint32, Exchange *> m_byId;
    qint32 m_lastId;
    bool m_heard = false; // anything of this peer
    std::optional<Failure> m_refusal; // the latest
    QList<Traffic> m_traffic;
};

} // namespace walkabout
