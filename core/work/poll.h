// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/session.h"
#include "core/work/counterrate.h"
#include "core/work/resultstore.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace walkabout {

/// A table as one cycle of a Poll read it, whole. Never changes: the reading before it is kept beside it.
struct PollReading {
    ResultStore store; // column by column as they came, instances of the discontinuity's column among them
    ReadTime time;
    UtcMicroseconds when;
    Oid discontinuity; // the column that tells when a row's counters began anew; empty: none is read
    Figures figures; // of this cycle
};

/// A table read every so often on one session, with sysUpTime.0 before each reading. The first two are LeastInterval
/// apart: no one waits long for the first rate. A reading that takes longer than the interval delays the next, and none
/// overlap. One that fails is told, and the next is tried: only cancel() and the
/// session's end put an end to it. Its batches stay its own; made by core/work/query, owned by whoever began it.
class Poll final : public Operation {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds LeastInterval{1000};
    struct Plan {
        TablePlan table;
        Scope scope;
        Oid discontinuity; // read with the table where the device has it; empty: none
        std::chrono::milliseconds interval{5000};
    };

    Poll(Session &session, Plan plan);
    ~Poll() override;
    void cancel() override;

    /// Counted from the latest reading's beginning; under LeastInterval it is that.
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

signals:
    void read(const std::shared_ptr<const walkabout::PollReading> &reading);
    /// A cycle ended otherwise than whole: what it had read is let go.
    void missed(walkabout::Ending ending, const walkabout::Failure &failure);

private:
    void begin() override;
    void startCycle();
    void readTable();
    void watch();
    void upTimeEnded();
    void tableEnded();
    void miss(const Operation &ended);
    void wait(std::chrono::milliseconds interval);
    void count(const Figures &figures);

    QPointer<Session> m_session;
    QString m_peer; // for the failure, once the session is gone
    Plan m_plan;
    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    Monotonic::time_point m_started; // the latest cycle
    bool m_hasRead = false;
    bool m_seeksDiscontinuity = false; // its column is another table's, and was not met yet
    std::shared_ptr<PollReading> m_reading; // of the cycle that runs
    std::unique_ptr<Operation> m_running;
    bool m_hasUpTime = true; // until the device says it has none
};

} // namespace walkabout

Q_DECLARE_METATYPE(std::shared_ptr<const walkabout::PollReading>)
