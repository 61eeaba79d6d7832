// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QThread>

#include <memory>

namespace walkabout {

/// A QObject with an event loop of its own: owns both, and reaches the object by queued calls alone. At the end it is
/// closed in its thread, behind all calls made before.
template <class Worker>
class WorkerThread final {
public:
    WorkerThread(std::unique_ptr<Worker> worker, const QString &name)
        : m_worker(std::move(worker)) {
        m_thread.setObjectName(name);
        m_worker->moveToThread(&m_thread);
    }
    ~WorkerThread() {
        call([](Worker &worker) {
            worker.close();
            worker.moveToThread(nullptr);
            QThread::currentThread()->quit(); // from here: a loop that was told to end leaves calls behind
        });
        m_thread.wait();
    }
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Once its signals are connected.
    void start() { m_thread.start(); }
    /// For connecting.
    [[nodiscard]] Worker *get() const { return m_worker.get(); }
    template <class Call>
    void call(Call call) {
        Worker *worker = m_worker.get();
        QMetaObject::invokeMethod(
            worker, [worker, call = std::move(call)] { call(*worker); }, Qt::QueuedConnection);
    }

private:
    std::unique_ptr<Worker> m_worker;
    QThread m_thread;
};

} // namespace walkabout
