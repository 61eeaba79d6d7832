// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tablelane_p.h"

#include "core/snmp/tableread.h"

namespace walkabout {

void TableLane::ask(Session &session, Message question, QList<qsizetype> columns) {
    m_columns = std::move(columns);
    m_exchange.ask(session, std::move(question));
}

void TableLane::cancel() {
    m_exchange.cancel();
    m_columns.clear();
}

void TableLane::tried(int attempt, int of) {
    if (!isIdle())
        m_table.laneTried(attempt, of);
}

void TableLane::answered(Message &&answer) {
    if (!isIdle())
        m_table.laneAnswered(std::exchange(m_columns, {}), std::move(answer), m_exchange.tries() > 1);
}

void TableLane::unanswered(Ending ending, const Failure &failure) {
    if (!isIdle())
        m_table.laneUnanswered(ending, failure);
}

} // namespace walkabout
