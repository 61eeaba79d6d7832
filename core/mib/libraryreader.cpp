// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/libraryreader.h"

#include "core/mib/librarycache.h"

#include <QtConcurrentRun>

namespace walkabout {

LibraryReader::LibraryReader(QString cacheFolder, QObject *parent)
    : QObject(parent)
    , m_cacheFolder(std::move(cacheFolder)) {}

LibraryReader::~LibraryReader() {
    cancel();
    for (QFuture<void> &run : m_runs)
        run.waitForFinished();
}

void LibraryReader::cancel() {
    if (m_cancelled)
        m_cancelled->store(true);
}

void LibraryReader::read(const Collection &collection) {
    cancel();
    m_runs.removeIf([](const QFuture<void> &run) { return run.isFinished(); });
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_reading = true;
    m_runs.append(QtConcurrent::run([this, collection, cancelled = m_cancelled] { work(collection, cancelled); }));
}

/// To the event loop, if this run still counts there.
template <class Call>
void LibraryReader::post(const Flag &cancelled, Call call) {
    QMetaObject::invokeMethod(
        this,
        [this, cancelled, call] {
            if (cancelled == m_cancelled)
                call();
        },
        Qt::QueuedConnection);
}

/// In a thread of the pool.
void LibraryReader::work(const Collection &collection, const Flag &cancelled) {
    const LibraryCache cache(m_cacheFolder, collection);
    const Library::Pointer known = cache.open();
    if (known)
        post(cancelled, [this, known] { emit arrived(known); });
    if (!cancelled->load() && !(known && cache.isCurrent(*known))) {
        // The window is told, but not of each of thousands of files.
        const auto progress = [this, cancelled](int done, int of) {
            if (done % 16 == 0 || done == of)
                post(cancelled, [this, done, of] { emit progressed(done, of); });
        };
        const LibraryCache::Refreshed fresh = cache.refresh(progress, cancelled.get());
        if (fresh.library)
            post(cancelled, [this, library = fresh.library] { emit arrived(library); });
        if (fresh.failure)
            post(cancelled, [this, failure = *fresh.failure] { emit notKept(failure); });
    }
    post(cancelled, [this] {
        m_reading = false;
        emit ended();
    });
}

} // namespace walkabout
