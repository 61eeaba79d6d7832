// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/failure.h"
#include "core/mib/collection.h"
#include "core/mib/library.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <memory>

namespace walkabout {

/// Brings the library to an event loop: what was compiled last at once, then, if sources have changed, what is made of
/// them now. All work is done on the pool; the earlier library is in use meanwhile. Owned by the program; deleting it
/// cancels.
class LibraryReader final : public QObject {
    Q_OBJECT

public:
    explicit LibraryReader(QString cacheFolder, QObject *parent = nullptr);
    ~LibraryReader() override;

    /// Begins anew; one that still runs is cancelled.
    void read(const Collection &collection);
    /// Ends without a new library.
    void cancel();
    [[nodiscard]] bool isReading() const { return m_reading; }

signals:
    void arrived(const walkabout::Library::Pointer &library);
    /// Files done and files in all; while something is compiled.
    void progressed(int done, int of);
    /// The library is in use, but its file could not be written.
    void notKept(const walkabout::Failure &failure);
    /// Once for each read() that was not followed by another.
    void ended();

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    template <class Call>
    void post(const Flag &cancelled, Call call);
    void work(const Collection &collection, const Flag &cancelled);

    QString m_cacheFolder;
    Flag m_cancelled; // of the run that counts
    QList<QFuture<void>> m_runs;
    bool m_reading = false;
};

} // namespace walkabout
