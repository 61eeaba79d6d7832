// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/engine_p.h"
#include "core/snmp/session_p.h"

#include <QRandomGenerator>

namespace walkabout {

Session::Private::Private(
    Session &session, Engine &engine_, Link *link, Endpoint endpoint_, Credential credential_, Bounds bounds_)
    : engine(engine_)
    , endpoint(std::move(endpoint_))
    , credential(std::move(credential_))
    , bounds(bounds_)
    , number(engine_.events().newSource())
    , m_session(session)
    , m_link(link)
    , m_discovery({
          [this](int attempt, int of) {
              for (Exchange *exchange : std::as_const(m_waiting))
                  exchange->m_asker.tried(attempt, of);
          },
          [this](Ending ending, const Failure &failure) { failAll(ending, failure); },
      })
    , m_deadline(bounds.timeout)
    , m_lastId(QRandomGenerator::global()->bounded(0x7fff'ffff)) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { judge(); });
    connect(m_link.get(), &Link::opened, this, [this] { proceed(); });
    connect(m_link.get(), &Link::received, this, [this](QByteArrayView bytes) { received(bytes); });
    connect(m_link.get(), &Link::overrun, this, [this](qint64 datagrams) { overrun(datagrams); });
    connect(m_link.get(), &Link::refused, this, [this](const Failure &failure) { refused(failure); });
    connect(m_link.get(), &Link::failed, this, [this](const Failure &failure) { linkFailed(failure); });
    if (credential.version() == Version::V3) {
        m_usm = std::make_unique<UsmState>(engine.p().keyRing, credential.user());
        if (credential.user().engineId == engine.engineId()) // what goes out under it tells our time
            m_usm->meet(engine.engineId(), engine.boots(), engine.time());
        connect(m_usm.get(), &UsmState::changed, this, [this] { proceed(); });
        connect(m_usm.get(), &UsmState::failed, this,
            [this](const Failure &failure) { failAll(Ending::Authentication, failure); });
    }
}

Session::Private::~Private() {
    for (Exchange *exchange : m_flying + m_waiting)
        exchange->m_session.clear(); // its operation learns of it by destroyed()
}

void Session::Private::begin(Exchange &exchange) {
    const auto now = Monotonic::now();
    exchange.m_tries.clear();
    exchange.m_refusedAt.reset();
    exchange.m_refusedAgain = exchange.m_resynchronised = false;
    exchange.m_suspicion.reset();
    exchange.m_once = exchange.m_question.pdu == Pdu::Set;
    exchange.m_unanswered = isTrap(exchange.m_question.pdu);
    const bool isAlone = exchange.m_once || exchange.m_unanswered || m_link->isStream();
    exchange.m_of = isAlone ? 1 : 1 + bounds.retries;
    exchange.m_giveUp = now + allTries();
    exchange.m_question.requestId = 0;
    if (isReady()) {
        if (m_flying.size() < Window && m_waiting.isEmpty()) {
            transmit(exchange);
            return;
        }
        exchange.m_giveUp = Time::max(); // waiting for one's turn is not the device's fault
    }
    exchange.m_waiting = true;
    m_waiting.append(&exchange);
    arm(exchange.m_giveUp);
    if (m_usm)
        m_usm->derive();
    m_link->open();
    proceed();
}

bool Session::Private::isReady() const { return m_link->state() == Link::State::Open && (!m_usm || m_usm->isReady()); }

void Session::Private::proceed() {
    if (m_link->state() == Link::State::Open && m_usm && !m_usm->knowsEngine() && !m_waiting.isEmpty())
        discover();
    while (isReady() && m_flying.size() < Window && !m_waiting.isEmpty()) {
        Exchange &exchange = *m_waiting.takeFirst();
        exchange.m_waiting = false;
        if (exchange.m_giveUp == Time::max())
            exchange.m_giveUp = Monotonic::now() + allTries();
        transmit(exchange);
    }
}

void Session::Private::discover() {
    Exchange &exchange = m_discovery.exchange();
    if (exchange.m_session)
        return;
    exchange.m_session = &m_session;
    exchange.m_question = Message{};
    exchange.m_question.version = Version::V3;
    exchange.m_tries.clear();
    exchange.m_refusedAt.reset();
    exchange.m_refusedAgain = false;
    exchange.m_of = 1 + bounds.retries;
    exchange.m_giveUp = Time::max(); // those that wait give up
    transmit(exchange);
}

void Session::Private::stamp(Exchange &exchange) {
    const auto fresh = [this] {
        do {
            m_lastId = m_lastId == 0x7fff'ffff ? 1 : m_lastId + 1;
        } while (m_byId.contains(m_lastId));
        return m_lastId;
    };
    Message &question = exchange.m_question;
    if (question.requestId == 0)
        question.requestId = fresh();
    if (question.pdu == Pdu::TrapV1 && question.trapV1.agent.isNull())
        question.trapV1.agent = m_link->path().local;
    qint32 id = question.requestId;
    if (m_usm) {
        id = question.v3.messageId = fresh();
        if (!m_discovery.isMine(exchange))
            m_usm->stamp(question.v3);
    }
    m_byId.insert(id, &exchange);
    exchange.m_tries.append({id, Monotonic::now()});
}

void Session::Private::transmit(Exchange &exchange) {
    const bool isDiscovery = m_discovery.isMine(exchange);
    const bool isFirst = exchange.m_tries.isEmpty();
    if (isFirst)
        m_flying.append(&exchange);
    if (exchange.m_tries.size() >= 2
        && exchange.m_question.pdu == Pdu::GetBulk) // perhaps no answer fits into a datagram
        exchange.m_question.maxRepetitions = std::max(1, exchange.m_question.maxRepetitions / 2);
    stamp(exchange);
    const auto bytes = codec::encode(exchange.m_question, engine, m_usm && !isDiscovery ? &m_usm->user() : nullptr);
    if (!bytes) {
        const bool isKeys = bytes.failure().kind() == Failure::Kind::BadKey;
        fail(exchange, isKeys ? Ending::Authentication : Ending::Malformed, bytes.failure());
        return;
    }
    const auto now = exchange.m_tries.last().sent;
    const int attempt = int(exchange.m_tries.size());
    const bool isLast = attempt >= exchange.m_of && !isDiscovery;
    // What is not sent again has the whole time of all tries; the last try has at least a full one.
    const auto wait = exchange.m_of == 1 && bounds.retries > 0 ? exchange.m_giveUp - now
        : isLast                                               ? m_deadline.ceiling()
                                                               : m_deadline.wait();
    exchange.m_due = std::min(now + std::chrono::duration_cast<Time::duration>(wait), exchange.m_giveUp);
    if (exchange.m_refusedAt)
        exchange.m_due = std::min(exchange.m_due, *exchange.m_refusedAt + Patience);
    if (exchange.m_unanswered)
        exchange.m_due = m_link->isStream() ? now : now + Patience / 2;
    arm(exchange.m_due);
    (isFirst ? exchange.m_figures.requests : exchange.m_figures.retries) += 1;

    observe(Traffic::Direction::Out, *bytes);
    tellAsked(exchange);
    exchange.m_asker.tried(std::min(attempt, exchange.m_of), exchange.m_of);
    switch (m_link->send(*bytes)) {
    case Socket::Sent::Out: break;
    case Socket::Sent::Again:
        for (Exchange *other : std::as_const(m_flying)) {
            if (other != &exchange || !isFirst)
                charge(*other, now);
        }
        break;
    case Socket::Sent::TooLarge:
        fail(exchange, Ending::Refused,
            Failure(Failure::Kind::Unreachable,
                {m_link->name(), QStringLiteral("the request does not fit into a datagram")}));
        break;
    case Socket::Sent::Failed: break; // the link has said so to all of them
    }
}

void Session::Private::charge(Exchange &exchange, Time now) {
    if (exchange.m_unanswered) { // there is no other try to wait for
        exchange.m_refusedAt = exchange.m_due = now;
        exchange.m_refusedAgain = true;
    } else if (!exchange.m_refusedAt) {
        exchange.m_refusedAt = now;
        const bool again = !exchange.m_once && int(exchange.m_tries.size()) < exchange.m_of;
        exchange.m_due = std::min(exchange.m_due, now + (again ? Patience / 4 : Patience));
    } else if (exchange.m_tries.last().sent > *exchange.m_refusedAt) {
        exchange.m_refusedAgain = true;
        exchange.m_due = now;
    }
    arm(exchange.m_due);
}

void Session::Private::refused(const Failure &failure) {
    qCDebug(lcSnmp) << "refused" << failure.logText();
    m_refusal = failure;
    const auto now = Monotonic::now();
    for (Exchange *exchange : std::as_const(m_flying))
        charge(*exchange, now);
}

void Session::Private::linkFailed(const Failure &failure) {
    switch (failure.kind()) {
    case Failure::Kind::Closed: failAll(Ending::Closed, failure); break;
    case Failure::Kind::Malformed: failAll(Ending::Malformed, failure); break;
    default: failAll(Ending::Refused, failure); break; // no such host, no way there, nothing listens
    }
}

} // namespace walkabout
