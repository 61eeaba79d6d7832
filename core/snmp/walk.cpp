// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, in order: parts, their seams, and what is handed out.
#include "core/snmp/walk.h"

#include "core/snmp/session.h"
#include "core/snmp/tuner.h"
#include "core/snmp/walklane_p.h"

namespace walkabout {

using namespace Qt::StringLiterals;

Walk::Walk(Session *session, WalkPlan plan, Scope scope)
    : m_session(session)
    , m_tuner(session->tuner())
    , m_plan(std::move(plan))
    , m_scope(std::move(scope))
    , m_peer(session->endpoint().toString())
    , m_ruler(std::exchange(m_plan.boundaries, {})) {
    connect(session, &QObject::destroyed, this,
        [this] { finish(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer})); });
    beginSoon();
}

Walk::~Walk() = default;

void Walk::begin() {
    WalkPart whole;
    whole.at = m_plan.after.isEmpty() ? m_plan.root : m_plan.after;
    m_parts.push_back(std::move(whole));
    advance();
}

void Walk::cancel() {
    for (const auto &lane : m_lanes)
        lane->cancel();
    abandon();
}

void Walk::flushed() {
    if (m_session && !m_parts.empty())
        advance();
}

void Walk::finish(Ending ending, std::optional<Failure> failure, int errorIndex) {
    for (const auto &lane : m_lanes)
        lane->cancel();
    m_parts.clear();
    end(ending, std::move(failure), errorIndex);
}

void Walk::append(WalkPart &part, VarBinds &&varBinds) {
    if (varBinds.isEmpty())
        return;
    if (!part.first)
        part.first = varBinds.first().oid;
    if (std::exchange(part.isGuess, false))
        trustIn(part).proven();
    part.at = varBinds.last().oid;
    part.taken += varBinds.size();
    if (part.taken > part.ahead + part.ahead / 2)
        part.ahead = 0; // it holds far more than was thought: another cut may be worth it
    if (&part == &m_parts.front()) {
        release(std::move(varBinds));
        return;
    }
    m_ahead += varBinds.size();
    part.read += std::move(varBinds);
}

// Hands out what stands in order, as far as the limit.
void Walk::release(VarBinds &&varBinds) {
    const bool isOver = m_plan.limit > 0 && m_taken + varBinds.size() > m_plan.limit;
    if (isOver)
        varBinds.resize(qsizetype(m_plan.limit - m_taken));
    m_taken += varBinds.size();
    if (!varBinds.isEmpty())
        m_ruler.learn({varBinds.constData(), size_t(varBinds.size())});
    deliver(std::move(varBinds));
    if (isOver)
        finish(Ending::Limit, Failure(Failure::Kind::Limit, {u"%1 varbinds"_s.arg(m_plan.limit)}));
}

void Walk::stop(WalkPart &part, WalkPart::Stop why) {
    part.stop = std::move(why);
    drop(std::next(std::ranges::find(m_parts, &part, [](WalkPart &each) { return &each; })));
}

void Walk::drop(std::list<WalkPart>::iterator from) {
    for (auto part = from; part != m_parts.end(); ++part) {
        m_ahead -= part->read.size();
        for (const auto &lane : m_lanes) {
            if (lane->parts().contains(&*part))
                lane->cancel(); // others that it asked for are asked again
        }
    }
    m_parts.erase(from, m_parts.end());
}

// From this part on nothing that was read counts: it is walked again, one request at a time.
void Walk::retreat(WalkPart &part) {
    m_careful = true;
    drop(std::next(std::ranges::find(m_parts, &part, [](WalkPart &each) { return &each; })));
    part.until.reset();
    part.follower.reset();
    part.stop.reset();
    part.ahead = 0;
}

// As long as the first part is read and the second one begins where it ends, the second one is first.
void Walk::settle() {
    while (!m_parts.empty() && m_parts.front().isRead()) {
        WalkPart &front = m_parts.front();
        if (front.stop) {
            const WalkPart::Stop why = *std::move(front.stop);
            m_culprit = why.culprit;
            return finish(why.ending, why.failure, why.errorIndex);
        }
        if (m_parts.size() == 1) {
            m_parts.clear();
            return m_taken == 0 && m_plan.after.isEmpty() && m_plan.root.size() >= 2 ? askRoot()
                                                                                     : finish(Ending::Whole);
        }
        WalkPart &second = *std::next(m_parts.begin());
        const auto head = second.head();
        if (!head && !second.stop)
            return;
        if (head && *head != *front.follower)
            return retreat(front);
        m_parts.pop_front();
        m_ahead -= m_parts.front().read.size();
        if (VarBinds read = std::exchange(m_parts.front().read, {}); !read.isEmpty())
            release(std::move(read)); // may finish
    }
}

} // namespace walkabout
