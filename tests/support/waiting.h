// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/operation.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <ctime>

namespace walkabout::test {

/// A bound of time that holds in release is this much wider under the sanitizers (design 1).
#if defined(__SANITIZE_ADDRESS__)
constexpr int Slowdown = 10;
#else
constexpr int Slowdown = 1;
#endif

/// Runs the event loop until the operation has ended; false after ten seconds.
inline bool finishes(const Operation &operation, int milliseconds = 10'000) {
    if (operation.ending())
        return true;
    QEventLoop loop; // not QTest::qWaitFor: it sleeps 10 ms a turn
    bool ended = false;
    QObject::connect(&operation, &Operation::finished, &loop, [&] {
        ended = true;
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return ended;
}

/// Ticks every 5 ms while it lives and keeps the longest gap: what stood in the event loop's way.
class Ticker final {
public:
    Ticker() {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.restart());
            m_busiest = longestBusy();
            m_cpu = threadMilliseconds();
            ++m_ticks;
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(5);
    }
    [[nodiscard]] qint64 longestGap() const { return std::max(m_longest, m_since.elapsed()); }
    /// The most that this thread worked between two ticks: on a loaded machine the gap also holds what others did.
    [[nodiscard]] qint64 longestBusy() const { return std::max(m_busiest, threadMilliseconds() - m_cpu); }
    [[nodiscard]] int ticks() const { return m_ticks; }

private:
    static qint64 threadMilliseconds() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    qint64 m_cpu = threadMilliseconds();
    qint64 m_busiest = 0;
    int m_ticks = 0;
};

} // namespace walkabout::test
