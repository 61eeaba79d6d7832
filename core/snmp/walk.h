// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/asker.h"
#include "core/snmp/operation.h"
#include "core/snmp/scope.h"

#include <QPointer>

#include <memory>

namespace walkabout {

class Exchange;
class Session;

/// What a walk reads and how (design 3.5).
struct WalkPlan {
    Oid root;
    QList<Oid> boundaries; // where the subtree may be split, ascending: a packet has no names, so work/query gives them
    int maxRepetitions = 25; // of each GETBULK, halved on tooBig; fixed if the person fixed it
    qint64 limit = 0; // stop after so many varbinds; 0: none
    Oid after; // go on behind this instance; empty: from the start
};

/// Every instance below a root in order, once. v1 by GETNEXT, else by GETBULK. A root that is itself an instance is
/// read by one GET. Stops at a device that loops (NotIncreasing) and says at which OID: lastOid().
class Walk final : public Operation, private Asker {
    Q_OBJECT

public:
    ~Walk() override;
    void cancel() override;

private:
    friend class Session;
    Walk(Session *session, WalkPlan plan, Scope scope);
    void begin() override;
    void tried(int attempt, int of) override;
    void answered(Message &&answer) override;
    void unanswered(Ending ending, const Failure &failure) override;

    void ask();
    void askRoot();
    void take(VarBinds &&varBinds);
    void takeRoot(Message &&answer);
    void refusedBy(const Message &answer);
    void exhausted();
    bool shrink();
    void recover();

    QPointer<Session> m_session;
    std::unique_ptr<Exchange> m_exchange;
    WalkPlan m_plan;
    Scope m_scope;
    QString m_peer;
    Oid m_from; // what the request in flight goes on behind
    qint64 m_taken = 0; // varbinds, delivered or on their way
    int m_repetitions; // of the next GETBULK
    int m_most; // that the device was seen to bear
    int m_clean = 0; // answers since the repetitions were last changed
    bool m_readsRoot = false;
    bool m_saidTry = false; // what the last trying() said is still true
};

} // namespace walkabout
