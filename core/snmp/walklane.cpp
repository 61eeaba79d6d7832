// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walklane_p.h"

#include "core/snmp/walk.h"
#include "core/snmp/walkpart.h"

namespace walkabout {

void WalkLane::ask(Session &session, Message question, QList<WalkPart *> parts) {
    m_parts = std::move(parts);
    for (WalkPart *part : std::as_const(m_parts))
        part->isAsked = true;
    m_exchange.ask(session, std::move(question));
}

QList<WalkPart *> WalkLane::release() {
    for (WalkPart *part : std::as_const(m_parts))
        part->isAsked = false;
    return std::exchange(m_parts, {});
}

void WalkLane::cancel() {
    m_exchange.cancel();
    release();
}

void WalkLane::tried(int attempt, int of) {
    if (!isIdle())
        m_walk.laneTried(*this, attempt, of);
}

void WalkLane::answered(Message &&answer) {
    if (isIdle())
        return;
    const bool wasLost = m_exchange.tries() > 1;
    const int asked = m_exchange.question().maxRepetitions;
    m_walk.laneAnswered(release(), std::move(answer), asked, wasLost);
}

void WalkLane::unanswered(Ending ending, const Failure &failure) {
    if (!isIdle())
        m_walk.laneUnanswered(release(), ending, failure);
}

} // namespace walkabout
