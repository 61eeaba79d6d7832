// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"
#include "core/snmp/operation.h"
#include "core/snmp/pace.h"
#include "core/snmp/ruler.h"
#include "core/snmp/scope.h"
#include "core/snmp/walkpart.h"

#include <QPointer>

#include <algorithm>
#include <list>
#include <memory>
#include <vector>

namespace walkabout {

class Session;
class Tuner;
class WalkLane;

/// What a walk reads and how (design 3.5).
struct WalkPlan {
    Oid root;
    QList<Oid> boundaries; // where the subtree may be split, ascending: a packet has no names, so work/query gives them
    Pace pace;
    qint64 limit = 0; // stop after so many varbinds; 0: none
    Oid after; // go on behind this instance; empty: from the start
};

/// Every instance below a root in order, once (design 3.5). Begins with one small request, then asks for more at a time
/// and for several parts at once, as the session's Tuner finds that the device bears it. Each part's end must name the
/// next part's beginning; where it does not, the rest is walked again from there, one request at a time. v1 by GETNEXT,
/// for several parts in one request; else by GETBULK. A root that is itself an instance is read by one GET. Stops at a
/// device that loops (NotIncreasing) and says at which OID: lastOid().
class Walk final : public Operation {
    Q_OBJECT

public:
    /// Varbinds read ahead of what was delivered.
    static constexpr qint64 LookAhead = 50'000;

    ~Walk() override;
    void cancel() override;

private:
    friend class Session;
    friend class WalkLane;
    struct Trust { // in one kind of guess
        int most = 2; // that may be unproven at a time
        void proven() { most = std::min(most * 2, 64); }
        void failed() { most = std::max(1, most / 2); }
    };

    Walk(Session *session, WalkPlan plan, Scope scope);
    void begin() override;
    void flushed() override;

    // questions (walkquestions.cpp)
    void advance();
    [[nodiscard]] bool mayReadAhead() const;
    [[nodiscard]] bool cut();
    [[nodiscard]] std::optional<Ruler::Mark> markIn(
        const WalkPart &part, qint64 worth, const Oid &empty, bool isFar) const;
    [[nodiscard]] int unproven(bool isFar) const;
    [[nodiscard]] Trust &trustIn(const WalkPart &part) { return part.isFar ? m_far : m_near; }
    [[nodiscard]] QList<WalkPart *> ready(int most);
    void ask(const QList<WalkPart *> &parts);
    void askRoot();
    [[nodiscard]] WalkLane &idleLane();
    [[nodiscard]] int inFlight() const;

    // answers (walkanswers.cpp)
    void laneTried(const WalkLane &lane, int attempt, int of);
    void laneAnswered(const QList<WalkPart *> &parts, Message &&answer, int asked, bool wasLost);
    void laneUnanswered(const QList<WalkPart *> &parts, Ending ending, const Failure &failure);
    void refused(const QList<WalkPart *> &parts, const Message &answer, int asked);
    void take(WalkPart &part, VarBinds &&varBinds);
    void takeRoot(Message &&answer);

    // order (walk.cpp)
    void append(WalkPart &part, VarBinds &&varBinds);
    void stop(WalkPart &part, WalkPart::Stop why);
    void settle();
    void retreat(WalkPart &part);
    void drop(std::list<WalkPart>::iterator from);
    void release(VarBinds &&varBinds);
    void finish(Ending ending, std::optional<Failure> failure = {}, int errorIndex = 0);

    QPointer<Session> m_session;
    Tuner &m_tuner; // of the session: looked at only while that lives
    WalkPlan m_plan;
    Scope m_scope;
    QString m_peer;
    Ruler m_ruler;
    std::list<WalkPart> m_parts; // in order; those before the first were delivered
    std::vector<std::unique_ptr<WalkLane>> m_lanes;
    qint64 m_ahead = 0; // varbinds read and not delivered
    qint64 m_taken = 0; // delivered or on their way
    Trust m_near;
    Trust m_far;
    bool m_careful = false; // a seam did not fit: one request at a time
    bool m_readsRoot = false;
    bool m_saidTry = false; // what the last trying() said is still true
};

} // namespace walkabout
