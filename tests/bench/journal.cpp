// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"
#include "core/trap/journalreader.h"
#include "tests/core/trap/maderecord.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

// A trap journal of many rows: makes it where it is not there yet, waits for its words to be indexed, then opens it
// anew several times. Prints the time to the first page of all and of a filter by word. usage: bench_journal FILE
// [ROWS]

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Page = 40; // rows of a large window
constexpr int Batch = 5'000;

void make(const QString &path, int rows) {
    Journal journal(path, {.rows = 0, .age = {}, .bytes = 0});
    journal.setLibrary(Library::empty()); // words are indexed once it is known what they are called
    QEventLoop loop;
    QObject::connect(&journal, &Journal::opened, &loop, &QEventLoop::quit);
    journal.open();
    loop.exec();
    QElapsedTimer clock;
    clock.start();
    quint32 last = 0;
    for (int at = 0; at < rows; at += Batch) {
        QList<TrapRecord> records;
        for (int i = 0; i < Batch; ++i) {
            records += madeRecord(at + i, u"192.0.2.%1"_s.arg(i % 200 + 1), char(i % 6 + 1));
            records.last().id = last = journal.number();
        }
        QEventLoop written;
        QObject::connect(&journal, &Journal::committed, &written, [&](quint32 row) {
            if (row >= last)
                written.quit();
        });
        journal.append(records);
        written.exec();
    }
    std::printf("made: %d rows in %.1f s\n", rows, double(clock.restart()) / 1e3);
    std::fflush(stdout);
    while (journal.indexed() < last) {
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
    }
    std::printf(
        "indexed: %.1f s, file of %.0f MB\n", double(clock.elapsed()) / 1e3, double(QFileInfo(path).size()) / 1e6);
}

/// From opening the file to a page of rows in hand, in milliseconds.
double firstPage(const QString &path, const QString &filter) {
    QElapsedTimer clock;
    clock.start();
    JournalReader reader(path);
    QEventLoop loop;
    bool asked = false;
    QObject::connect(&reader, &JournalReader::found, &loop, [&](quint64, const QList<quint32> &ids) {
        if (!std::exchange(asked, true))
            reader.fetch(ids.first(std::min<qsizetype>(ids.size(), Page)));
    });
    QObject::connect(&reader, &JournalReader::fetched, &loop, &QEventLoop::quit);
    reader.open();
    reader.find(TrapFilter::parse(filter, utcNow()), false);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2) {
        std::printf("usage: bench_journal FILE [ROWS]\n");
        return 2;
    }
    if (!QFileInfo::exists(words[1]))
        make(words[1], words.value(2, u"2000000"_s).toInt());
    for (const QString &filter : {QString(), u"event"_s, u"77777"_s, u"severity:major source:192.0.2.7"_s}) {
        std::printf("first page of “%s”:", qPrintable(filter));
        for (int i = 0; i < 5; ++i)
            std::printf(" %.1f", firstPage(words[1], filter));
        std::printf(" ms\n");
    }
    return 0;
}
