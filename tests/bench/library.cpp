// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/librarycache.h"
#include "core/mib/search.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

// The figures of one MIB collection: a compilation from nothing, one after a file was added, opening what was compiled,
// searching, names of a million OIDs. Prints them; judges nothing. usage: bench_library MIB-FOLDER

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

qint64 statusKilobytes(const char *field) {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').front().toLongLong();
    return 0;
}

double milliseconds(const QElapsedTimer &clock) { return double(clock.nsecsElapsed()) / 1e6; }

void print(const char *what, double value, const char *unit) { std::printf("%-52s %10.2f %s\n", what, value, unit); }

void searchAll(const Library &library) {
    for (const QString &text : {u"ifInErrors"_s, u"status"_s, u"e"_s, u"tempera"_s, u"1.3.6.1.4.1.9"_s}) {
        QElapsedTimer clock;
        clock.start();
        SearchQuery query;
        query.text = text;
        qsizetype found = search(library, query).size();
        std::printf("  names and labels, %-33s %10.2f ms, %lld found, %lld MB resident\n", qPrintable(text),
            milliseconds(clock), static_cast<long long>(found),
            static_cast<long long>(statusKilobytes("VmRSS") / 1024));
    }
    for (const QString &text : {u"zebra"_s, u"temperature threshold"_s}) {
        QElapsedTimer clock;
        clock.start();
        SearchQuery query;
        query.text = text;
        query.part = SearchQuery::Descriptions;
        query.limit = 100'000;
        const qsizetype found = search(library, query).size();
        std::printf("  descriptions, %-37s %10.2f ms, %lld found\n", qPrintable(text), milliseconds(clock),
            static_cast<long long>(found));
    }
}

void nameMany(const Library &library) {
    std::vector<Oid> oids;
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same OIDs each time
    while (oids.size() < 1'000'000) {
        const NodeRef node = library.at(qsizetype(random() % quint32(library.nodeCount())));
        Oid oid = node.oid();
        for (quint32 instance = 1; instance <= 20 && oids.size() < 1'000'000; ++instance)
            oids.push_back(oid + instance);
    }
    QElapsedTimer clock;
    clock.start();
    qsizetype named = 0;
    for (const Oid &oid : oids)
        named += library.nearest(oid).index() > 0 ? 1 : 0;
    print("OID to node, one of 1,000,000", milliseconds(clock) * 1e3 / double(oids.size()), "us");
    std::printf("  (%lld named)\n", static_cast<long long>(named));
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication app(argc, argv);
    if (app.arguments().size() < 2) {
        std::fprintf(stderr, "usage: bench_library MIB-FOLDER [CACHE-FOLDER]\n");
        return 2;
    }
    const QTemporaryDir temporary;
    const QString folder = app.arguments().size() > 2 ? app.arguments().at(2) : temporary.path();
    const LibraryCache cache(folder, {{{app.arguments().at(1), Collection::User}}, {}});
    QElapsedTimer clock;
    clock.start();
    Library::Pointer library = cache.open();
    if (!library) {
        library = cache.refresh().library;
        print("compiled from nothing", milliseconds(clock), "ms");
        print("most memory", double(statusKilobytes("VmHWM")) / 1024, "MB");
    } else {
        print("opened", milliseconds(clock), "ms");
        clock.restart();
        qsizetype children = 0;
        for (NodeRef at = library->node({1, 3, 6, 1, 4, 1}); !at.isNull() && at.childCount() > 0; at = at.child(0))
            for (qsizetype row = 0; row < at.childCount(); ++row)
                children += at.child(row).name().size();
        print("enterprises expanded to its first leaf", milliseconds(clock), "ms");
        print("resident", double(statusKilobytes("VmRSS")) / 1024, "MB");
        print("  of it not of files", double(statusKilobytes("RssAnon")) / 1024, "MB");
        searchAll(*library);
        nameMany(*library);
        clock.restart();
        const bool current = cache.isCurrent(*library);
        print(current ? "sources compared: unchanged" : "sources compared: changed", milliseconds(clock), "ms");
        if (!current) {
            clock.restart();
            library = cache.refresh().library;
            print("compiled after a change", milliseconds(clock), "ms");
            print("most memory", double(statusKilobytes("VmHWM")) / 1024, "MB");
        }
    }
    std::printf("%lld modules, %lld nodes\n", static_cast<long long>(library->modules().size()),
        static_cast<long long>(library->nodeCount()));
    return 0;
}
