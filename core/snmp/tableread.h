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

/// Which columns of one conceptual table to read.
struct TablePlan {
    QList<Oid> columns; // ascending; each without instance
    int maxRepetitions = 25; // the most rows that one request asks for; fewer where there are many columns
    qint64 limit = 0; // stop after so many varbinds; 0: none
};

/// The columns of a conceptual table, several in one GETBULK (GETNEXT in v1), so that rows complete early. Batches hold
/// varbinds of all columns, ascending within a column; a column ends when the agent leaves it.
class TableRead final : public Operation, private Asker {
    Q_OBJECT

public:
    ~TableRead() override;
    void cancel() override;

private:
    friend class Session;
    TableRead(Session *session, TablePlan plan, Scope scope);
    void begin() override;
    void tried(int attempt, int of) override;
    void answered(Message &&answer) override;
    void unanswered(Ending ending, const Failure &failure) override;

    struct Column {
        Oid oid;
        Oid last; // the instance it was read up to; the column itself at first
        bool isOver = false;
    };
    void ask();
    void take(VarBinds &&varBinds);
    void refusedBy(const Message &answer);
    [[nodiscard]] qsizetype mostAsked() const;

    QPointer<Session> m_session;
    std::unique_ptr<Exchange> m_exchange;
    TablePlan m_plan;
    Scope m_scope;
    QString m_peer;
    QList<Column> m_columns;
    QList<qsizetype> m_asked; // columns of the request in flight, in its order
    qsizetype m_turn = 0; // the column that the next request begins with
    qsizetype m_cells; // varbinds that one answer may hold
    qint64 m_taken = 0;
    bool m_saidTry = false;
};

} // namespace walkabout
