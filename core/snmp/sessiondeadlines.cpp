// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/session_p.h"

namespace walkabout {

using namespace std::chrono_literals;

void Session::Private::forget(Exchange &exchange) {
    settle(exchange);
    proceed(); // the next one's turn
}

void Session::Private::settle(Exchange &exchange) {
    exchange.m_session.clear();
    if (std::exchange(exchange.m_waiting, false))
        m_waiting.removeOne(&exchange);
    else
        m_flying.removeOne(&exchange);
    for (const Exchange::Try &attempt : std::as_const(exchange.m_tries))
        m_byId.remove(attempt.id);
    Exchange &discovery = m_discovery.exchange();
    if (m_waiting.isEmpty() && discovery.m_session && &discovery != &exchange)
        settle(discovery); // no one wants to know any more
}

void Session::Private::fail(Exchange &exchange, Ending ending, const Failure &failure) {
    settle(exchange);
    exchange.m_asker.unanswered(ending, failure);
    proceed();
}

void Session::Private::failAll(Ending ending, const Failure &failure) {
    QList<Exchange *> all = m_flying + m_waiting;
    all.removeOne(&m_discovery.exchange());
    for (Exchange *exchange : std::as_const(all))
        settle(*exchange);
    for (Exchange *exchange : std::as_const(all))
        exchange->m_asker.unanswered(ending, mayBeMade(*exchange, ending) ? lostSet() : failure);
}

// A SET that went out before its connection broke: no one knows.
bool Session::Private::mayBeMade(const Exchange &exchange, Ending ending) const {
    return exchange.m_once && !exchange.m_tries.isEmpty() && ending == Ending::Closed;
}

Failure Session::Private::lostSet() const { return Failure(Failure::Kind::LostSet, {m_link->name()}); }

// The timer only ever fires early: a later deadline does not restart it, so that a fast walk costs no timer work.
void Session::Private::arm(Time due) {
    if (due == Time::max() || due >= m_armedFor)
        return;
    m_armedFor = due;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - Monotonic::now());
    m_timer.start(std::max(wait, 0ms));
}

void Session::Private::rearm() {
    m_timer.stop();
    m_armedFor = Time::max();
    Time due = Time::max();
    for (const Exchange *exchange : std::as_const(m_flying))
        due = std::min(due, exchange->m_due);
    for (const Exchange *exchange : std::as_const(m_waiting))
        due = std::min(due, exchange->m_giveUp);
    arm(due);
}

void Session::Private::judge() {
    m_armedFor = Time::max();
    if (!m_link->drain()) { // an answer that has arrived is not late
        arm(Monotonic::now());
        return;
    }
    const auto now = Monotonic::now();
    // Who waits comes first: with the last of them gone, a discovery due at the same time is not sent again.
    const auto all = m_waiting + m_flying;
    for (Exchange *exchange : all) {
        // An earlier one's end may have ended this one too; none is destroyed while these handlers run but by its own
        // asker.
        if (m_waiting.contains(exchange) ? exchange->m_giveUp <= now
                                         : m_flying.contains(exchange) && exchange->m_due <= now)
            judge(*exchange, now);
    }
    rearm();
}

void Session::Private::judge(Exchange &exchange, Time now) {
    if (exchange.m_waiting)
        return giveUp(exchange);
    if (exchange.m_refusedAgain || (exchange.m_refusedAt && now >= *exchange.m_refusedAt + Patience)) {
        if (tryNextAddress())
            return;
        return fail(exchange, Ending::Refused, m_refusal.value_or(Failure(Failure::Kind::Refused, {m_link->name()})));
    }
    if (exchange.m_unanswered) {
        settle(exchange);
        exchange.m_asker.answered({});
        return proceed();
    }
    const bool triesLeft = m_discovery.isMine(exchange) || int(exchange.m_tries.size()) < exchange.m_of;
    if (!triesLeft || now >= exchange.m_giveUp)
        return giveUp(exchange);
    if (!exchange.m_refusedAt)
        m_deadline.backOff();
    transmit(exchange);
}

void Session::Private::giveUp(Exchange &exchange) {
    const auto [ending, failure] = silence(exchange);
    qCInfo(lcSnmp) << "gave up after" << exchange.m_tries.size() << "tries:" << failure.logText();
    tellSilent(exchange, failure);
    fail(exchange, ending, failure);
}

std::pair<Ending, Failure> Session::Private::silence(const Exchange &exchange) const {
    const QString name = m_link->name();
    if (exchange.m_waiting && m_link->state() == Link::State::Resolving)
        return {Ending::Refused, Failure(Failure::Kind::UnknownHost, {endpoint.host})};
    if (exchange.m_suspicion)
        return {Ending::Authentication, *exchange.m_suspicion};
    if (exchange.m_once && !exchange.m_tries.isEmpty())
        return {Ending::Timeout, lostSet()};
    const bool knewEngine = m_usm && m_heard && !exchange.m_waiting;
    if (knewEngine && m_usm->credential().level == SecurityLevel::AuthPriv && !m_usm->isProven())
        return {
            Ending::Timeout, Failure(Failure::Kind::SilentPrivacy, {name, QString::fromUtf8(credential.user().name)})};
    const auto tries = exchange.m_waiting && m_discovery.tries() > 0 ? std::min(m_discovery.tries(), exchange.m_of)
                                                                     : int(exchange.m_tries.size());
    return {Ending::Timeout, Failure(Failure::Kind::Timeout, {name, QString::number(std::max(tries, 1))})};
}

bool Session::Private::tryNextAddress() {
    if (m_heard)
        return false;
    // All that are out were refused at this address: nothing of them was carried out, a SET neither.
    const bool allRefused = std::ranges::all_of(m_flying, [](const Exchange *e) { return e->m_refusedAt.has_value(); });
    if (!allRefused)
        return false;
    const auto again = m_flying;
    m_flying.clear();
    m_byId.clear();
    for (Exchange *exchange : again) {
        exchange->m_tries.clear();
        exchange->m_refusedAt.reset();
        exchange->m_refusedAgain = false;
        if (m_discovery.isMine(*exchange)) {
            exchange->m_session.clear(); // begun anew with the rest
        } else {
            exchange->m_waiting = true;
            m_waiting.append(exchange);
        }
    }
    return m_link->openNext();
}

} // namespace walkabout
