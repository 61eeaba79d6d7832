// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/opening.h"

#include "core/sim/responder.h"
#include "core/snmp/engine.h"
#include "core/work/query.h"
#include "tests/support/madelibrary.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <ctime>

using namespace walkabout;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};

bool writeFile(const QString &path, const QByteArray &text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// Out of order, so that it must be sorted too.
QByteArray largeRecording() {
    constexpr int Lines = 300'000;
    QByteArray text;
    for (int row = Lines; row > 0; --row)
        text += "1.3.6.1.4.1.32473.1." + QByteArray::number(row) + "|4|row " + QByteArray::number(row) + '\n';
    return text;
}

std::chrono::milliseconds processorTime() {
    std::timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec));
}

} // namespace

class TestOpening final : public QObject {
    Q_OBJECT

private slots:
    void playsARecordingAsADevice() {
        QTemporaryDir folder;
        Device device;
        device.kind = Device::Kind::Recording;
        device.recording = folder.filePath(u"a.snmprec"_s);
        QVERIFY(
            writeFile(device.recording, "1.3.6.1.2.1.1.5.0|4|switch\n1.3.6.1.2.1.1.7.0|2|72\n1.3.6.1.2.1.2.1.0|2|2\n"));
        const auto target = open(device);
        QVERIFY2(target.ok(), qPrintable(target.ok() ? QString() : target.failure().text()));
        QVERIFY((*target)->responder());
        QCOMPARE((*target)->device().id, device.id);

        Query query;
        query.verb = Verb::Walk;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        QCOMPARE(run(**target, query),
            (VarBinds{
                {systemGroup + Oid{5, 0}, Value::octets("switch")}, {systemGroup + Oid{7, 0}, Value::integer(72)}}));

        Query change;
        change.verb = Verb::Set;
        change.changes = {{systemGroup + Oid{5, 0}, Value::octets("renamed")}};
        (void)run(**target, change);
        query.verb = Verb::Get;
        query.objects = {u"1.3.6.1.2.1.1.5.0"_s};
        QCOMPARE(run(**target, query), (VarBinds{{systemGroup + Oid{5, 0}, Value::octets("renamed")}}));
    }

    void readsARecordingWrittenInNames() {
        const auto library = test::madeLibrary();
        QTemporaryDir folder;
        Device device;
        device.kind = Device::Kind::Recording;
        device.recording = folder.filePath(u"a.snmpwalk"_s);
        QVERIFY(
            writeFile(device.recording, "SNMPv2-MIB::sysName.0 = STRING: switch\nIF-MIB::ifNumber.0 = INTEGER: 2\n"));
        const auto target = open(device, library);
        QVERIFY(target.ok());
        Query query;
        query.objects = {u"1.3.6.1.2.1.1.5.0"_s};
        QCOMPARE(run(**target, query), (VarBinds{{systemGroup + Oid{5, 0}, Value::octets("switch")}}));
    }

    void opensTheDemoDevice() {
        Device device;
        device.kind = Device::Kind::Demo;
        device.version = Version::V3;
        const auto target = open(device);
        QVERIFY2(target.ok(), qPrintable(target.ok() ? QString() : target.failure().text()));
        Query query;
        query.verb = Verb::Next;
        query.objects = {u"1.3.6.1.2.1.1"_s};
        const VarBinds answer = run(**target, query);
        QCOMPARE(answer.size(), 1);
        QCOMPARE(answer.first().oid, systemGroup + Oid({1, 0}));
    }

    void saysWhyItCannotOpen() {
        Device live;
        live.endpoint.host = u"127.0.0.1"_s;
        QCOMPARE(open(live).failure().kind(), Failure::Kind::NoSecret);
        Device recording;
        recording.kind = Device::Kind::Recording;
        recording.recording = u"/nowhere/at/all.snmprec"_s;
        const auto unreadable = open(recording);
        QCOMPARE(unreadable.failure().kind(), Failure::Kind::File);
        QVERIFY2(unreadable.failure().text().contains(recording.recording), qPrintable(unreadable.failure().text()));
    }

