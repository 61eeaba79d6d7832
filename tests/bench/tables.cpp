// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/snmp/engine.h"
#include "core/store/connection.h"
#include "core/work/query.h"
#include "core/work/tablejoin.h"
#include "tests/support/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <chrono>
#include <cstdio>
#include <map>
#include <set>

// ifTable with ifXTable joined, read as a table's tab reads them; prints, tab-separated, milliseconds until the first
// rows, until the first whole row and until all, the requests, the varbinds, how it ended, and the moments of the first
// rows and of the first whole row by the system's monotonic clock, in seconds.
// usage: bench_tables PORT COMMUNITY; tables.py starts the device.

using namespace walkabout;
using namespace Qt::StringLiterals;

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const Library::Pointer library
        = compileLibrary({{{QStringLiteral(WALKABOUT_SOURCE_DIR "/mibs"), Collection::Shipped}}});
    Engine engine;
    Device device;
    device.endpoint = *Endpoint::parse(u"127.0.0.1:%1"_s.arg(QString::fromLocal8Bit(argv[1])));
    const auto connection = Connection::open(engine, device, {Secret(argv[2]), {}, {}, {}});
    Query query;
    query.verb = Verb::Table;
    query.objects = {u"IF-MIB::ifTable"_s};
    for (const NodeRef &column : joinedColumns(*library, library->named(u"ifXEntry").first().oid()))
        query.joined.append(column.oid().toString());

    QElapsedTimer clock;
    clock.start();
    const auto operation = query.begin(**connection, *library);
    if (!operation)
        return 1;
    double first = 0;
    double whole = 0;
    double firstMoment = 0;
    double wholeMoment = 0;
    std::map<Oid::Part, std::set<Oid>> rows;
    QObject::connect(operation->get(), &Operation::batch, &application, [&](const VarBinds &varBinds) {
        const double now = double(clock.nsecsElapsed()) / 1e6;
        const double moment
            = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
        if (first == 0) {
            first = now;
            firstMoment = moment;
        }
        for (const VarBind &each : varBinds) {
            rows[each.oid.last()].insert(each.oid.parent());
        }
        if (whole == 0 && rows.begin()->second.size() >= size_t(22 + query.joined.size())) {
            whole = now;
            wholeMoment = moment;
        }
    });
    if (!test::finishes(**operation, 120'000))
        return 1;
    std::printf("%.2f\t%.2f\t%.2f\t%d\t%lld\t%s\t%.6f\t%.6f\n", first, whole, double(clock.nsecsElapsed()) / 1e6,
        (*operation)->figures().requests, static_cast<long long>((*operation)->figures().varBinds),
        qPrintable(endingName(*(*operation)->ending())), firstMoment, wholeMoment);
    return 0;
}
