// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/codec_p.h"
#include "core/snmp/report_p.h"
#include "core/snmp/session_p.h"
#include "core/snmp/tornanswer_p.h"
#include "core/snmp/usmrefusal.h"

#include <QSet>

namespace walkabout {

using namespace Qt::StringLiterals;

// Whose they were is not known: every operation that waits for an answer may have missed one.
void Session::Private::overrun(qint64 datagrams) {
    qCInfo(lcSnmp) << "this system dropped" << datagrams << "datagrams of" << m_link->name();
    QSet<Figures *> told; // a walk's questions share theirs
    for (const Exchange *exchange : m_flying + m_waiting) {
        if (!told.contains(&exchange->m_figures))
            exchange->m_figures.dropped += datagrams;
        told.insert(&exchange->m_figures);
    }
}

void Session::Private::received(QByteArrayView bytes) {
    observe(Traffic::Direction::In, bytes);
    if (m_usm)
        received3(bytes);
    else
        received12(bytes);
}

void Session::Private::received12(QByteArrayView bytes) {
    auto decoded = codec::decode(bytes, engine);
    if (!decoded)
        return unreadable(bytes, decoded.failure());
    Exchange *exchange = m_byId.value(decoded->requestId);
    if (!exchange || decoded->version != credential.version() || !(decoded->community == credential.community())) {
        qCDebug(lcSnmp) << m_link->name() << "sent a late, repeated or foreign answer, id" << decoded->requestId;
        return;
    }
    // Which of several tries this answers is not known: the id is theirs all.
    const auto attempt = exchange->m_tries.size() == 1 ? exchange->m_tries.first() : Exchange::Try{};
    answered(*exchange, std::move(decoded).value(), attempt);
}

void Session::Private::received3(QByteArrayView bytes) {
    const auto peek = codec::peek(bytes);
    if (!peek)
        return unreadable(bytes, malformed(QStringLiteral("its SNMPv3 head cannot be read")));
    Exchange *exchange = peek->version == Version::V3 ? m_byId.value(peek->messageId) : nullptr;
    if (!exchange) {
        qCDebug(lcSnmp) << m_link->name() << "sent a late, repeated or foreign answer";
        return;
    }
    const bool isDiscovery = m_discovery.isMine(*exchange);
    if (!isDiscovery && !m_usm->isReady())
        return;
    std::optional<UsmUser> other; // an engine that is not the one asked tells so in clear, under its own ID
    if (!isDiscovery && peek->level == SecurityLevel::NoAuthNoPriv && peek->engineId != m_usm->user().engineId)
        other = UsmUser{.engineId = peek->engineId, .name = peek->user};
    const UsmUser *user = other ? &*other : isDiscovery ? nullptr : &m_usm->user();
    auto decoded = codec::decode(bytes, engine, user);
    if (!decoded) {
        qCInfo(lcSnmp) << m_link->name() << "sent what cannot be taken:" << decoded.failure().logText();
        if (isUsmRefusal(
                decoded.failure().kind())) // anyone can send that: it ends nothing, but is the best guess on silence
            exchange->m_suspicion = decoded.failure();
        else
            fail(*exchange, Ending::Malformed, malformed(decoded.failure().arguments().value(1)));
        return;
    }
    const auto attempt = std::ranges::find(exchange->m_tries, peek->messageId, &Exchange::Try::id);
    if (decoded->pdu != Pdu::Report && decoded->requestId != exchange->m_question.requestId) {
        qCDebug(lcSnmp) << m_link->name() << "answered with another request id";
        return;
    }
    answered(*exchange, std::move(decoded).value(), attempt == exchange->m_tries.end() ? Exchange::Try{} : *attempt);
}

void Session::Private::unreadable(QByteArrayView bytes, const Failure &failure) {
    qCInfo(lcSnmp) << m_link->name() << "sent what cannot be read:" << failure.logText();
    const auto id = idOfTornAnswer(bytes);
    if (Exchange *exchange = id ? m_byId.value(*id) : nullptr)
        fail(*exchange, Ending::Malformed, malformed(failure.arguments().value(1)));
}

void Session::Private::answered(Exchange &exchange, Message &&answer, const Exchange::Try &attempt) {
    m_heard = true;
    if (attempt.id != 0) {
        const auto roundTrip = std::chrono::duration_cast<std::chrono::microseconds>(Monotonic::now() - attempt.sent);
        m_deadline.measured(roundTrip);
        exchange.m_figures.roundTrip = roundTrip;
    }
    tellAnswered(exchange, answer, attempt);
    if (answer.pdu == Pdu::Report)
        return m_discovery.isMine(exchange) ? discovered(exchange, answer) : reported(exchange, answer);
    if (answer.pdu != Pdu::Response)
        return fail(exchange, Ending::Malformed, malformed(u"it is no response"_s));
    if (m_usm) {
        if (m_discovery.isMine(exchange) || answer.v3.level != m_usm->credential().level) {
            exchange.m_suspicion
                = Failure(Failure::Kind::UnsupportedLevel, {QString::fromUtf8(credential.user().name)});
            return; // an answer below the level asked for proves nothing
        }
        if (!m_usm->heard(answer.v3)) {
            exchange.m_suspicion = Failure(Failure::Kind::NotInTimeWindow);
            return;
        }
    }
    settle(exchange);
    exchange.m_asker.answered(std::move(answer));
    proceed();
}

void Session::Private::reported(Exchange &exchange, const Message &report) {
    const Failure failure = reportFailure(report, exchange.m_question.v3);
    qCInfo(lcSnmp) << m_link->name() << "reports" << failure.logText();
    const bool isAuthentic = report.v3.level != SecurityLevel::NoAuthNoPriv;
    // The report says that this message was not carried out, so even a SET may go out once more.
    if (failure.kind() == Failure::Kind::NotInTimeWindow && isAuthentic && !exchange.m_resynchronised) {
        exchange.m_resynchronised = true;
        m_usm->resynchronise(report.v3);
        return again(exchange);
    }
    // The address has another engine now: asked anew once, if it was not given by hand. Anyone can send this report:
    // never for a SET.
    if (failure.kind() == Failure::Kind::UnknownEngine && !exchange.m_resynchronised && m_usm->forget()) {
        if (!exchange.m_once) {
            exchange.m_resynchronised = true;
            return again(exchange);
        }
    }
    fail(exchange, Ending::Authentication, failure);
}

void Session::Private::again(Exchange &exchange) {
    for (const Exchange::Try &attempt : std::as_const(exchange.m_tries))
        m_byId.remove(attempt.id);
    m_flying.removeOne(&exchange);
    exchange.m_tries.clear();
    exchange.m_figures.retries += 1;
    exchange.m_figures.requests -= 1; // counted again as it goes out
    exchange.m_waiting = true;
    m_waiting.prepend(&exchange);
    arm(exchange.m_giveUp);
    proceed();
}

void Session::Private::discovered(Exchange &exchange, const Message &report) {
    if (report.v3.engineId.isEmpty()) {
        qCInfo(lcSnmp) << m_link->name() << "reports no engine ID";
        return;
    }
    const MessageV3 head = report.v3;
    exchange.m_session.clear(); // not settle: those that wait still do
    m_flying.removeOne(&exchange);
    for (const Exchange::Try &attempt : std::as_const(exchange.m_tries))
        m_byId.remove(attempt.id);
    m_usm->meet(head.engineId, head.engineBoots, head.engineTime);
}

Failure Session::Private::malformed(const QString &what) const {
    return Failure(Failure::Kind::Malformed, {m_link->name(), what});
}

} // namespace walkabout