    void leavesTheEventLoopAloneWhileALargeRecordingIsRead() {
        const Device device = recorded(largeRecording());
        Opening opening(m_engine, device, {}, nullptr);
        const test::Ticker ticker;
        const auto before = processorTime();
        QVERIFY(finishes(opening));
        const auto spent = processorTime() - before;
        QVERIFY2(ticker.ticks() >= 5, qPrintable(QString::number(ticker.ticks())));
        QVERIFY2(spent < 100ms * test::Slowdown, qPrintable(QString::number(spent.count())));
        const auto target = opening.take();
        QVERIFY(target.ok());
        Query query;
        query.objects = {u"1.3.6.1.4.1.32473.1.150000"_s};
        QCOMPARE(
            run(**target, query), (VarBinds{{Oid{1, 3, 6, 1, 4, 1, 32473, 1, 150000}, Value::octets("row 150000")}}));
    }

    void isSilentWhenDeletedAtAnyTime() {
        const Device device = recorded(largeRecording());
        auto opening = std::make_unique<Opening>(m_engine, device, Secrets{}, test::madeLibrary());
        QSignalSpy finished(opening.get(), &Opening::finished);
        opening.reset(); // before it began
        opening = std::make_unique<Opening>(m_engine, device, Secrets{}, test::madeLibrary());
        connect(opening.get(), &Opening::finished, this, [] { QFAIL("a deleted opening told its end"); });
        QTest::qWait(1); // one turn of the loop: it reads now
        QVERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
        opening.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000)); // its library is held until then
        QCoreApplication::processEvents();
        QVERIFY(finished.isEmpty());
    }

    void endsOnceWhenCancelled() {
        Opening opening(m_engine, recorded(largeRecording()), {}, nullptr);
        QSignalSpy finished(&opening, &Opening::finished);
        QTest::qWait(1); // one turn of the loop: it reads now
        opening.cancel();
        opening.cancel();
        QVERIFY(finished.isEmpty()); // never inside the call
        QVERIFY(finishes(opening));
        QCOMPARE(opening.take().failure().kind(), Failure::Kind::Cancelled);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }

    void mayBeDeletedByWhoeverHearsOfItsEnd() {
        Device device;
        device.kind = Device::Kind::Demo;
        auto *opening = new Opening(m_engine, device, {}, nullptr);
        bool heard = false;
        connect(opening, &Opening::finished, this, [opening, &heard] {
            delete opening;
            heard = true;
        });
        QTRY_VERIFY(heard);
    }

private:
    static bool finishes(const Opening &opening) { return QSignalSpy(&opening, &Opening::finished).wait(30'000); }

    Result<std::unique_ptr<Target>> open(const Device &device, Library::Pointer library = {}) {
        Opening opening(m_engine, device, {}, std::move(library));
        if (!finishes(opening))
            return Failure(Failure::Kind::Timeout);
        return opening.take();
    }

    Device recorded(const QByteArray &text) {
        Device device;
        device.kind = Device::Kind::Recording;
        device.recording = m_folder.filePath(u"recorded.snmprec"_s);
        if (!writeFile(device.recording, text))
            device.recording.clear();
        return device;
    }

    static VarBinds run(Target &target, const Query &query) {
        VarBinds found;
        auto operation = query.begin(target.connection(), *Library::empty());
        if (!operation)
            return found;
        QSignalSpy finished(operation->get(), &Operation::finished);
        QObject::connect(
            operation->get(), &Operation::batch, operation->get(), [&found](const VarBinds &batch) { found += batch; });
        if (!finished.wait(5000) || (*operation)->ending() != Ending::Whole)
            return {};
        return found;
    }

    QTemporaryDir m_folder;
    Engine m_engine;
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
