// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/journalrows.h"
#include "core/trap/journaltables.h"
#include "tests/cli/program.h"
#include "tests/core/trap/madeinform.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QUdpSocket>

#include <csignal>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int Slower = 5;
#else
constexpr int Slower = 1;
#endif

/// A tmpfs of this size, gone with the object.
class SmallDisk final {
public:
    SmallDisk(const Program &program, const QString &size)
        : m_program(program)
        , m_folder(program.folder(u"disk-"_s + size)) {
        m_isMounted = QDir().mkpath(m_folder)
            && run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size="_s + size, u"tmpfs"_s, m_folder});
    }
    ~SmallDisk() {
        if (m_isMounted)
            run(u"umount"_s, {u"-l"_s, m_folder});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    bool run(const QString &tool, const QStringList &words) const {
        return m_program.runOther(tool, words).status == 0;
    }

    const Program &m_program;
    QString m_folder;
    bool m_isMounted = false;
};

} // namespace

/// walkabout-cli traps under what a journal must outlive: killed in a storm of informs, on a disk that is full, on a
/// clock that someone sets back.
class TestTrapStorm final : public QObject {
    Q_OBJECT

private slots:
    /// WALKABOUT_KILLS: how often.
    void keepsEveryInformItAcknowledgedWhenKilled() {
        const QString path = m_program.folder(u"storm.sqlite"_s);
        const int kills
            = qEnvironmentVariableIsSet("WALKABOUT_KILLS") ? qEnvironmentVariableIntValue("WALKABOUT_KILLS") : 15;
        QRandomGenerator random(20'261'126);
        QSet<quint32> acknowledged;
        for (int round = 0; round < kills; ++round) {
            Listening receiver(m_program, {u"traps"_s, u"--json"_s, u"--journal"_s, path});
            QVERIFY2(receiver.isUp(), receiver.said().constData());
            storm(receiver, random.bounded(20, 400) * Slower, acknowledged);
            receiver.process().kill();
            QVERIFY(receiver.process().waitForFinished());
            drain(acknowledged);
        }
        qInfo("%d kills, %lld informs acknowledged of %u", kills, qint64(acknowledged.size()), m_next - 1);
        QVERIFY(acknowledged.size() > kills);
        const QList<TrapRecord> records = rows(path);
        QSet<quint32> kept;
        quint32 last = 0;
        for (const TrapRecord &record : records) {
            QVERIFY(record.id > last);
            last = record.id;
            QVERIFY(!record.notification.failure); // none is half
            kept.insert(quint32(record.notification.requestId));
        }
        acknowledged.subtract(kept);
        QVERIFY2(acknowledged.isEmpty(), qPrintable(u"%1 are missing"_s.arg(acknowledged.size())));
    }

