// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/request.h"

#include "core/snmp/exchange_p.h"
#include "core/snmp/session.h"

namespace walkabout {

using namespace Qt::StringLiterals;

Request::Request(Session *session, Message question)
    : m_session(session)
    , m_exchange(std::make_unique<Exchange>(static_cast<Asker &>(*this), m_figures))
    , m_question(std::move(question)) {
    connect(
        session, &QObject::destroyed, this, [this] { end(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer})); });
    m_peer = session->endpoint().toString();
    beginSoon();
}

Request::~Request() = default;

void Request::begin() { m_exchange->ask(*m_session, m_question); }

void Request::cancel() {
    m_exchange->cancel();
    if (abandon())
        m_varBinds.clear();
}

void Request::tried(int attempt, int of) { announceTry(attempt, of); }

void Request::answered(Message &&answer) {
    if (isTrap(m_question.pdu))
        return end(Ending::Whole);
    m_varBinds = std::move(answer.varBinds);
    m_errorStatus = answer.errorStatus;
    if (m_errorStatus != 0) {
        const int index = answer.errorIndex;
        const bool names = index >= 1 && index <= m_question.varBinds.size();
        const QString object = names ? m_question.varBinds.at(index - 1).oid.toString() : QString();
        return end(Ending::AgentError,
            Failure(Failure::Kind::AgentError, {errorStatusName(m_errorStatus), object, QString::number(index)}),
            index);
    }
    if (m_question.pdu != Pdu::GetBulk && m_varBinds.size() != m_question.varBinds.size()) {
        const QString what = u"%1 of %2 varbinds came"_s.arg(m_varBinds.size()).arg(m_question.varBinds.size());
        deliver(VarBinds(m_varBinds));
        return end(Ending::Malformed, Failure(Failure::Kind::Malformed, {m_peer, what}));
    }
    deliver(VarBinds(m_varBinds));
    end(Ending::Whole);
}

void Request::unanswered(Ending ending, const Failure &failure) { end(ending, failure); }

} // namespace walkabout
