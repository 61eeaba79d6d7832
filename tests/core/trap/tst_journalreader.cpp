// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journal.h"
#include "core/trap/journalreader.h"
#include "tests/core/trap/maderecord.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;
using namespace walkabout::test;

/// What a filter line finds in a journal, and what comes while one looks.
class TestJournalReader final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_journal = std::make_unique<Journal>(m_folder.filePath(u"traps.sqlite"_s));
        QSignalSpy opened(m_journal.get(), &Journal::opened);
        m_journal->open();
        QVERIFY(opened.wait());
        QList<TrapRecord> records;
        for (int i = 1; i <= 1'000; ++i)
            records += madeRecord(i, u"192.0.2.1"_s);
        for (int i = 1'001; i <= 1'010; ++i)
            records += madeRecord(i, u"198.51.100.7"_s, 4); // linkUp
        TrapRecord unreadable = madeRecord(0);
        unreadable.notification.failure = Failure(Failure::Kind::UnknownUser, {u"eve"_s});
        records += unreadable;
        records += madeRecord(2'000);
        records.last().isHidden = true;
        append(records);
    }

    void findsByWordsAndFields_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing asked: all but the hidden") << u""_s << 1'011;
        QTest::newRow("hidden ones when asked") << u"is:hidden"_s << 1;
        QTest::newRow("a word from its beginning") << u"77"_s << 20; // 77, 770 to 779, and ten about interface 77
        QTest::newRow("two words") << u"event 1005"_s << 1;
        QTest::newRow("a word excluded") << u"source:198.51.100 -1005"_s << 9;
        QTest::newRow("an address in the text") << u"198.51.100.7"_s << 10;
        QTest::newRow("an expression") << u"/event 10{2}\\b/"_s << 1;
        QTest::newRow("a source") << u"source:198.51.100.7"_s << 10;
        QTest::newRow("a subnet") << u"source:198.51.100.0/24"_s << 10;
        QTest::newRow("a device's name") << u"source:core"_s << 10;
        QTest::newRow("a device's name of two words") << u"source:\"core switch\""_s << 10;
        QTest::newRow("not a source") << u"-source:core"_s << 1'001;
        QTest::newRow("a notification by its number") << u"name:1.3.6.1.6.3.1.1.5.4"_s << 10;
        QTest::newRow("a severity") << u"severity:normal"_s << 10;
        QTest::newRow("at least a severity") << u"severity:>=major"_s << 1'001;
        QTest::newRow("unreadable ones") << u"kind:unreadable"_s << 1;
        QTest::newRow("none is that young") << u"before:1h"_s << 0;
        QTest::newRow("all are") << u"after:1h"_s << 1'011;
    }
    void findsByWordsAndFields() {
        QFETCH(const QString, text);
        QFETCH(const int, count);
        const TrapFilter filter = TrapFilter::parse(text, utcNow());
        QVERIFY2(filter.problem().isEmpty(), qPrintable(filter.problem()));
        QCOMPARE(find(filter).size(), count); // the words stand in no index yet
        m_journal->setLibrary(Library::empty());
        QTRY_COMPARE_WITH_TIMEOUT(m_journal->indexed(), 1'012U, 20'000);
        const QList<quint32> found = find(filter);
        QCOMPARE(found.size(), count);
        QVERIFY(std::ranges::is_sorted(found, std::ranges::greater()));
    }

    void saysWhatItDoesNotUnderstand() {
        for (const QString &text : {u"severity:loud"_s, u"after:noon"_s, u"/(/"_s, u"kind:letter"_s})
            QVERIFY2(!TrapFilter::parse(text, utcNow()).problem().isEmpty(), qPrintable(text));
    }

    void countsEachKindOfEachSource() {
        JournalReader reader(m_journal->path());
        QSignalSpy summarised(&reader, &JournalReader::summarised);
        reader.open();
        reader.find(TrapFilter::parse(u"source:198.51.100.7"_s, utcNow()), true);
        QVERIFY(summarised.wait());
        const auto summary = summarised.last()[1].value<TrapSummary>();
        QCOMPARE(summary.groupCount, 10); // each about another interface
        QCOMPARE(summary.groups.first().source, u"198.51.100.7"_s);
        QCOMPARE(summary.groups.first().notification.toString(), u"1.3.6.1.6.3.1.1.5.4"_s);
        QCOMPARE(summary.groups.first().count, 1);
        quint32 inStrip = 0;
        for (const auto &part : summary.strip.parts)
            inStrip += part.at(size_t(Severity::Normal));
        QCOMPARE(inStrip, 10U);
    }

    void tellsNoSummaryToASearchThatWantsNone() {
        JournalReader reader(m_journal->path());
        QSignalSpy summarised(&reader, &JournalReader::summarised);
        QSignalSpy found(&reader, &JournalReader::found);
        reader.open();
        reader.find({}, true);
        QVERIFY(summarised.wait());
        append({madeRecord(3'002, u"203.0.113.9"_s)});
        QTRY_VERIFY(found.last()[2].toBool()); // its summary is due
        const quint64 number = reader.find(TrapFilter::parse(u"source:203.0.113.9"_s, utcNow()), false);
        QTest::qWait(500); // longer than a summary waits for more
        for (const QList<QVariant> &each : std::as_const(summarised))
            QVERIFY(each[0].toULongLong() != number);
    }

    void tellsWhatIsAddedSince() {
        JournalReader reader(m_journal->path());
        QSignalSpy through(&reader, &JournalReader::wentThrough);
        QSignalSpy found(&reader, &JournalReader::found);
        reader.open();
        reader.find(TrapFilter::parse(u"source:203.0.113.5"_s, utcNow()), false);
        QVERIFY(through.wait());
        QCOMPARE(found.size(), 0);
        append({madeRecord(3'000, u"203.0.113.5"_s), madeRecord(3'001)}); // it looks by itself
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][1].value<QList<quint32>>().size(), 1);
        QVERIFY(found[0][2].toBool());
    }

    void waitsForAFileThatIsNotThereYet() {
        const QString path = m_folder.filePath(u"later.sqlite"_s);
        JournalReader reader(path);
        QSignalSpy failed(&reader, &JournalReader::failed);
        QSignalSpy found(&reader, &JournalReader::found);
        reader.open();
        reader.find({}, false);
        QVERIFY(failed.wait());
        Journal journal(path); // another program's
        QSignalSpy opened(&journal, &Journal::opened);
        journal.open();
        QVERIFY(opened.wait());
        TrapRecord record = madeRecord(1);
        record.id = journal.number();
        journal.append({record});
        QTRY_COMPARE(found.size(), 1);
    }

private:
    void append(QList<TrapRecord> records) {
        for (TrapRecord &record : records)
            record.id = m_journal->number();
        QSignalSpy committed(m_journal.get(), &Journal::committed);
        m_journal->append(records);
        QTRY_VERIFY(!committed.isEmpty() && committed.last()[0].toUInt() >= records.last().id);
    }
    QList<quint32> find(const TrapFilter &filter) {
        JournalReader reader(m_journal->path());
        QSignalSpy through(&reader, &JournalReader::wentThrough);
        QList<quint32> ids;
        connect(
            &reader, &JournalReader::found, &reader, [&](quint64, const QList<quint32> &more, bool) { ids += more; });
        reader.setNames({{u"198.51.100.7"_s, u"Core switch"_s}});
        reader.open();
        reader.find(filter, false);
        return through.wait(20'000) ? ids : QList<quint32>();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
};

QTEST_GUILESS_MAIN(TestJournalReader)
#include "tst_journalreader.moc"
