// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/database.h"
#include "core/trap/journal.h"
#include "core/trap/journalreader.h"
#include "tests/core/trap/maderecord.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace walkabout;
using namespace walkabout::test;

/// The trap journal on a real file: what is kept, for how long, and what becomes of a file that cannot be used.
class TestJournal final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"traps.sqlite"_s);
    }

    void showsTomorrowWhatCameToday() {
        {
            Journal journal(m_path);
            openAndAppend(journal, madeRecords(700));
        }
        const auto records = readAll();
        QCOMPARE(records.size(), 700);
        QCOMPARE(records.first().id, 700U); // the newest first
        QCOMPARE(records.first().notification.varBinds.first().value, Value::octets("event 700"));
        QCOMPARE(records.last().notification.bytes, madeTrap(1));
        Journal journal(m_path);
        openAndAppend(journal, madeRecords(1));
        QVERIFY(committed(journal, 701));
    }

    void isReadableByItsOwnerAlone() {
        Journal journal(m_path);
        openAndAppend(journal, madeRecords(1));
        QVERIFY(committed(journal, 1));
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s}) {
            const QFileInfo file(m_path + end);
            QVERIFY2(file.exists(), qPrintable(file.filePath()));
            const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QVERIFY2(!(file.permissions() & others), qPrintable(file.filePath()));
        }
    }

    void keepsWhatCouldNotBeReadWithItsReason() {
        TrapRecord bad;
        bad.notification.time = utcNow();
        bad.notification.peer.address = QHostAddress(u"192.0.2.9"_s);
        bad.notification.bytes = "no SNMP";
        bad.notification.failure = Failure(Failure::Kind::UnknownUser, {u"eve"_s});
        const auto lost = TrapRecord::ofLoss(utcNow(), QHostAddress(QHostAddress::AnyIPv4), 41, u"full"_s);
        Journal journal(m_path);
        openAndAppend(journal, {bad, lost});
        QVERIFY(committed(journal, 2));
        const auto records = readAll();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].notification.failure, bad.notification.failure);
        QCOMPARE(records[1].notification.bytes, bad.notification.bytes);
        QCOMPARE(records[0].lost, 41U);
    }

    void oneBoxDoesNotEvictTheOthers() {
        Journal journal(m_path, {.rows = 100, .age = {}, .bytes = 0});
        QList<TrapRecord> records = madeRecords(10); // of a quiet box
        for (int i = 0; i < 1'000; ++i)
            records += madeRecord(i, u"192.0.2.99"_s);
        openAndAppend(journal, records);
        QVERIFY(committed(journal, 1'010));
        QTRY_COMPARE(readAll().size(), 100);
        const auto left = readAll();
        const auto isQuiet
            = [](const TrapRecord &record) { return record.notification.source() == QHostAddress(u"192.0.2.1"_s); };
        QCOMPARE(std::ranges::count_if(left, isQuiet), 10);
        QCOMPARE(left.first().id, 1'010U); // of the loud one the latest stay
    }

    void letsOldRowsGo() {
        QList<TrapRecord> records = madeRecords(20);
        for (int i = 0; i < 15; ++i)
            records[i].notification.time -= std::chrono::hours(48);
        Journal journal(m_path, {.rows = 0, .age = std::chrono::hours(24), .bytes = 0});
        openAndAppend(journal, records);
        QVERIFY(committed(journal, 20));
        QTRY_COMPARE(readAll().size(), 5);
    }

    void goesOnCountingWhereAllRowsAreOld() {
        QList<TrapRecord> records = madeRecords(20);
        for (TrapRecord &record : records)
            record.notification.time -= std::chrono::hours(48);
        {
            Journal journal(m_path, {.rows = 0, .age = std::chrono::hours(24), .bytes = 0});
            openAndAppend(journal, records);
            QVERIFY(committed(journal, 20));
            QTRY_COMPARE(readAll().size(), 1);
        }
        Journal journal(m_path);
        QSignalSpy opened(&journal, &Journal::opened);
        journal.open();
        QVERIFY(opened.wait());
        QCOMPARE(journal.number(), 21U);
    }

    void staysWithinItsSize() {
        constexpr qint64 Limit = 3 << 20;
        Journal journal(m_path, {.rows = 0, .age = {}, .bytes = Limit});
        QList<TrapRecord> records = madeRecords(20'000);
        openAndAppend(journal, records);
        QVERIFY(committed(journal, 20'000));
        const auto used = [&] {
            auto database = Database::open(m_path, Database::Mode::Read);
            return (*database)->number("SELECT (SELECT page_count - freelist_count FROM pragma_page_count, "
                                       "pragma_freelist_count) * 4096");
        };
        QTRY_VERIFY_WITH_TIMEOUT(used() <= Limit, 20'000);
        const auto left = readAll();
        QVERIFY(left.size() > 1'000);
        QCOMPARE(left.first().id, 20'000U);
    }

    void setsADamagedFileAside() {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        Journal journal(m_path);
        QSignalSpy aside(&journal, &Journal::setAside);
        openAndAppend(journal, madeRecords(3));
        QVERIFY(committed(journal, 3));
        QCOMPARE(aside.size(), 1);
        const auto failure = *static_cast<const Failure *>(aside[0][0].constData());
        QCOMPARE(failure.kind(), Failure::Kind::Damaged);
        QFile kept(failure.arguments()[1]);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray(8192, 'x'));
        QCOMPARE(readAll().size(), 3);
    }

    void doesNotTouchANewerVersionsFile() {
        {
            Journal journal(m_path);
            openAndAppend(journal, madeRecords(1));
            QVERIFY(committed(journal, 1));
        }
        {
            auto database = Database::open(m_path, Database::Mode::Write);
            QCOMPARE((*database)->run("PRAGMA user_version=99"), 0);
        }
        Journal journal(m_path);
        QSignalSpy opened(&journal, &Journal::opened);
        journal.open();
        QVERIFY(opened.wait());
        QCOMPARE(journal.state().kind, JournalState::Kind::Unusable);
        QCOMPARE(journal.state().failure->kind(), Failure::Kind::NewerFile);
        QVERIFY(!journal.isWritten());
        QVERIFY(!journal.state().text().isEmpty());
    }

    void aSecondWriterSaysWhoHasIt() {
        Journal first(m_path);
        openAndAppend(first, madeRecords(1));
        QVERIFY(committed(first, 1));
        Journal second(m_path);
        QSignalSpy opened(&second, &Journal::opened);
        second.open();
        QVERIFY(opened.wait());
        QCOMPARE(second.state().kind, JournalState::Kind::InUse);
        QVERIFY(second.state().text().contains(QString::number(QCoreApplication::applicationPid())));
    }

    void closedItLetsAnotherProgramWrite() {
        Journal first(m_path);
        openAndAppend(first, madeRecords(2));
        first.close(); // and commits before
        QVERIFY(!first.isWritten());
        {
            Journal second(m_path);
            QVERIFY(QTest::qWaitFor([&] { // the first closes in its own time
                if (second.state().kind != JournalState::Kind::Opening && !second.isWritten())
                    second.open();
                return second.isWritten();
            }));
            openAndAppend(second, madeRecords(1));
            QVERIFY(committed(second, 3));
        }
        openAndAppend(first, madeRecords(1));
        QVERIFY(committed(first, 4));
        QCOMPARE(readAll().size(), 4);
    }

private:
    void openAndAppend(Journal &journal, QList<TrapRecord> records) {
        QSignalSpy opened(&journal, &Journal::opened);
        m_committed = std::make_unique<QSignalSpy>(&journal, &Journal::committed);
        journal.open();
        QVERIFY(opened.wait());
        QVERIFY2(journal.isWritten(), qPrintable(journal.state().text()));
        for (TrapRecord &record : records)
            record.id = journal.number();
        journal.append(records);
    }
    bool committed(Journal &journal, quint32 id) {
        Q_UNUSED(journal)
        return QTest::qWaitFor(
            [&] { return !m_committed->isEmpty() && m_committed->last()[0].toUInt() >= id; }, 20'000);
    }
    /// Every row, the newest first.
    QList<TrapRecord> readAll() const {
        JournalReader reader(m_path);
        QSignalSpy through(&reader, &JournalReader::wentThrough);
        QList<quint32> ids;
        connect(
            &reader, &JournalReader::found, &reader, [&](quint64, const QList<quint32> &more, bool) { ids += more; });
        reader.open();
        reader.find({}, false);
        if (!through.wait(20'000))
            return {};
        QSignalSpy fetched(&reader, &JournalReader::fetched);
        reader.fetch(ids);
        return fetched.wait(20'000) ? fetched[0][0].value<QList<TrapRecord>>() : QList<TrapRecord>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSignalSpy> m_committed;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
