// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

// A table of 1,000,000 cells in its grid, interfaces by name: filled, then scrolled a page at a time and to random
// places; prints milliseconds a page, painting included. usage: bench_grid [ROWS]; needs a display or offscreen.

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Columns = 20;

void print(const char *what, std::vector<double> times) {
    std::ranges::sort(times);
    std::printf("%-24s median %6.2f ms   99 of 100 within %6.2f ms   longest %6.2f ms\n", what, times[times.size() / 2],
        times[times.size() * 99 / 100], times.back());
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    const quint32 rows = argc > 1 ? QByteArray(argv[1]).toUInt() : 1'000'000 / Columns;
    const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    const Library::Pointer library
        = compileLibrary({{{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
    auto names = std::make_shared<InterfaceNames>();
    for (quint32 row = 1; row <= rows; ++row) {
        names->addName(row, u"Gi1/0/%1"_s.arg(row));
        names->addAlias(row, u"to rack %1"_s.arg(row));
    }
    ResultStore store;
    TableResult grid(store, entry.parent());
    grid.setLibrary(library);
    grid.setInterfaces(names);
    grid.resize(1300, 700);
    grid.show();
    QElapsedTimer clock;
    clock.start();
    for (quint32 column = 1; column <= Columns; ++column) {
        VarBinds batch;
        for (quint32 row = 1; row <= rows; ++row)
            batch.append({entry + Oid{column, row},
                column == 2 ? Value::octets("GigabitEthernet1/0/" + QByteArray::number(row)) : Value::counter32(row)});
        store.append(batch);
    }
    QEventLoop loop;
    QObject::connect(&grid.model(), &TableModel::settled, &loop, &QEventLoop::quit);
    if (!grid.model().isSettled())
        loop.exec();
    std::printf("%u rows, %u cells in after %lld ms\n", rows, rows * Columns, static_cast<long long>(clock.elapsed()));

    auto *view = grid.findChild<PinnedTable *>();
    QScrollBar *bar = view->verticalScrollBar();
    const auto scroll = [&](int to) {
        QElapsedTimer page;
        page.start();
        bar->setValue(to);
        for (QTableView *each : {static_cast<QTableView *>(view), view->findChild<QTableView *>()})
            each->viewport()->repaint();
        return double(page.nsecsElapsed()) / 1e6;
    };
    std::vector<double> pages;
    for (int i = 0; i < 500; ++i)
        pages.push_back(scroll(bar->value() + bar->pageStep()));
    print("a page further", std::move(pages));
    std::vector<double> jumps;
    for (int i = 0; i < 300; ++i)
        jumps.push_back(scroll(int(qint64(i) * 7919 % 300 * bar->maximum() / 300)));
    print("somewhere else", std::move(jumps));
    for (const int column : {0, 1}) {
        clock.restart();
        grid.model().sort(column, Qt::DescendingOrder);
        if (!grid.model().isSettled())
            loop.exec();
        std::printf("sorted by %s in %lld ms\n", qPrintable(grid.model().column(column).title),
            static_cast<long long>(clock.elapsed()));
    }
    return 0;
}
