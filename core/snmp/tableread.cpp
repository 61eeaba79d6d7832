// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tableread.h"

#include "core/snmp/session.h"
#include "core/snmp/tablelane_p.h"
#include "core/snmp/tuner.h"
#include "core/snmp/varbindsize.h"
#include "core/snmp/walk.h"

#include <algorithm>

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype AtFirst = 60; // about what an unfragmented answer of 1,400 octets holds
constexpr qsizetype MostColumns = 30; // of a question: it must fit as well
} // namespace

TableRead::TableRead(Session *session, TablePlan plan, Scope scope)
    : m_session(session)
    , m_tuner(session->tuner())
    , m_plan(std::move(plan))
    , m_scope(std::move(scope))
    , m_peer(session->endpoint().toString())
    , m_mostCells(std::numeric_limits<int>::max()) {
    for (const Oid &column : std::as_const(m_plan.columns))
        m_columns.append({column, column, 0, false, false});
    connect(session, &QObject::destroyed, this,
        [this] { finish(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer})); });
    beginSoon();
}

TableRead::~TableRead() = default;

void TableRead::begin() { advance(); }

void TableRead::flushed() {
    if (m_session && inFlight() == 0)
        advance();
}

void TableRead::cancel() {
    for (const auto &lane : m_lanes)
        lane->cancel();
    abandon();
}

void TableRead::finish(Ending ending, std::optional<Failure> failure, int errorIndex) {
    for (const auto &lane : m_lanes)
        lane->cancel();
    end(ending, std::move(failure), errorIndex);
}

int TableRead::inFlight() const {
    return int(std::ranges::count_if(m_lanes, [](const auto &lane) { return !lane->isIdle(); }));
}

TableLane &TableRead::idleLane() {
    const auto idle = std::ranges::find_if(m_lanes, [](const auto &lane) { return lane->isIdle(); });
    if (idle != m_lanes.end())
        return **idle;
    return *m_lanes.emplace_back(std::make_unique<TableLane>(*this, m_figures));
}

// A table's first answer is as large as an unfragmented one: rows show at once.
qsizetype TableRead::cells() const {
    const bool isFixed = m_plan.pace.gentle || m_plan.pace.maxRepetitions > 0;
    const qsizetype wanted = isFixed ? AtFirst : std::max<qsizetype>(AtFirst, m_tuner.varBinds(m_plan.pace));
    return std::min(wanted, m_mostCells);
}

void TableRead::advance() {
    const int window = m_tuner.window(m_plan.pace);
    while (!hasEnded() && inFlight() < window && undelivered() < Walk::LookAhead) {
        const QList<qsizetype> columns = ready(std::clamp<qsizetype>(cells() / 2, 1, MostColumns));
        if (columns.isEmpty())
            break;
        ask(idleLane(), columns);
    }
    if (std::ranges::all_of(m_columns, &Column::isOver))
        finish(Ending::Whole);
}

// Those that are behind. An ask for few of many is for neighbours in the end: they are behind together.
QList<qsizetype> TableRead::ready(qsizetype most) const {
    QList<qsizetype> columns;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (!m_columns.at(i).isOver && !m_columns.at(i).isAsked)
            columns.append(i);
    }
    std::ranges::stable_sort(columns, {}, [this](qsizetype i) { return m_columns.at(i).rows; });
    columns.resize(std::min(columns.size(), most));
    std::ranges::sort(columns);
    return columns;
}

void TableRead::ask(TableLane &lane, const QList<qsizetype> &columns) {
    VarBinds names;
    for (const qsizetype column : columns) {
        m_columns[column].isAsked = true;
        names.append({m_columns.at(column).last, Value()});
    }
    const bool isBulk = m_session->version() != Version::V1;
    Message question = m_session->question(isBulk ? Pdu::GetBulk : Pdu::GetNext, std::move(names), m_scope);
    const qsizetype most = m_plan.pace.maxRepetitions > 0 ? m_plan.pace.maxRepetitions : cells();
    question.maxRepetitions = int(std::clamp<qsizetype>(cells() / columns.size(), 1, most));
    lane.ask(*m_session, std::move(question), columns);
}

void TableRead::laneTried(int attempt, int of) {
    const bool isNews = attempt > 1 || !m_saidTry;
    m_saidTry = attempt == 1;
    if (isNews)
        announceTry(attempt, of);
}

void TableRead::laneUnanswered(Ending ending, const Failure &failure) {
    if (ending == Ending::Timeout)
        m_tuner.lost();
    finish(ending, failure);
}

void TableRead::laneAnswered(const QList<qsizetype> &columns, Message &&answer, bool wasLost) {
    for (const qsizetype column : columns)
        m_columns[column].isAsked = false;
    if (hasEnded())
        return;
    if (answer.errorStatus != 0) {
        refused(columns, answer);
    } else if (answer.varBinds.isEmpty()) {
        return finish(Ending::Malformed, Failure(Failure::Kind::Malformed, {m_peer, u"an answer without varbinds"_s}));
    } else {
        m_tuner.answered({answer.varBinds.size(), averageSize(answer.varBinds), inFlight() + 1, wasLost});
        take(columns, std::move(answer.varBinds));
    }
    if (!hasEnded())
        advance();
}

void TableRead::refused(const QList<qsizetype> &asked, const Message &answer) {
    const auto status = ErrorStatus(answer.errorStatus);
    const int index = answer.errorIndex;
    const bool names = index >= 1 && index <= asked.size();
    if (status == ErrorStatus::NoSuchName
        && (names || asked.size() == 1)) { // v1: this column is over, the others are asked again
        m_columns[asked.at(names ? index - 1 : 0)].isOver = true;
        return;
    }
    if ((status == ErrorStatus::TooBig || status == ErrorStatus::NoSuchName) && cells() > 1) {
        m_mostCells = cells() / 2;
        return;
    }
    const QString object = names ? m_columns.at(asked.at(index - 1)).last.toString() : QString();
    finish(Ending::AgentError,
        Failure(Failure::Kind::AgentError, {errorStatusName(answer.errorStatus), object, QString::number(index)}),
        index);
}

// An agent may cut an answer short: the columns that came short are behind, and go first.
void TableRead::take(const QList<qsizetype> &asked, VarBinds &&varBinds) {
    const qsizetype width = asked.size();
    QList<bool> left(width, false); // in this answer: what follows belongs to other columns
    VarBinds cells;
    cells.reserve(varBinds.size());
    for (qsizetype i = 0; i < varBinds.size(); ++i) {
        Column &column = m_columns[asked.at(i % width)];
        VarBind &varBind = varBinds[i];
        if (left.at(i % width))
            continue;
        if (varBind.value.type() == Value::Type::EndOfMibView || !varBind.oid.startsWith(column.oid)) {
            left[i % width] = column.isOver = true;
            continue;
        }
        if (varBind.oid <= column.last) {
            m_culprit = varBind.oid;
            const Failure failure(Failure::Kind::NotIncreasing, {varBind.oid.toString(), column.last.toString()});
            deliver(std::move(cells));
            return finish(Ending::NotIncreasing, failure);
        }
        if (m_plan.limit > 0 && m_taken == m_plan.limit) {
            deliver(std::move(cells));
            return finish(Ending::Limit, Failure(Failure::Kind::Limit, {u"%1 varbinds"_s.arg(m_plan.limit)}));
        }
        column.last = varBind.oid;
        ++column.rows;
        cells.append(std::move(varBind));
        ++m_taken;
    }
    deliver(std::move(cells));
}

} // namespace walkabout
