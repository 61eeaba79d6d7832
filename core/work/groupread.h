// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/work/interfacereader.h"
#include "core/work/opening.h"
#include "core/work/query.h"

#include <QPointer>

#include <deque>
#include <vector>

namespace walkabout {

/// How one device's part of a group read ended.
struct GroupOutcome {
    std::optional<Ending> ending; // nullopt: it did not begin, and the failure says why
    std::optional<Failure> failure;
    Figures figures;
    Oid lastOid; // as the operation's
};

/// One query to several devices, so many at a time: each streams by itself, and one that is dead delays none but those
/// that wait for its place. Begins by itself; every device ends once, those that never began included, then the group
/// with one queued finished(). Owned by whoever asked; deleting it cancels silently. The engine outlives it.
class GroupRead final : public QObject {
    Q_OBJECT

public:
    struct Member {
        Device device;
        Secrets secrets;
    };
    static constexpr int AtATime = 64;

    /// Opens each device itself, when its turn has come.
    GroupRead(Engine &engine, Library::Pointer library, Query query, QList<Member> members, int atATime = AtATime);
    /// Who asks has the devices open, or opens them: each takes a place from when its connection is supplied.
    GroupRead(Library::Pointer library, Query query, const QList<Device> &devices, int atATime = AtATime);
    ~GroupRead() override;

    /// The connection of a device that waits for it, or why there is none. Once it goes, the device ends Closed.
    void supply(const QUuid &device, Result<Connection *> connection);
    /// Devices that it opens itself are asked what they call their interfaces before anything else. At once, or never.
    void readInterfaces() { m_readsInterfaces = true; }
    /// nullptr: they were not asked for, or not yet.
    [[nodiscard]] InterfaceNames::Pointer interfacesOf(const QUuid &device) const;
    /// What runs and what waits ends Cancelled.
    void cancel();

signals:
    /// From the event loop; any slot may delete this.
    void batch(const walkabout::Device &device, const QList<walkabout::VarBind> &varBinds);
    void ended(const walkabout::Device &device, const walkabout::GroupOutcome &outcome);
    void finished();

private:
    struct Run {
        Member member;
        QPointer<Connection> supplied;
        std::unique_ptr<Opening> opening;
        std::unique_ptr<Target> target;
        std::unique_ptr<InterfaceReader> interfaces; // of the target
        InterfaceNames::Pointer names;
        std::unique_ptr<Operation> operation;
        bool hasPlace = false;
        bool isOver = false;
    };
    void proceed();
    void open(Run &run);
    void opened(Run &run);
    void askNames(Run &run);
    void begin(Run &run, Connection *connection);
    void end(Run &run, const GroupOutcome &outcome);
    void endSoon(Run &run, const GroupOutcome &outcome);

    Engine *m_engine = nullptr; // nullptr: connections are supplied
    Library::Pointer m_library;
    Query m_query;
    int m_atATime;
    std::vector<std::unique_ptr<Run>> m_runs;
    std::deque<Run *> m_ready; // for a place
    int m_running = 0;
    size_t m_over = 0;
    bool m_readsInterfaces = false;
    bool m_isCancelled = false;
};

} // namespace walkabout

Q_DECLARE_METATYPE(walkabout::GroupOutcome)
