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

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

#if defined(__SANITIZE_ADDRESS__)
constexpr int Slower = 10;
#else
constexpr int Slower = 1;
#endif

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

    void threeThousandAreOpenAtOnce() {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        QVERIFY2(files.rlim_cur > 3100, "the system allows too few open files");
        const Ticker ticker;
        ask(3000, Credential::community(Version::V2c, Secret("public")));
        QCOMPARE(m_whole, 3000);
        // Of this thread's own work: the gap also holds what the agent and a loaded machine did.
        qInfo("longest gap %lld ms, busiest %lld ms", ticker.longestGap(), ticker.longestBusy());
        QVERIFY2(ticker.longestBusy() < 250 * Slower, qPrintable(QString::number(ticker.longestBusy())));
    }

    // One credential for all of them: its keys are made once, and not in the event loop (design 3.4).
    void fiveHundredOfVersion3CostTheLoopLittle() {
        const auto before = threadTime();
        ask(500, Snmpd::sha256aes());
        const auto cost = std::chrono::duration_cast<std::chrono::milliseconds>(threadTime() - before);
        QCOMPARE(m_whole, 500);
        qInfo("500 sessions of SNMPv3: %lld ms of the event loop", static_cast<long long>(cost.count()));
        QVERIFY2(cost < 100ms * Slower, qPrintable(QString::number(cost.count())));
    }

private:
    static std::chrono::nanoseconds threadTime() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }
    /// Opens them all, each asks once; those that are answered count.
    void ask(int count, const Credential &credential) {
        m_whole = 0;
        int ended = 0;
        std::vector<std::unique_ptr<Session>> sessions;
        std::vector<std::unique_ptr<Request>> requests;
        QEventLoop loop;
        for (int i = 0; i < count; ++i) {
            sessions.push_back(std::make_unique<Session>(m_engine, m_agent->endpoint(), credential, Bounds{3000ms, 8}));
            requests.push_back(sessions.back()->get({sysName}));
            connect(requests.back().get(), &Request::finished, &loop, [&, i] {
                m_whole += requests[size_t(i)]->ending() == Ending::Whole;
                if (++ended == count)
                    loop.quit();
            });
        }
        QTimer::singleShot(60s, &loop, &QEventLoop::quit);
        loop.exec();
    }

    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
    int m_whole = 0;
};

QTEST_GUILESS_MAIN(TestManySessions)
#include "tst_manysessions.moc"
