// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultexport.h"
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"
#include "ui/query/resultlist.h"
#include "ui/query/resultmodel.h"
#include "ui/query/treemodel.h"
#include "ui/query/treeview.h"
#include "ui/shared/poolrun.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QTemporaryDir>

#include <cstdio>

// A result of a million varbinds as the window has it: arriving at full speed with the list open and a filter typed
// meanwhile, then filtered, sorted, opened as a tree and exported. Prints how long each took and the event loop's
// longest gap beside that of an idle control. usage: bench_results [VARBINDS]

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Batch = 500; // varbinds, of a few answers

double residentBytes() {
    QFile file(u"/proc/self/statm"_s);
    (void)file.open(QIODevice::ReadOnly);
    return double(file.readAll().split(' ').value(1).toLongLong()) * 4096;
}

// A table by columns, as a walk brings it: numbers, counters and texts for each row.
VarBinds batch(int from, int of) {
    static const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    static constexpr std::array<Oid::Part, 4> columns = {2, 5, 10, 16};
    const int rows = of / int(columns.size());
    VarBinds varBinds;
    varBinds.reserve(Batch);
    for (int i = from; i < qMin(from + Batch, of); ++i) {
        const auto number = quint32(i % rows) * 2654435761U;
        const Oid::Part column = columns.at(size_t(i / rows));
        varBinds.append({entry + column + Oid::Part(i % rows + 1),
            column == 2       ? Value::octets("port-" + QByteArray::number(number % 1000))
                : column == 5 ? Value::gauge32(number)
                              : Value::counter32(number)});
    }
    return varBinds;
}

/// Runs the loop until it says so; what it took, and the loop's longest gap meanwhile.
template <class Begin, class Done>
void measure(const char *what, Begin begin, Done done) {
    const Ticker ticker;
    QElapsedTimer clock;
    clock.start();
    begin();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    look.start(1);
    if (!done())
        loop.exec();
    std::printf("%-34s %6lld ms, longest gap %4lld ms, busiest %4lld ms of CPU\n", what,
        static_cast<long long>(clock.elapsed()), static_cast<long long>(ticker.longestGap()),
        static_cast<long long>(ticker.longestBusy()));
    std::fflush(stdout);
}

/// Whether a signal came since it was made.
template <class Object, class Signal>
std::function<bool()> heard(const Object &object, Signal signal) {
    auto came = std::make_shared<bool>(false);
    QObject::connect(&object, signal, &object, [came] { *came = true; });
    return [came] { return *came; };
}

void pass(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void exportAs(const ResultModel &model, const QString &file) {
    ResultExport wanted;
    wanted.file = file;
    wanted.format = ResultExport::formatOf(file);
    wanted.library = model.describe().library();
    wanted.parts.append({u"bench"_s, ResultSnapshot(model.store()), model.times(), {u"whole"_s, {}, {}, true}});
    PoolRun<ResultExport::Outcome> run;
    std::atomic<qint64> count = 0;
    bool ended = false;
    measure(
        qPrintable(u"export as "_s + file.section(u'.', -1)),
        [&] {
            run.start([wanted, &count](const std::atomic<bool> &stop) { return wanted.write(stop, count); },
                [&](const ResultExport::Outcome &) { ended = true; });
        },
        [&] { return ended; });
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    const int rows = QCoreApplication::arguments().value(1, u"1000000"_s).toInt();
    const Library::Pointer library = madeLibrary();
    ResultStore store;
    ResultModel model(store, Describe(library));
    ResultList list;
    list.resize(1000, 700);
    list.showModel(&model);
    list.show();
    pass(500);
    measure(
        "idle control, 2 s", [] {}, [clock = [] {
            QElapsedTimer t;
            t.start();
            return t;
        }()] { return clock.elapsed() > 2000; });

    const double before = residentBytes();
    QTimer arriving;
    QObject::connect(&arriving, &QTimer::timeout, &store, [&] {
        store.append(batch(store.size(), rows));
        if (store.size() == rows)
            arriving.stop();
    });
    measure(
        "arriving", [&] { arriving.start(0); }, [&] { return model.rowCount() == rows; });
    pass(500);
    std::printf("resident: %.1f bytes a varbind above the empty window, of which the store %.1f\n",
        (residentBytes() - before) / rows, double(store.memory()) / rows);

    const auto filter = [&](const char *what, const QString &text) {
        const auto caughtUp = heard(model, &ResultModel::caughtUp);
        measure(
            what, [&] { model.setFilter(ResultFilter::parse(text)); }, caughtUp);
    };
    filter("filter: a word", u"port-77"_s);
    filter("filter: a number", u"4711"_s);
    filter("filter: ifInOctets>4000000000", u"ifInOctets>4000000000"_s);
    filter("filter: /expression/", u"/port-7[0-4]$/"_s);
    filter("filter: type:counter -port", u"type:counter -port"_s);
    filter("filter cleared", {});
    const auto sort = [&](const char *what, int column, Qt::SortOrder order) {
        const auto sorted = heard(model, &ResultModel::sorted);
        measure(
            what, [&] { list.horizontalHeader()->setSortIndicator(column, order); }, sorted);
    };
    sort("sort by value", ResultRows::ValueText, Qt::AscendingOrder);
    sort("sort by value, down", ResultRows::ValueText, Qt::DescendingOrder);
    sort("sort by type", ResultRows::Type, Qt::AscendingOrder);
    sort("sort by name, down", ResultRows::Name, Qt::DescendingOrder);
    sort("back to OID order", -1, Qt::AscendingOrder);

    TreeModel tree(model);
    TreeView view;
    view.resize(1000, 700);
    view.showTree(&tree);
    view.show();
    pass(200);
    measure(
        "tree: made", [&] { tree.setActive(true); }, [&] { return tree.rowCount() > 4; });
    measure(
        "tree: all opened", [&] { view.openAll(true); }, [&] { return tree.rowCount() > rows; });
    measure(
        "tree: scrolled to the end", [&] { view.scrollToBottom(); }, [] { return true; });
    measure(
        "tree: an object closed", [&] { tree.toggle(3); }, [] { return true; });

    const QTemporaryDir folder(QDir::currentPath() + u"/bench-XXXXXX"_s); // on a disk
    for (const auto &suffix : {u"csv"_s, u"jsonl"_s, u"snmprec"_s, u"snmpwalk"_s})
        exportAs(model, folder.filePath(u"result."_s + suffix));

    ResultStore second;
    ResultModel typed(second, Describe(library));
    ResultList typedList;
    typedList.resize(1000, 700);
    typedList.showModel(&typed);
    typedList.show();
    pass(200);
    QTimer again;
    QObject::connect(&again, &QTimer::timeout, &second, [&] {
        second.append(batch(second.size(), rows));
        if (second.size() == rows)
            again.stop();
    });
    for (int letter = 1; letter <= 7; ++letter)
        QTimer::singleShot(300 * letter, &typed,
            [&typed, letter] { typed.setFilter(ResultFilter::parse(u"port-77"_s.first(letter))); });
    const auto settled = [&] { return second.size() == rows && !again.isActive() && typed.isCaughtUp(); };
    measure(
        "arriving, a filter typed meanwhile", [&] { again.start(0); }, settled);
    return 0;
}
