// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowtest.h"

#include <QElapsedTimer>
#include <QPushButton>

#include <algorithm>
#include <cstdio>

// From the click on "Try the demo switch" to its interfaces painted as a table; the window opens anew for each run.
// usage: bench_demo [RUNS]

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

/// Notes when the table was painted with rows in it.
class PaintWatch final : public QObject {
public:
    [[nodiscard]] bool isDone() const { return m_done; }
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Paint && !m_done) {
            const auto *view = qobject_cast<QTableView *>(watched->parent());
            const bool isTable = view && view->accessibleName() == u"Table view";
            m_done = isTable && view->isVisible() && view->model() && view->model()->rowCount() >= 24;
        }
        return false;
    }

private:
    bool m_done = false;
};

class DemoBench final : public WindowTest {
public:
    /// Milliseconds; negative: it never came.
    qint64 run() {
        openWindow();
        PaintWatch watch;
        qApp->installEventFilter(&watch);
        QElapsedTimer clock;
        clock.start();
        named<QPushButton>(u"Try the demo switch"_s)->click();
        while (!watch.isDone() && clock.elapsed() < Patience)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        const qint64 taken = watch.isDone() ? clock.elapsed() : -1;
        closeWindow();
        return taken;
    }
};

} // namespace

int main(int argc, char **argv) {
    const QApplication application(argc, argv);
    const int runs = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 7;
    DemoBench bench;
    std::vector<qint64> taken;
    for (int run = 0; run < runs; ++run)
        taken.push_back(bench.run());
    std::ranges::sort(taken);
    std::printf("demo table after the click: median %lld ms of %d (from %lld to %lld; 2000 are promised)\n",
        static_cast<long long>(taken[taken.size() / 2]), runs, static_cast<long long>(taken.front()),
        static_cast<long long>(taken.back()));
    return taken.front() < 0 ? 1 : 0;
}
