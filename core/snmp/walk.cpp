// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walk.h"

#include "core/snmp/exchange_p.h"
#include "core/snmp/session.h"

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {

constexpr int CleanAnswers = 10; // in a row, before a walk that asked for less asks for more again

// An object identifier on the wire has two parts at least (X.690 8.19.4).
Oid askable(Oid oid) {
    while (oid.size() < 2)
        oid.append(Oid::Part(0));
    return oid;
}

} // namespace

Walk::Walk(Session *session, WalkPlan plan, Scope scope)
    : m_session(session)
    , m_exchange(std::make_unique<Exchange>(static_cast<Asker &>(*this), m_figures))
    , m_plan(std::move(plan))
    , m_scope(std::move(scope))
    , m_peer(session->endpoint().toString())
    , m_repetitions(std::max(1, m_plan.maxRepetitions))
    , m_most(m_repetitions) {
    connect(
        session, &QObject::destroyed, this, [this] { end(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer})); });
    beginSoon();
}

Walk::~Walk() = default;

void Walk::begin() {
    m_from = m_plan.after.isEmpty() ? m_plan.root : m_plan.after;
    ask();
}

void Walk::cancel() {
    m_exchange->cancel();
    abandon();
}

void Walk::ask() {
    const bool isBulk = m_session->version() != Version::V1;
    Message question = m_session->question(isBulk ? Pdu::GetBulk : Pdu::GetNext, {{askable(m_from), Value()}}, m_scope);
    question.maxRepetitions = m_repetitions;
    if (m_plan.limit > 0)
        question.maxRepetitions
            = int(std::min<qint64>(m_repetitions, m_plan.limit - m_taken + 1)); // and one to know of more
    m_exchange->ask(*m_session, std::move(question));
}

void Walk::tried(int attempt, int of) {
    const bool isNews = attempt > 1 || !m_saidTry;
    m_saidTry = attempt == 1;
    if (isNews)
        announceTry(attempt, of);
}

void Walk::unanswered(Ending ending, const Failure &failure) { end(ending, failure); }

void Walk::answered(Message &&answer) {
    if (m_readsRoot)
        return takeRoot(std::move(answer));
    if (answer.errorStatus != 0)
        return refusedBy(answer);
    if (answer.varBinds.isEmpty()) {
        if (!shrink())
            end(Ending::Malformed, Failure(Failure::Kind::Malformed, {m_peer, u"an answer without varbinds"_s}));
        return;
    }
    recover();
    take(std::move(answer.varBinds));
}

void Walk::refusedBy(const Message &answer) {
    const auto status = ErrorStatus(answer.errorStatus);
    if (status == ErrorStatus::NoSuchName) // the end in v1 (RFC 1157 4.1.3)
        return exhausted();
    if (status == ErrorStatus::TooBig && shrink())
        return;
    end(Ending::AgentError,
        Failure(Failure::Kind::AgentError,
            {errorStatusName(answer.errorStatus), m_from.toString(), QString::number(answer.errorIndex)}),
        answer.errorIndex);
}

// The checks run over the answer where it stands. What is delivered waits for the event loop while the next question
// goes out, so the agent works while it is read.
void Walk::take(VarBinds &&varBinds) {
    const Oid *before = &m_from;
    qsizetype good = 0;
    bool isOver = false;
    for (const VarBind &varBind : std::as_const(varBinds)) {
        if (varBind.value.type() == Value::Type::EndOfMibView || !varBind.oid.startsWith(m_plan.root)) {
            isOver = true;
            break;
        }
        if (varBind.oid <= *before) {
            const Oid culprit = varBind.oid;
            const Failure failure(Failure::Kind::NotIncreasing, {culprit.toString(), before->toString()});
            varBinds.resize(good);
            deliver(std::move(varBinds));
            m_culprit = culprit;
            return end(Ending::NotIncreasing, failure);
        }
        if (m_plan.limit > 0 && m_taken + good == m_plan.limit) {
            varBinds.resize(good);
            deliver(std::move(varBinds));
            return end(Ending::Limit, Failure(Failure::Kind::Limit, {u"%1 varbinds"_s.arg(m_plan.limit)}));
        }
        before = &varBind.oid;
        ++good;
    }
    if (good > 0)
        m_from = *before;
    m_taken += good;
    varBinds.resize(good);
    deliver(std::move(varBinds));
    isOver ? exhausted() : ask();
}

void Walk::exhausted() {
    if (m_taken == 0 && m_plan.after.isEmpty() && m_plan.root.size() >= 2)
        return askRoot();
    end(Ending::Whole);
}

// Nothing below the root: it may be an instance itself.
void Walk::askRoot() {
    m_readsRoot = true;
    m_exchange->ask(*m_session, m_session->question(Pdu::Get, {{m_plan.root, Value()}}, m_scope));
}

void Walk::takeRoot(Message &&answer) {
    const bool isThere
        = answer.errorStatus == 0 && !answer.varBinds.isEmpty() && !answer.varBinds.first().value.isException();
    if (isThere)
        deliver({answer.varBinds.first()});
    else if (answer.errorStatus != 0 && ErrorStatus(answer.errorStatus) != ErrorStatus::NoSuchName)
        return refusedBy(answer);
    end(Ending::Whole);
}

bool Walk::shrink() {
    if (m_session->version() == Version::V1 || m_repetitions <= 1)
        return false;
    m_most = m_repetitions = m_repetitions / 2;
    m_clean = 0;
    ask();
    return true;
}

// After silence the session asked for less: so do the next requests, until the device has answered well for a while.
void Walk::recover() {
    if (m_exchange->tries() > 2) {
        m_repetitions = std::clamp(m_exchange->question().maxRepetitions, 1, m_most);
        m_clean = 0;
    } else if (m_repetitions < m_most && ++m_clean >= CleanAnswers) {
        m_repetitions = std::min(m_most, m_repetitions * 2);
        m_clean = 0;
    }
}

} // namespace walkabout
