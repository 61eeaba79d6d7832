// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace walkabout {

/// The newest of a row of jobs on threads of its own, so that reading modules holds up none: starting one cancels the
/// one before, whose outcome is dropped. Its owner waits, when it goes, for what was cancelled.
template <class Outcome>
class PoolRun final {
public:
    using Job = std::function<Outcome(const std::atomic<bool> &cancelled)>;

    PoolRun() { m_pool.setMaxThreadCount(2); }
    ~PoolRun() { cancel(); }
    PoolRun(const PoolRun &) = delete;
    PoolRun &operator=(const PoolRun &) = delete;

    /// done is called from the event loop, never inside start().
    void start(Job job, std::function<void(const Outcome &)> done) {
        cancel();
        m_cancelled = std::make_shared<std::atomic<bool>>(false);
        m_watcher = std::make_unique<QFutureWatcher<Outcome>>();
        QObject::connect(
            m_watcher.get(), &QFutureWatcherBase::finished, m_watcher.get(), [this, then = std::move(done)] {
                QFutureWatcher<Outcome> *ended = m_watcher.release(); // then() may start the next one
                ended->deleteLater();
                then(ended->result());
            });
        const auto promise = std::make_shared<QPromise<Outcome>>();
        m_watcher->setFuture(promise->future());
        m_pool.start([promise, run = std::move(job), cancelled = m_cancelled] {
            promise->start();
            promise->addResult(run(*cancelled));
            promise->finish();
        });
    }
    void cancel() {
        if (m_cancelled)
            m_cancelled->store(true, std::memory_order_relaxed);
        m_watcher.reset();
    }
    [[nodiscard]] bool isRunning() const { return m_watcher != nullptr; }

private:
    QThreadPool m_pool;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::unique_ptr<QFutureWatcher<Outcome>> m_watcher;
};

} // namespace walkabout