    void goesOnThroughAFullDisk() {
        const SmallDisk disk(m_program, u"1536k"_s);
        if (!disk.isMounted())
            QSKIP("a small tmpfs cannot be mounted here: that needs the right to");
        const QString path = disk.folder() + u"/traps.sqlite"_s;
        const quint32 begin = m_next;
        QFile filler(disk.folder() + u"/filler"_s);
        {
            Listening receiver(m_program, {u"traps"_s, u"--json"_s, u"--journal"_s, path});
            QVERIFY2(receiver.isUp(), receiver.said().constData());
            QSet<quint32> acknowledged;
            storm(receiver, 200 * Slower, acknowledged);
            QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            while (filler.write(QByteArray(16'384, 'x')) > 0) {}
            const quint32 first = m_next;
            storm(receiver, 1'500, acknowledged);
            const auto isLate = [&](quint32 id) { return id >= first; };
            QByteArray said = receiver.said();
            const auto hasSaid = [&] {
                receiver.process().waitForReadyRead(10);
                said += receiver.process().readAllStandardError();
                return said.contains("full");
            };
            QTRY_VERIFY2(hasSaid(), said.constData());
            // What cannot be kept is not acknowledged.
            settle(acknowledged); // what was committed before
            const qsizetype before = acknowledged.size();
            storm(receiver, 300, acknowledged);
            settle(acknowledged);
            QCOMPARE(acknowledged.size(), before);
            filler.resize(0);
            QTRY_VERIFY_WITH_TIMEOUT((drain(acknowledged), acknowledged.size() > before), 10'000);
            // A sender whose answer got lost on the way asks again: that is one row still.
            const auto askAgain = [&] {
                for (quint32 id = begin; id < m_next; ++id) {
                    if (!acknowledged.contains(id))
                        m_socket.writeDatagram(madeInform(id), QHostAddress(QHostAddress::LocalHost), m_port);
                }
                QTest::qWait(100);
                drain(acknowledged);
                return acknowledged.size() == qsizetype(m_next - begin);
            };
            QTRY_VERIFY_WITH_TIMEOUT(askAgain(), 10'000);
            QVERIFY(std::ranges::any_of(acknowledged, isLate));
            receiver.process().terminate();
            QCOMPARE(Program::ended(receiver.process()).status, 0);
            QCOMPARE(rows(path).size(), acknowledged.size()); // all of them, each once
        }
    }

    /// More than memory may hold while the disk is full: what is beyond is a row that says how many.
    void countsWhatNeitherDiskNorMemoryHolds() {
        const SmallDisk disk(m_program, u"48m"_s);
        if (!disk.isMounted())
            QSKIP("a small tmpfs cannot be mounted here: that needs the right to");
        const QString path = disk.folder() + u"/traps.sqlite"_s;
        QFile filler(disk.folder() + u"/filler"_s);
        Listening receiver(m_program, {u"traps"_s, u"--json"_s, u"--journal"_s, path});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(16'384, 'x')) > 0) {}
        const auto port = receiver.address().section(u':', 1).toUShort();
        constexpr int Traps = 54'000;
        constexpr int Ahead = 2'000; // of what was received: the socket holds them
        qint64 printed = 0; // a line each, as they are received
        const auto receivedUpTo = [&](qint64 count) {
            printed += receiver.printed(printed < count ? 10 : 0).count('\n');
            return printed >= count;
        };
        for (int i = 0; i < Traps; ++i) {
            m_socket.writeDatagram(madeTrap(i), QHostAddress(QHostAddress::LocalHost), port);
            if (i % 200 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(receivedUpTo(i - Ahead), 10'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(receivedUpTo(Traps), 10'000);
        QTest::qWait(1'500 * Slower); // the journal has tried again since
        filler.resize(0);
        const auto counted = [&] {
            receiver.printed();
            qint64 rowsKept = 0;
            qint64 lost = 0;
            for (const TrapRecord &record : rows(path)) {
                rowsKept += record.lost > 0 ? 0 : 1;
                lost += qint64(record.lost);
            }
            m_lost = lost;
            return rowsKept + lost;
        };
        QTRY_COMPARE_WITH_TIMEOUT(counted(), qint64(Traps), 20'000);
        QVERIFY(m_lost > 0);
    }

    void staysInOrderWhenTheClockIsSetBack() {
        const QString library = fakeTime();
        if (library.isEmpty())
            QSKIP("libfaketime is not installed");
        const QString path = m_program.folder(u"clock.sqlite"_s);
        const QString clock = m_program.write(u"clock"_s, "+0\n");
        Program program;
        program.environment.insert(u"LD_PRELOAD"_s, library);
        program.environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, clock);
        const QString asan = program.environment.value(u"ASAN_OPTIONS"_s);
        program.environment.insert(
            u"ASAN_OPTIONS"_s, asan + (asan.isEmpty() ? u""_s : u":"_s) + u"verify_asan_link_order=0"_s);
        program.environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        program.environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        Listening receiver(program, {u"traps"_s, u"--json"_s, u"--journal"_s, path});
        QVERIFY2(receiver.isUp(), receiver.said().constData());
        QSet<quint32> acknowledged;
        send(receiver, acknowledged);
        m_program.write(u"clock"_s, "-3h\n");
        send(receiver, acknowledged);
        send(receiver, acknowledged);
        m_program.write(u"clock"_s, "+0\n");
        send(receiver, acknowledged);
        receiver.process().terminate();
        QCOMPARE(Program::ended(receiver.process()).status, 0);
        const QList<TrapRecord> records = rows(path);
        QCOMPARE(records.size(), 4); // no commit waited three hours
        for (qsizetype i = 0; i < records.size(); ++i) {
            QCOMPARE(records[i].id, quint32(i + 1)); // in the order of arrival
            QCOMPARE(quint32(records[i].notification.requestId), m_next - 4 + quint32(i));
        }
        const auto back = records[0].notification.time - records[1].notification.time;
        QVERIFY2(back > std::chrono::minutes(170) && back < std::chrono::minutes(190), "the clock was not set back");
        QVERIFY(records[3].notification.time > records[0].notification.time);
    }

private:
    /// Informs with at most 300 outstanding, for so many milliseconds.
    void storm(const Listening &receiver, int milliseconds, QSet<quint32> &acknowledged) {
        m_port = receiver.address().section(u':', 1).toUShort();
        QElapsedTimer clock;
        clock.start();
        qint64 outstanding = 0;
        while (!clock.hasExpired(milliseconds)) {
            for (; outstanding < 300; ++outstanding)
                m_socket.writeDatagram(madeInform(m_next++), QHostAddress(QHostAddress::LocalHost), m_port);
            m_socket.waitForReadyRead(5);
            receiver.printed();
            outstanding -= drain(acknowledged);
        }
    }
    void send(const Listening &receiver, QSet<quint32> &acknowledged) {
        const auto port = receiver.address().section(u':', 1).toUShort();
        const qsizetype before = acknowledged.size();
        m_socket.writeDatagram(madeInform(m_next++), QHostAddress(QHostAddress::LocalHost), port);
        QTRY_VERIFY((drain(acknowledged), acknowledged.size() == before + 1));
    }
    /// Until no more answers come.
    void settle(QSet<quint32> &acknowledged) {
        for (QElapsedTimer quiet; !quiet.isValid() || !quiet.hasExpired(500 * Slower);) {
            if (!quiet.isValid() || drain(acknowledged) > 0)
                quiet.start();
            m_socket.waitForReadyRead(20);
        }
    }
    qint64 drain(QSet<quint32> &acknowledged) {
        qint64 count = 0;
        while (m_socket.hasPendingDatagrams()) {
            QByteArray bytes(int(m_socket.pendingDatagramSize()), Qt::Uninitialized);
            m_socket.readDatagram(bytes.data(), bytes.size());
            if (const auto id = requestIdOf(bytes)) {
                acknowledged.insert(*id);
                ++count;
            }
        }
        return count;
    }
    static QList<TrapRecord> rows(const QString &path) {
        QList<TrapRecord> records;
        auto database = Database::open(path, Database::Mode::Read);
        if (!database || journaltables::check(**database))
            return records;
        JournalRows kept(**database);
        for (quint32 next = 1; next > 0;) {
            next = kept.from(next, 1'000, [&](const TrapRecord &record) { records += record; });
            next = next > 0 ? next + 1 : 0;
        }
        return records;
    }
    static QString fakeTime() {
        for (const QString &path : {u"/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"_s,
                 u"/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"_s}) {
            if (QFile::exists(path))
                return path;
        }
        return {};
    }

    Program m_program;
    QUdpSocket m_socket;
    quint32 m_next = 1; // request id
    quint16 m_port = 0;
    qint64 m_lost = 0;
};

QTEST_GUILESS_MAIN(TestTrapStorm)
#include "tst_trapstorm.moc"
