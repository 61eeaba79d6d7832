// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"
#include "core/snmp/scope.h"

#include <QPointer>

#include <memory>

namespace walkabout {

class Request;
class Session;

/// What a walk reads and how (design 3.5).
struct WalkPlan {
    Oid root;
    QList<Oid> boundaries;   // where the subtree may be split, ascending: a packet has no names, so work/query gives them
    int maxRepetitions = 25; // of each GETBULK, halved on tooBig; fixed if the person fixed it
    qint64 limit = 0;        // stop after so many varbinds; 0: none
    Oid after;               // go on behind this instance; empty: from the start
};

/// Every instance below a root in order, once. v1 by GETNEXT, else by GETBULK. A root that is itself an instance is read by one GET.
/// Stops at a device that loops (NotIncreasing) and says at which OID: lastOid().
class Walk final : public Operation {
    Q_OBJECT

public:
    ~Walk() override;
    void cancel() override;

private:
    friend class Session;
    Walk(Session *session, WalkPlan plan, Scope scope);

    QPointer<Session> m_session;
    WalkPlan m_plan;
    Scope m_scope;
    std::unique_ptr<Request> m_request;
};

} // namespace walkabout
