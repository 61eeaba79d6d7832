// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/message.h"
#include "core/snmp/operation.h"
#include "core/snmp/pace.h"
#include "core/snmp/scope.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace walkabout {

class Session;
class TableLane;
class Tuner;

/// Which columns of one conceptual table to read.
struct TablePlan {
    QList<Oid> columns; // ascending; each without instance
    Pace pace; // maxRepetitions: the most rows that one request asks for; fewer where there are many columns
    qint64 limit = 0; // stop after so many varbinds; 0: none
};

/// The columns of a conceptual table, several in one GETBULK (GETNEXT in v1) and several of those in flight as the
/// session's Tuner finds that the device bears it; those that are behind go first, so that rows complete early. Batches
/// hold varbinds of all columns, ascending within a column; a column ends when the agent leaves it.
class TableRead final : public Operation {
    Q_OBJECT

public:
    ~TableRead() override;
    void cancel() override;

private:
    friend class Session;
    friend class TableLane;
    TableRead(Session *session, TablePlan plan, Scope scope);
    void begin() override;
    void flushed() override;

    struct Column {
        Oid oid;
        Oid last; // the instance it was read up to; the column itself at first
        qint64 rows = 0;
        bool isOver = false;
        bool isAsked = false;
    };
    void laneTried(int attempt, int of);
    void laneAnswered(const QList<qsizetype> &columns, Message &&answer, bool wasLost);
    void laneUnanswered(Ending ending, const Failure &failure);

    void advance();
    [[nodiscard]] QList<qsizetype> ready(qsizetype most) const;
    void ask(TableLane &lane, const QList<qsizetype> &columns);
    [[nodiscard]] TableLane &idleLane();
    [[nodiscard]] int inFlight() const;
    [[nodiscard]] qsizetype cells() const;
    void take(const QList<qsizetype> &asked, VarBinds &&varBinds);
    void refused(const QList<qsizetype> &asked, const Message &answer);
    void finish(Ending ending, std::optional<Failure> failure = {}, int errorIndex = 0);

    QPointer<Session> m_session;
    Tuner &m_tuner; // of the session: looked at only while that lives
    TablePlan m_plan;
    Scope m_scope;
    QString m_peer;
    QList<Column> m_columns;
    std::vector<std::unique_ptr<TableLane>> m_lanes;
    qsizetype m_mostCells; // that one answer was seen to hold
    qint64 m_taken = 0;
    bool m_saidTry = false;
};

} // namespace walkabout
