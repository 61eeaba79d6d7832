// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/groupread.h"

#include <algorithm>

namespace walkabout {

namespace {

GroupOutcome notBegun(const Failure &failure) {
    const bool isCancelled = failure.kind() == Failure::Kind::Cancelled;
    return {isCancelled ? std::optional(Ending::Cancelled) : std::nullopt, failure, {}, {}};
}

} // namespace

GroupRead::GroupRead(Engine &engine, Library::Pointer library, Query query, QList<Member> members, int atATime)
    : m_engine(&engine)
    , m_library(std::move(library))
    , m_query(std::move(query))
    , m_atATime(std::max(1, atATime)) {
    qRegisterMetaType<GroupOutcome>();
    for (Member &member : members) {
        m_runs.push_back(std::make_unique<Run>());
        m_runs.back()->member = std::move(member);
        m_ready.push_back(m_runs.back().get());
    }
    QMetaObject::invokeMethod(this, &GroupRead::proceed, Qt::QueuedConnection);
}

GroupRead::GroupRead(Library::Pointer library, Query query, const QList<Device> &devices, int atATime)
    : m_library(std::move(library))
    , m_query(std::move(query))
    , m_atATime(std::max(1, atATime)) {
    qRegisterMetaType<GroupOutcome>();
    for (const Device &device : devices) {
        m_runs.push_back(std::make_unique<Run>());
        m_runs.back()->member.device = device;
    }
    QMetaObject::invokeMethod(this, &GroupRead::proceed, Qt::QueuedConnection);
}

GroupRead::~GroupRead() = default;

void GroupRead::supply(const QUuid &device, Result<Connection *> connection) {
    const auto found
        = std::ranges::find_if(m_runs, [&device](const auto &run) { return run->member.device.id == device; });
    if (m_isCancelled || found == m_runs.end() || (*found)->isOver || (*found)->hasPlace
        || std::ranges::find(m_ready, found->get()) != m_ready.end())
        return;
    Run &run = **found;
    if (!connection) {
        endSoon(run, notBegun(connection.failure()));
        return;
    }
    run.supplied = *connection;
    m_ready.push_back(&run);
    QMetaObject::invokeMethod(this, &GroupRead::proceed, Qt::QueuedConnection);
}

void GroupRead::proceed() {
    while (!m_isCancelled && m_running < m_atATime && !m_ready.empty()) {
        Run &run = *m_ready.front();
        m_ready.pop_front();
        run.hasPlace = true;
        ++m_running;
        if (m_engine)
            open(run);
        else
            begin(run, run.supplied);
    }
    if (m_runs.empty())
        QMetaObject::invokeMethod(this, &GroupRead::finished, Qt::QueuedConnection);
}

void GroupRead::open(Run &run) {
    run.opening = std::make_unique<Opening>(*m_engine, run.member.device, run.member.secrets, m_library);
    connect(run.opening.get(), &Opening::finished, this, [this, &run] { opened(run); });
}

void GroupRead::opened(Run &run) {
    auto target = run.opening->take();
    run.opening.release()->deleteLater(); // its signal brought us here
    if (!target)
        return end(run, notBegun(target.failure()));
    run.target = *std::move(target);
    if (m_readsInterfaces)
        askNames(run);
    else
        begin(run, &run.target->connection());
}

// Names that cannot be read delay its answers and take nothing from them.
void GroupRead::askNames(Run &run) {
    run.interfaces = std::make_unique<InterfaceReader>(run.target->connection());
    connect(run.interfaces.get(), &InterfaceReader::settled, this, [this, &run] {
        run.names = run.interfaces->names();
        run.interfaces.release()->deleteLater(); // its signal brought us here
        begin(run, &run.target->connection());
    });
    run.interfaces->want(Refers::BridgePort); // and of interfaces
}

InterfaceNames::Pointer GroupRead::interfacesOf(const QUuid &device) const {
    const auto found = std::ranges::find_if(m_runs, [&](const auto &run) { return run->member.device.id == device; });
    return found == m_runs.end() ? nullptr : (*found)->names;
}

void GroupRead::begin(Run &run, Connection *connection) {
    if (!connection)
        return endSoon(run, {Ending::Closed, Failure(Failure::Kind::Closed, {run.member.device.label()}), {}, {}});
    auto operation = m_query.begin(*connection, *m_library);
    if (!operation)
        return endSoon(run, notBegun(operation.failure()));
    run.operation = *std::move(operation);
    connect(run.operation.get(), &Operation::batch, this,
        [this, &run](const VarBinds &varBinds) { emit batch(run.member.device, varBinds); });
    connect(run.operation.get(), &Operation::finished, this, [this, &run] {
        const Operation &done = *run.operation;
        const GroupOutcome outcome{done.ending(), done.failure(), done.figures(), done.lastOid()};
        run.operation.release()->deleteLater(); // its signal brought us here
        end(run, outcome);
    });
}

void GroupRead::endSoon(Run &run, const GroupOutcome &outcome) {
    QMetaObject::invokeMethod(
        this, [this, &run, outcome] { end(run, outcome); }, Qt::QueuedConnection);
}

void GroupRead::end(Run &run, const GroupOutcome &outcome) {
    if (std::exchange(run.isOver, true))
        return;
    run.interfaces.reset();
    run.target.reset();
    m_running -= run.hasPlace;
    ++m_over;
    if (m_over == m_runs.size())
        QMetaObject::invokeMethod(this, &GroupRead::finished, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(this, &GroupRead::proceed, Qt::QueuedConnection);
    emit ended(run.member.device, outcome); // the last: a slot may delete this
}

void GroupRead::cancel() {
    if (std::exchange(m_isCancelled, true))
        return;
    for (const auto &run : m_runs) {
        if (run->operation)
            run->operation->cancel();
        else if (run->opening)
            run->opening->cancel();
        else if (!run->isOver)
            endSoon(*run, notBegun(Failure(Failure::Kind::Cancelled)));
    }
}

} // namespace walkabout
