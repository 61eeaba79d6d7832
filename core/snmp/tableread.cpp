// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/tableread.h"

#include "core/snmp/exchange_p.h"
#include "core/snmp/session.h"

namespace walkabout {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype Cells = 60; // about what an unfragmented answer of 1,400 octets holds
} // namespace

TableRead::TableRead(Session *session, TablePlan plan, Scope scope)
    : m_session(session)
    , m_exchange(std::make_unique<Exchange>(static_cast<Asker &>(*this), m_figures))
    , m_plan(std::move(plan))
    , m_scope(std::move(scope))
    , m_peer(session->endpoint().toString())
    , m_cells(Cells) {
    for (const Oid &column : std::as_const(m_plan.columns))
        m_columns.append({column, column, false});
    connect(
        session, &QObject::destroyed, this, [this] { end(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer})); });
    beginSoon();
}

TableRead::~TableRead() = default;

void TableRead::begin() { ask(); }

void TableRead::cancel() {
    m_exchange->cancel();
    abandon();
}

qsizetype TableRead::mostAsked() const {
    return std::max<qsizetype>(1, m_cells / 2); // the question must fit as well
}

void TableRead::ask() {
    m_asked.clear();
    VarBinds names;
    for (qsizetype i = 0; i < m_columns.size() && m_asked.size() < mostAsked(); ++i) {
        const qsizetype at = (m_turn + i) % m_columns.size();
        if (m_columns.at(at).isOver)
            continue;
        m_asked.append(at);
        names.append({m_columns.at(at).last, Value()});
    }
    if (m_asked.isEmpty())
        return end(Ending::Whole);
    const bool isBulk = m_session->version() != Version::V1;
    Message question = m_session->question(isBulk ? Pdu::GetBulk : Pdu::GetNext, std::move(names), m_scope);
    question.maxRepetitions
        = int(std::clamp<qsizetype>(m_cells / m_asked.size(), 1, std::max(1, m_plan.maxRepetitions)));
    m_exchange->ask(*m_session, std::move(question));
}

void TableRead::tried(int attempt, int of) {
    const bool isNews = attempt > 1 || !m_saidTry;
    m_saidTry = attempt == 1;
    if (isNews)
        announceTry(attempt, of);
}

void TableRead::unanswered(Ending ending, const Failure &failure) { end(ending, failure); }

void TableRead::answered(Message &&answer) {
    if (answer.errorStatus != 0)
        return refusedBy(answer);
    if (answer.varBinds.isEmpty())
        return end(Ending::Malformed, Failure(Failure::Kind::Malformed, {m_peer, u"an answer without varbinds"_s}));
    take(std::move(answer.varBinds));
}

void TableRead::refusedBy(const Message &answer) {
    const auto status = ErrorStatus(answer.errorStatus);
    const int index = answer.errorIndex;
    const bool names = index >= 1 && index <= m_asked.size();
    if (status == ErrorStatus::NoSuchName
        && (names || m_asked.size() == 1)) { // v1: this column is over, the others are asked again
        m_columns[m_asked.at(names ? index - 1 : 0)].isOver = true;
        return ask();
    }
    if ((status == ErrorStatus::TooBig || status == ErrorStatus::NoSuchName) && m_cells > 1) {
        m_cells /= 2;
        return ask();
    }
    const QString object = names ? m_columns.at(m_asked.at(index - 1)).last.toString() : QString();
    end(Ending::AgentError,
        Failure(Failure::Kind::AgentError, {errorStatusName(answer.errorStatus), object, QString::number(index)}),
        index);
}

void TableRead::take(VarBinds &&varBinds) {
    const qsizetype width = m_asked.size();
    QList<bool> left(width, false); // in this answer: what follows belongs to other columns
    VarBinds cells;
    cells.reserve(varBinds.size());
    for (qsizetype i = 0; i < varBinds.size(); ++i) {
        Column &column = m_columns[m_asked.at(i % width)];
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
            return end(Ending::NotIncreasing, failure);
        }
        if (m_plan.limit > 0 && m_taken == m_plan.limit) {
            deliver(std::move(cells));
            return end(Ending::Limit, Failure(Failure::Kind::Limit, {u"%1 varbinds"_s.arg(m_plan.limit)}));
        }
        column.last = varBind.oid;
        cells.append(std::move(varBind));
        ++m_taken;
    }
    // An agent may cut an answer short: what came short, or did not fit into the question, goes first.
    const bool wasShort = varBinds.size() < width;
    m_turn = wasShort ? m_asked.at(varBinds.size()) : (m_asked.last() + 1) % m_columns.size();
    deliver(std::move(cells));
    ask();
}

} // namespace walkabout
