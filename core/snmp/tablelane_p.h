// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/asker.h"
#include "core/snmp/exchange_p.h"

namespace walkabout {

class TableRead;

/// One question of a table read in flight, for some of its columns. Owned by the TableRead, used again and again, and
/// never destroyed before it.
class TableLane final : private Asker {
public:
    TableLane(TableRead &table, Figures &figures)
        : m_table(table)
        , m_exchange(static_cast<Asker &>(*this), figures) {}

    /// columns: in the order of the question's names.
    void ask(Session &session, Message question, QList<qsizetype> columns);
    void cancel();
    [[nodiscard]] bool isIdle() const { return m_columns.isEmpty(); }
    [[nodiscard]] const QList<qsizetype> &columns() const { return m_columns; }

private:
    void tried(int attempt, int of) override;
    void answered(Message &&answer) override;
    void unanswered(Ending ending, const Failure &failure) override;

    TableRead &m_table;
    Exchange m_exchange;
    QList<qsizetype> m_columns;
};

} // namespace walkabout
