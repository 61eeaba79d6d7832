// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/report_p.h"
#include "core/snmp/session_p.h"

namespace walkabout {

void Session::Private::observe(Traffic::Direction direction, QByteArrayView bytes) {
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Session::traffic);
    if (!m_session.isSignalConnected(signal))
        return;
    m_traffic.append({direction, utcNow(), bytes.toByteArray(), m_link->path()});
    if (m_traffic.size() > 1)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QPointer<Private> self(this);
            const auto traffic = std::exchange(m_traffic, {});
            for (const Traffic &one : traffic) {
                emit m_session.traffic(one);
                if (!self)
                    return;
            }
        },
        Qt::QueuedConnection);
}

Event Session::Private::event(Event::Kind kind, const Exchange &exchange) const {
    Event event;
    event.kind = kind;
    event.time = utcNow();
    event.source = number;
    event.peer = m_link->name();
    event.requestId = exchange.m_question.requestId;
    return event;
}

void Session::Private::tellAsked(const Exchange &exchange) {
    const auto kind = Event::kindOf(exchange.m_question.pdu);
    if (!kind || !engine.events().isWatched())
        return;
    Event asked = event(*kind, exchange);
    asked.attempt = int(exchange.m_tries.size());
    asked.varBinds = exchange.m_question.varBinds.size();
    engine.events().record(std::move(asked));
}

void Session::Private::tellAnswered(const Exchange &exchange, const Message &answer, const Exchange::Try &attempt) {
    const auto kind = Event::kindOf(answer.pdu);
    if (!kind || !engine.events().isWatched())
        return;
    Event told = event(*kind, exchange);
    told.varBinds = answer.varBinds.size();
    told.errorStatus = answer.errorStatus;
    told.errorIndex = answer.errorIndex;
    if (attempt.id != 0)
        told.roundTrip = exchange.m_figures.roundTrip;
    if (answer.pdu == Pdu::Report)
        told.failure = reportFailure(answer, exchange.m_question.v3);
    engine.events().record(std::move(told));
}

void Session::Private::tellSilent(const Exchange &exchange, const Failure &failure) {
    if (!engine.events().isWatched())
        return;
    Event silent = event(Event::Kind::Timeout, exchange);
    silent.attempt = int(exchange.m_tries.size());
    silent.failure = failure;
    engine.events().record(std::move(silent));
}

} // namespace walkabout
