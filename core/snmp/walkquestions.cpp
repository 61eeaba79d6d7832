// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked next: for how much, and of which parts.
#include "core/snmp/session.h"
#include "core/snmp/tuner.h"
#include "core/snmp/walk.h"
#include "core/snmp/walklane_p.h"

#include <algorithm>

namespace walkabout {

namespace {

constexpr qint64 RequestsOfAPart = 4; // one more is lost at a guessed end
constexpr qint64 RowsOfAPart = 16; // in v1, where each takes a request's varbind

// An object identifier on the wire has two parts at least (X.690 8.19.4).
Oid askable(Oid oid) {
    while (oid.size() < 2)
        oid.append(Oid::Part(0));
    return oid;
}

} // namespace

int Walk::inFlight() const {
    return int(std::ranges::count_if(m_lanes, [](const auto &lane) { return !lane->isIdle(); }));
}

WalkLane &Walk::idleLane() {
    const auto idle = std::ranges::find_if(m_lanes, [](const auto &lane) { return lane->isIdle(); });
    if (idle != m_lanes.end())
        return **idle;
    return *m_lanes.emplace_back(std::make_unique<WalkLane>(*this, m_figures));
}

bool Walk::mayReadAhead() const {
    const qint64 coming = qint64(inFlight()) * m_tuner.varBinds(m_plan.pace);
    return undelivered() + m_ahead + coming < LookAhead;
}

void Walk::advance() {
    const bool isV1 = m_session->version() == Version::V1;
    const int window = m_careful ? 1 : m_tuner.window(m_plan.pace);
    const int perQuestion = isV1 && !m_careful ? m_tuner.varBinds(m_plan.pace) : 1;
    while (!hasEnded() && !m_parts.empty() && inFlight() < window) {
        if (undelivered() >= LookAhead) // the reader is slow: flushed() goes on
            return;
        QList<WalkPart *> parts = ready(perQuestion);
        while (!m_careful && parts.size() < perQuestion && mayReadAhead() && cut())
            parts = ready(perQuestion);
        if (parts.isEmpty())
            return;
        ask(parts);
    }
}

QList<WalkPart *> Walk::ready(int most) {
    QList<WalkPart *> parts;
    for (WalkPart &part : m_parts) {
        if (parts.size() >= most)
            break;
        const bool isFront = &part == &m_parts.front();
        if (!part.isAsked && !part.isRead() && (isFront || mayReadAhead()))
            parts.append(&part);
    }
    return parts;
}

int Walk::unproven(bool isFar) const {
    const auto isIt = [isFar](const WalkPart &part) { return part.isGuess && part.isFar == isFar; };
    return int(std::ranges::count_if(m_parts, isIt));
}

std::optional<Ruler::Mark> Walk::markIn(const WalkPart &part, qint64 worth, const Oid &empty, bool isFar) const {
    auto mark = isFar ? m_ruler.beyond(part.at, m_plan.root, part.until, 2 * worth) : m_ruler.next(part.at, worth);
    if (!mark || mark->oid <= part.at || mark->oid < empty || !mark->oid.startsWith(m_plan.root)
        || (part.until && mark->oid >= *part.until))
        return {};
    return mark;
}

// Cuts the first part that is worth it in two. Small pieces near the front: they are delivered soon. Where nothing is
// left to guess near by, what follows a whole subtree is read at the same time.
bool Walk::cut() {
    if (m_taken == 0 && m_plan.after.isEmpty())
        return false; // nothing is known of the device yet
    const int asked = m_tuner.varBinds(m_plan.pace);
    const bool isV1 = m_session->version() == Version::V1;
    const qint64 worth = isV1 ? RowsOfAPart : asked * RequestsOfAPart - 1;
    if (m_plan.limit > 0 && m_plan.limit - m_taken <= asked)
        return false;
    const bool mayGuess = unproven(false) < m_near.most;
    const bool mayGuessFar = unproven(true) < m_far.most;
    Oid empty; // up to here there is nothing behind what was read
    for (auto part = m_parts.begin(); part != m_parts.end(); ++part) {
        if (part->follower && part->follower->isEmpty())
            return false; // nothing at all
        if (part->follower)
            empty = std::max(empty, *part->follower);
        if (part->isRead() || (part->ahead > 0 && part->remaining() <= worth))
            continue;
        auto mark = markIn(*part, worth, empty, false);
        bool isFar = false;
        if (!mark || (!mark->isSure && !mayGuess)) {
            isFar = true;
            mark = mayGuessFar && part->first ? markIn(*part, worth, empty, true) : std::nullopt;
        }
        if (!mark)
            continue;
        WalkPart rest;
        rest.at = mark->oid;
        rest.until = part->until;
        rest.ahead = part->ahead > 0 && mark->ahead > 0 ? std::max<qint64>(part->remaining() - mark->ahead, 0) : 0;
        rest.isGuess = !mark->isSure;
        rest.isFar = isFar;
        part->until = mark->oid;
        part->ahead = mark->ahead > 0 ? part->taken + mark->ahead : 0;
        m_parts.insert(std::next(part), std::move(rest));
        return true;
    }
    return false;
}

void Walk::ask(const QList<WalkPart *> &parts) {
    const bool isBulk = m_session->version() != Version::V1;
    VarBinds names;
    for (const WalkPart *part : parts)
        names.append({askable(part->at), Value()});
    Message question = m_session->question(isBulk ? Pdu::GetBulk : Pdu::GetNext, std::move(names), m_scope);
    qint64 wanted = m_tuner.varBinds(m_plan.pace);
    // The last question of a part asks for what is left, and one to know what follows.
    const WalkPart &first = *parts.first();
    if (first.until && first.remaining() > 0 && m_plan.pace.maxRepetitions == 0)
        wanted = std::min(wanted, first.remaining() + 1);
    if (m_plan.limit > 0)
        wanted = std::min(wanted, m_plan.limit - m_taken + 1);
    question.maxRepetitions = int(std::max<qint64>(wanted, 1));
    idleLane().ask(*m_session, std::move(question), parts);
}

// Nothing below the root: it may be an instance itself.
void Walk::askRoot() {
    m_readsRoot = true;
    WalkPart root;
    root.at = m_plan.root;
    m_parts.push_back(std::move(root));
    idleLane().ask(*m_session, m_session->question(Pdu::Get, {{m_plan.root, Value()}}, m_scope), {&m_parts.front()});
}

} // namespace walkabout
