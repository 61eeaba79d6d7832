// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/session.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include <sys/resource.h>

// Many devices polled in one process: each is asked for 20 objects every 10 seconds, their turns spread evenly. Prints
// what it costs of one core and the longest handler; judges nothing. usage: bench_devices PORT COMMUNITY [DEVICES]
// [SECONDS]; PORT is an agent's on loopback, in another process, which plays them all.

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Period = 10s;
constexpr quint32 Objects = 20;

std::chrono::nanoseconds cpu(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// The thread's own time from one wait of the event loop to the next: at least the longest handler.
class Longest final {
public:
    Longest() {
        QAbstractEventDispatcher *const loop = QAbstractEventDispatcher::instance();
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, loop, [this] {
            const auto now = cpu(CLOCK_THREAD_CPUTIME_ID);
            m_longest = std::max(m_longest, now - std::exchange(m_before, now));
        });
    }
    [[nodiscard]] double milliseconds() const { return double(m_longest.count()) / 1e6; }
    void forget() { m_longest = {}; }

private:
    std::chrono::nanoseconds m_before = cpu(CLOCK_THREAD_CPUTIME_ID);
    std::chrono::nanoseconds m_longest{0};
};

/// One device and what is asked of it.
class Polled final : public QObject {
public:
    Polled(Engine &engine, const Endpoint &endpoint, const Credential &credential)
        : m_session(engine, endpoint, credential, Bounds{1000ms, 5}) {
        connect(&m_timer, &QTimer::timeout, this, &Polled::ask);
        m_timer.setInterval(Period);
    }
    void ask() {
        if (!m_timer.isActive())
            m_timer.start();
        QList<Oid> objects;
        for (quint32 object = 0; object < Objects; ++object)
            objects.append(Oid{1, 3, 6, 1, 2, 1, 2, 2, 1} + (object / 2 + 1) + (10101 + object % 2));
        m_request = m_session.get(objects);
        connect(
            m_request.get(), &Request::finished, this, [this] { answered += m_request->ending() == Ending::Whole; });
        ++asked;
    }
    int asked = 0;
    int answered = 0;

private:
    Session m_session;
    std::unique_ptr<Request> m_request;
    QTimer m_timer;
};

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: bench_devices PORT COMMUNITY [DEVICES] [SECONDS]\n");
        return 2;
    }
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const int count = arguments.value(3, u"1000"_s).toInt();
    const auto lasts = std::chrono::seconds(arguments.value(4, u"30"_s).toInt());
    const Endpoint endpoint{Endpoint::Transport::Udp, true, u"127.0.0.1"_s, quint16(arguments.at(1).toUInt())};
    const Credential credential = Credential::community(Version::V2c, Secret(arguments.at(2).toUtf8()));
    Engine engine;
    std::vector<std::unique_ptr<Polled>> devices;
    for (int i = 0; i < count; ++i) {
        devices.push_back(std::make_unique<Polled>(engine, endpoint, credential));
        QTimer::singleShot(Period * i / count, devices.back().get(), &Polled::ask);
    }
    Longest longest;
    std::chrono::nanoseconds began{0};
    QTimer::singleShot(Period, &application, [&] { // all are open by then
        longest.forget();
        began = cpu(CLOCK_PROCESS_CPUTIME_ID);
    });
    QTimer::singleShot(Period + lasts, &application, [&] {
        const double share = double((cpu(CLOCK_PROCESS_CPUTIME_ID) - began).count()) / (double(lasts.count()) * 1e9);
        int asked = 0;
        int answered = 0;
        for (const auto &device : devices) {
            asked += device->asked;
            answered += device->answered;
        }
        std::printf("%d devices, %u objects each, every %lld s: %.2f %% of one core, longest handler %.2f ms, %d of %d "
                    "questions answered\n",
            count, Objects, static_cast<long long>(Period.count()), share * 100, longest.milliseconds(), answered,
            asked);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
