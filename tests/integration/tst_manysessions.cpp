// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/session.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"

#include <sys/resource.h>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int Turn = 50; // sessions opened in one visit of the loop
constexpr int Outstanding = 150; // the agent's socket holds a few more questions, and loses what comes beyond
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

} // namespace

/// Thousands of sessions in one event loop, against a real snmpd in another process.
class TestManySessions final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    // One credential for all of them: its keys are made once, and not in the event loop (design 3.4). Before the
    // others: what thousands of sessions leave in the heap costs whoever allocates next. The least of three: what else
    // the machine does only adds.
    void fiveHundredOfVersion3CostTheLoopLittle() {
        auto cost = std::chrono::milliseconds::max();
        qint64 busy = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            ask(500, Snmpd::sha256aes());
            QCOMPARE(m_whole, 500);
            cost = std::min(cost, std::chrono::duration_cast<std::chrono::milliseconds>(m_cost));
            busy = std::min(busy, m_busy);
        }
        qInfo("500 sessions of SNMPv3: %lld ms of the event loop, busiest %lld ms", qint64(cost.count()), busy);
        QVERIFY2(cost < 100ms * Slowdown, qPrintable(QString::number(cost.count())));
        QVERIFY2(busy < 20 * Slowdown, qPrintable(QString::number(busy))); // between two ticks stand two pieces of 10
    }

    void threeThousandAreOpenAtOnce() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        QVERIFY2(files.rlim_cur > 3100, "the system allows too few open files");
        ask(3000, Credential::community(Version::V2c, Secret("public")));
        QCOMPARE(m_whole, 3000);
        // Of this thread's own work: the gap also holds what the agent and a loaded machine did.
        qInfo("longest gap %lld ms, busiest %lld ms", m_gap, m_busy);
        QVERIFY2(m_busy < 50 * Slowdown, qPrintable(QString::number(m_busy)));
    }

private:
    static std::chrono::nanoseconds threadTime() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }
    /// Opens them all, a few in each turn of the loop and no more than the agent has room for; each asks once, and
    /// stays open. Those that are answered count.
    void ask(int count, const Credential &credential) {
        const auto before = threadTime();
        m_whole = 0;
        int ended = 0;
        std::vector<std::unique_ptr<Session>> sessions;
        std::vector<std::unique_ptr<Request>> requests;
        QEventLoop loop;
        QTimer opening;
        const auto open = [&] {
            const int i = int(sessions.size());
            sessions.push_back(std::make_unique<Session>(m_engine, m_agent->endpoint(), credential, Bounds{3000ms, 8}));
            requests.push_back(sessions.back()->get({sysName}));
            connect(requests.back().get(), &Request::finished, &loop, [&, i] {
                m_whole += requests[size_t(i)]->ending() == Ending::Whole;
                if (++ended == count)
                    loop.quit();
                else if (int(sessions.size()) < count)
                    opening.start(0);
            });
        };
        connect(&opening, &QTimer::timeout, &loop, [&] {
            const int upTo = std::min(count, ended + Outstanding);
            for (int i = 0; i < Turn && int(sessions.size()) < upTo; ++i)
                open();
            if (int(sessions.size()) == upTo)
                opening.stop();
        });
        opening.start(0);
        QTimer::singleShot(60s, &loop, &QEventLoop::quit);
        const Ticker ticker;
        loop.exec();
        m_cost = threadTime() - before; // of opening and asking them; they close behind it
        m_gap = ticker.longestGap();
        m_busy = ticker.longestBusy();
    }

    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
    int m_whole = 0;
    std::chrono::nanoseconds m_cost{0};
    qint64 m_gap = 0; // ms
    qint64 m_busy = 0; // ms
};

QTEST_GUILESS_MAIN(TestManySessions)
#include "tst_manysessions.moc"
