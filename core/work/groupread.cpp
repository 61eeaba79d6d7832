// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/groupread.h"

#include <QPointer>

namespace walkabout {

GroupRead::GroupRead(Engine &engine, Library::Pointer library, Query query, QList<Member> members, int atATime)
    : m_engine(engine)
    , m_library(std::move(library))
    , m_query(std::move(query))
    , m_atATime(std::max(1, atATime)) {
    qRegisterMetaType<GroupOutcome>();
    for (Member &member : members) {
        m_runs.push_back(std::make_unique<Run>());
        m_runs.back()->member = std::move(member);
    }
    QMetaObject::invokeMethod(this, &GroupRead::proceed, Qt::QueuedConnection);
}

GroupRead::~GroupRead() = default;

void GroupRead::proceed() {
    while (!m_isCancelled && m_running < m_atATime && m_next < m_runs.size()) {
        Run &run = *m_runs[m_next++];
        ++m_running;
        run.opening = std::make_unique<Opening>(m_engine, run.member.device, run.member.secrets, m_library);
        connect(run.opening.get(), &Opening::finished, this, [this, &run] { opened(run); });
    }
    if (m_running == 0 && (m_isCancelled || m_next >= m_runs.size()))
        QMetaObject::invokeMethod(this, &GroupRead::finished, Qt::QueuedConnection);
}

void GroupRead::opened(Run &run) {
    auto target = run.opening->take();
    run.opening.release()->deleteLater(); // its signal brought us here
    if (!target)
        return end(run, {{}, target.failure(), {}});
    run.target = *std::move(target);
    auto operation = m_query.begin(run.target->connection(), *m_library);
    if (!operation)
        return end(run, {{}, operation.failure(), {}});
    run.operation = *std::move(operation);
    connect(run.operation.get(), &Operation::batch, this,
        [this, &run](const VarBinds &varBinds) { emit batch(run.member.device, varBinds); });
    connect(run.operation.get(), &Operation::finished, this, [this, &run] {
        const Operation &done = *run.operation;
        const GroupOutcome outcome{done.ending(), done.failure(), done.figures()};
        run.operation.release()->deleteLater(); // its signal brought us here
        end(run, outcome);
    });
}

void GroupRead::end(Run &run, const GroupOutcome &outcome) {
    if (std::exchange(run.isOver, true))
        return;
    run.target.reset();
    const QPointer<GroupRead> self(this);
    emit ended(run.member.device, outcome);
    if (!self)
        return;
    --m_running;
    proceed();
}

void GroupRead::cancel() {
    if (std::exchange(m_isCancelled, true))
        return;
    for (size_t i = 0; i < m_next; ++i) {
        Run &run = *m_runs[i];
        if (run.operation)
            run.operation->cancel();
        else if (run.opening)
            run.opening->cancel();
    }
    if (m_running == 0)
        proceed();
}

} // namespace walkabout
