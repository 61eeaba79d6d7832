// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"
#include "core/snmp/scope.h"

#include <QPointer>

#include <memory>

namespace walkabout {

class Request;
class Session;

/// Which columns of one conceptual table to read.
struct TablePlan {
    QList<Oid> columns;      // ascending; each without instance
    int maxRepetitions = 25; // rows a request asks for in all columns together is bounded by this
    qint64 limit = 0;        // stop after so many varbinds; 0: none
};

/// The columns of a conceptual table, several in one GETBULK (GETNEXT in v1), so that rows complete early. Batches hold varbinds of
/// all columns, ascending within a column; a column ends when the agent leaves it.
class TableRead final : public Operation {
    Q_OBJECT

public:
    ~TableRead() override;
    void cancel() override;

private:
    friend class Session;
    TableRead(Session *session, TablePlan plan, Scope scope);

    QPointer<Session> m_session;
    TablePlan m_plan;
    Scope m_scope;
    std::unique_ptr<Request> m_request;
};

} // namespace walkabout
