// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mib/library.h"
#include "core/work/target.h"

#include <QFutureWatcher>

namespace walkabout {

class AgentData;

/// A target being opened (design 3.2), owned by whoever wants it. A recording is read and put in order on the pool; the
/// responder and the sessions are made in the event loop. Begins by itself, ends with exactly one queued finished(),
/// and can be deleted at any time: then what is still being read is thrown away. The engine outlives it.
class Opening final : public QObject {
    Q_OBJECT

public:
    /// The library names the objects of a recording that is written in names; it is held while that is read.
    Opening(Engine &engine, Device device, Secrets secrets, Library::Pointer library, QObject *parent = nullptr);
    ~Opening() override;

    /// Ends it with the failure Cancelled, unless it has ended.
    void cancel();
    /// Once, after finished(): the target, or why there is none: a missing secret, an unreadable recording.
    [[nodiscard]] Result<std::unique_ptr<Target>> take() { return std::move(m_outcome).value(); }

signals:
    void finished();

private:
    struct Agent {
        std::unique_ptr<AgentData> data;
        QList<Recording::BadLine> badLines;
    };
    static void readRecording(QPromise<Result<Agent>> &promise, const QString &path, const Library::Pointer &library);

    void begin(const Library::Pointer &library);
    void serve(Result<Agent> agent);
    void connectTo(Device device, const Secrets &secrets, Target::Played played);
    void end(Result<std::unique_ptr<Target>> outcome);

    Engine &m_engine;
    Device m_device;
    Secrets m_secrets;
    QFutureWatcher<Result<Agent>> m_reading;
    std::optional<Result<std::unique_ptr<Target>>> m_outcome;
};

} // namespace walkabout
