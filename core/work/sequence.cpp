// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/sequence.h"

namespace walkabout {

Sequence::Sequence(Session &session, std::vector<Step> steps)
    : m_session(&session)
    , m_peer(session.endpoint().toString())
    , m_steps(std::move(steps)) {
    beginSoon();
}

Sequence::~Sequence() = default;

void Sequence::cancel() {
    if (abandon())
        m_running.reset();
}

void Sequence::begin() { next(); }

void Sequence::next() {
    if (m_at == m_steps.size()) {
        end(Ending::Whole);
        return;
    }
    if (!m_session) {
        end(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer}));
        return;
    }
    m_running = m_steps[m_at++](*m_session);
    connect(m_running.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        count();
        deliver(VarBinds(varBinds));
    });
    connect(m_running.get(), &Operation::trying, this, [this](int attempt, int of) { announceTry(attempt, of); });
    connect(m_running.get(), &Operation::finished, this, &Sequence::stepEnded);
}

void Sequence::count() {
    const Figures &now = m_running->figures();
    m_figures.requests = m_before.requests + now.requests;
    m_figures.retries = m_before.retries + now.retries;
    m_figures.dropped = m_before.dropped + now.dropped;
    m_figures.roundTrip = now.roundTrip;
}

void Sequence::stepEnded() {
    count();
    m_before.requests = m_figures.requests;
    m_before.retries = m_figures.retries;
    m_before.dropped = m_figures.dropped;
    // An operation may be deleted inside its own signal.
    const std::unique_ptr<Operation> ended = std::move(m_running);
    if (ended->ending() == Ending::Whole) {
        next();
        return;
    }
    if (ended->ending() == Ending::NotIncreasing)
        m_culprit = ended->lastOid();
    end(ended->ending().value_or(Ending::Closed), ended->failure(), ended->errorIndex());
}

} // namespace walkabout
