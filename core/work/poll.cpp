// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/poll.h"

#include <algorithm>

namespace walkabout {

namespace {

const Oid sysUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};

} // namespace

Poll::Poll(Session &session, Plan plan)
    : m_session(&session)
    , m_peer(session.endpoint().toString())
    , m_plan(std::move(plan))
    , m_interval(std::max(m_plan.interval, LeastInterval)) {
    QList<Oid> &columns = m_plan.table.columns;
    m_seeksDiscontinuity = !m_plan.discontinuity.isEmpty() && !columns.contains(m_plan.discontinuity);
    if (m_seeksDiscontinuity)
        columns.insert(std::ranges::upper_bound(columns, m_plan.discontinuity), m_plan.discontinuity);
    m_plan.table.limit = 0; // a part of a table would look as if rows had vanished
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Poll::startCycle);
    connect(&session, &QObject::destroyed, this, [this] {
        m_timer.stop();
        end(Ending::Closed, Failure(Failure::Kind::Closed, {m_peer}));
    });
    beginSoon();
}

Poll::~Poll() = default;

void Poll::cancel() {
    m_timer.stop();
    if (abandon())
        m_running.reset();
}

void Poll::setInterval(std::chrono::milliseconds interval) {
    m_interval = std::max(interval, LeastInterval);
    if (m_timer.isActive())
        wait(m_interval);
}

void Poll::begin() { startCycle(); }

void Poll::startCycle() {
    if (hasEnded() || !m_session)
        return;
    m_started = Monotonic::now();
    m_reading = std::make_shared<PollReading>();
    m_reading->discontinuity = m_plan.discontinuity;
    if (!m_hasUpTime)
        return readTable();
    m_running = m_session->get({sysUpTime}, m_plan.scope);
    connect(m_running.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        if (varBinds.first().value.type() == Value::Type::TimeTicks)
            m_reading->time.upTime = quint32(varBinds.first().value.toUnsigned());
    });
    connect(m_running.get(), &Operation::finished, this, &Poll::upTimeEnded);
    watch();
}

void Poll::watch() {
    connect(m_running.get(), &Operation::trying, this, [this](int attempt, int of) { announceTry(attempt, of); });
}

void Poll::upTimeEnded() {
    // An operation may be deleted inside its own signal.
    const std::unique_ptr<Operation> ended = std::move(m_running);
    count(ended->figures());
    const bool isRefused = ended->ending() == Ending::AgentError; // in v1: there is no such name
    if (ended->ending() != Ending::Whole && !isRefused)
        return miss(*ended);
    m_hasUpTime = m_reading->time.upTime.has_value();
    if (m_session)
        readTable();
}

void Poll::readTable() {
    m_reading->time.at = Monotonic::now();
    m_reading->when = utcNow();
    m_running = m_session->table(m_plan.table, m_plan.scope);
    connect(m_running.get(), &Operation::batch, this, [this](const VarBinds &varBinds) {
        m_reading->store.append(varBinds);
        m_seeksDiscontinuity = m_seeksDiscontinuity && std::ranges::none_of(varBinds, [this](const VarBind &each) {
            return each.oid.startsWith(m_plan.discontinuity);
        });
    });
    connect(m_running.get(), &Operation::finished, this, &Poll::tableEnded);
    watch();
}

void Poll::tableEnded() {
    const std::unique_ptr<Operation> ended = std::move(m_running);
    count(ended->figures());
    if (ended->ending() != Ending::Whole)
        return miss(*ended);
    if (m_seeksDiscontinuity && m_reading->store.size() > 0) {
        m_seeksDiscontinuity = false;
        m_plan.table.columns.removeOne(m_plan.discontinuity); // the device has none
        m_plan.discontinuity = {};
    }
    wait(std::exchange(m_hasRead, true) ? m_interval : LeastInterval);
    emit read(std::exchange(m_reading, nullptr));
}

void Poll::count(const Figures &figures) {
    for (Figures *each : {&m_figures, &m_reading->figures}) {
        each->varBinds += figures.varBinds;
        each->addMessages(figures);
        each->elapsed += figures.elapsed;
        each->roundTrip = figures.roundTrip;
    }
}

void Poll::miss(const Operation &ended) {
    const Ending ending = ended.ending().value_or(Ending::Closed);
    const Failure failure = ended.failure().value_or(Failure(Failure::Kind::Closed, {m_peer}));
    m_reading.reset();
    if (!m_session || ending == Ending::Closed)
        return end(Ending::Closed, failure);
    wait(m_interval);
    emit missed(ending, failure);
}

// What came too late for its turn is not made up for.
void Poll::wait(std::chrono::milliseconds interval) {
    const auto left = m_started + interval - Monotonic::now();
    m_timer.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), std::chrono::milliseconds(0)));
}

} // namespace walkabout
