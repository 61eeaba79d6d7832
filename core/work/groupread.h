// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/opening.h"
#include "core/work/query.h"

#include <vector>

namespace walkabout {

/// How one device's part of a group read ended.
struct GroupOutcome {
    std::optional<Ending> ending; // nullopt: it did not begin, and the failure says why
    std::optional<Failure> failure;
    Figures figures;
};

/// One query to several devices, so many at a time: each streams by itself, and one that is dead delays none but those
/// that wait for its place. Begins by itself; every device ends once, then the group with one queued finished(). Owned
/// by whoever asked; deleting it cancels silently. The engine outlives it.
class GroupRead final : public QObject {
    Q_OBJECT

public:
    struct Member {
        Device device;
        Secrets secrets;
    };
    static constexpr int AtATime = 64;

    GroupRead(Engine &engine, Library::Pointer library, Query query, QList<Member> members, int atATime = AtATime);
    ~GroupRead() override;

    /// What runs ends Cancelled, what waits does not begin.
    void cancel();

signals:
    /// From the event loop; any slot may delete this.
    void batch(const walkabout::Device &device, const QList<walkabout::VarBind> &varBinds);
    void ended(const walkabout::Device &device, const walkabout::GroupOutcome &outcome);
    void finished();

private:
    struct Run {
        Member member;
        std::unique_ptr<Opening> opening;
        std::unique_ptr<Target> target;
        std::unique_ptr<Operation> operation;
        bool isOver = false;
    };
    void proceed();
    void opened(Run &run);
    void begin(Run &run);
    void end(Run &run, const GroupOutcome &outcome);

    Engine &m_engine;
    Library::Pointer m_library;
    Query m_query;
    int m_atATime;
    std::vector<std::unique_ptr<Run>> m_runs;
    size_t m_next = 0;
    int m_running = 0;
    bool m_isCancelled = false;
};

} // namespace walkabout

Q_DECLARE_METATYPE(walkabout::GroupOutcome)
