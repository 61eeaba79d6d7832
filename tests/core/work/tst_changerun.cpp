// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/changerun.h"

#include "core/snmp/engine.h"
#include "core/work/opening.h"
#include "core/work/rowstatus.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid sysLocation{1, 3, 6, 1, 2, 1, 1, 6, 0};
const Oid snmpSetSerialNo{1, 3, 6, 1, 6, 3, 1, 1, 6, 1, 0};

} // namespace

/// A sheet on its way to a device and back.
class TestChangeRun final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(test::testModule()); }

    void init() {
        m_agent = std::make_unique<test::FakeAgent>(m_engine);
        m_connection = connectionTo(*m_agent, Version::V2c);
        m_sheet = std::make_unique<ChangeSheet>();
    }

    void severalChangesAreOneSetThatIsReadBack() {
        m_agent->objects[sysName] = Value::octets("was");
        m_sheet->put({sysName, Value::octets("core7")}, Value::octets("was"));
        m_sheet->put({sysLocation, Value::octets("attic")});
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Made);
        QCOMPARE(m_agent->changes, 1);
        QList<Pdu> asked;
        for (const Message &question : std::as_const(m_agent->asked))
            asked << question.pdu;
        QCOMPARE(asked, (QList<Pdu>{Pdu::Get, Pdu::Set, Pdu::Get}));
        QCOMPARE(run->done().size(), 2);
        QCOMPARE(run->done().first().outcome, DoneChange::Outcome::Made);
        QCOMPARE(run->done().first().before, Value::octets("was"));
        QCOMPARE(run->done().first().after, Value::octets("core7"));
        QVERIFY(m_sheet->isEmpty());
        QVERIFY(!m_sheet->isSending());
        QCOMPARE(run->readBack().size(), 2);
    }

    void anotherValueThanTheSheetWasMadeWithIsSaidBeforeAnythingIsSent() {
        m_agent->objects[sysName] = Value::octets("someone else's");
        m_sheet->put({sysName, Value::octets("core7")}, Value::octets("was"));
        QCOMPARE(finished()->ending(), ChangeRun::End::Moved);
        QCOMPARE(m_agent->changes, 0);
        QCOMPARE(m_sheet->find(sysName)->expected, Value::octets("was"));
        QCOMPARE(m_sheet->find(sysName)->before, Value::octets("someone else's"));
        // Who was told so sends it again.
        QCOMPARE(finished()->ending(), ChangeRun::End::Made);
        QCOMPARE(m_agent->objects.value(sysName), Value::octets("core7"));
    }

    void nothingIsSentToADeviceThatIsSilent() {
        m_agent->setHabit(test::FakeAgent::Silent);
        m_sheet->put({sysName, Value::octets("core7")});
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::NotSent);
        QCOMPARE(run->failure()->kind(), Failure::Kind::Timeout);
        QCOMPARE(m_agent->changes, 0);
        QVERIFY(run->done().isEmpty());
        QVERIFY(!m_sheet->isEmpty());
    }

    void silenceIsReadBackAndJudgedByWhatStandsThere() {
        m_sheet->put({sysName, Value::octets("core7")});
        ChangeRun run(*m_sheet, *m_connection, m_library);
        connect(&run, &ChangeRun::sent, &run, [this] { m_agent->setHabit(test::FakeAgent::LosesAnswers, 1); });
        const QSignalSpy silent(&run, &ChangeRun::silent);
        QSignalSpy done(&run, &ChangeRun::finished);
        QVERIFY(done.wait(Patience));
        QCOMPARE(run.ending(), ChangeRun::End::Silent);
        QCOMPARE(silent.size(), 1);
        QCOMPARE(run.failure()->kind(), Failure::Kind::LostSet);
        QCOMPARE(m_agent->changes, 1); // once, whatever the retries
        QCOMPARE(run.done().first().outcome, DoneChange::Outcome::Made);
        QVERIFY(m_sheet->isEmpty());
    }

    void whatNobodyKnowsTheFateOfStaysOnTheSheet() {
        m_sheet->put({sysName, Value::octets("core7")});
        ChangeRun run(*m_sheet, *m_connection, m_library);
        connect(&run, &ChangeRun::sent, &run, [this] { m_agent->setHabit(test::FakeAgent::Silent); });
        QSignalSpy done(&run, &ChangeRun::finished);
        QVERIFY(done.wait(Patience));
        QCOMPARE(run.done().first().outcome, DoneChange::Outcome::Unknown);
        QCOMPARE(m_sheet->find(sysName)->refusal->kind(), Failure::Kind::LostSet);
    }

    void oneRefusalStandsAtItsChangeAndNothingIsChanged() {
        const auto target = demo();
        m_sheet->put({sysName, Value::octets("core7")});
        m_sheet->put({snmpSetSerialNo, Value::integer(12345)}); // not what stands there
        m_sheet->put({sysLocation, Value::octets("attic")});
        const auto run = finished(&target->connection());
        QCOMPARE(run->ending(), ChangeRun::End::Refused);
        QCOMPARE(m_sheet->entries().size(), 3);
        QVERIFY(!m_sheet->find(sysName)->refusal);
        QVERIFY(m_sheet->find(snmpSetSerialNo)->refusal);
        QCOMPARE(run->done().at(0).outcome, DoneChange::Outcome::NotMade);
        QCOMPARE(run->done().at(1).outcome, DoneChange::Outcome::Refused);
        QVERIFY(run->done().at(1).failure->text().contains(u"inconsistentValue"));
        // Atomic: the others stand as they stood.
        InstanceRead read(target->connection(), m_library, {sysName, sysLocation});
        QSignalSpy done(&read, &InstanceRead::finished);
        QVERIFY(done.wait(Patience));
        QCOMPARE(read.value(sysName), m_sheet->find(sysName)->before);
        QCOMPARE(read.value(sysLocation), m_sheet->find(sysLocation)->before);
    }

    void whatIsMissingInVersion1DoesNotHideTheRest() {
        m_connection = connectionTo(*m_agent, Version::V1);
        m_sheet->put({Oid{1, 3, 6, 1, 2, 1, 1, 77, 0}, Value::integer(1)});
        m_sheet->put({sysName, Value::octets("core7")});
        const Value before = m_agent->objects.value(sysName);
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::Made);
        QCOMPARE(run->done().first().before, Value::exception(Value::Type::NoSuchInstance));
        QCOMPARE(run->done().last().before, before);
    }

    void whatCannotBeWrittenIsNotSent() {
        m_connection = connectionTo(*m_agent, Version::V2c, false);
        m_sheet->put({sysName, Value::octets("core7")});
        const auto run = finished();
        QCOMPARE(run->ending(), ChangeRun::End::NotSent);
        QCOMPARE(run->failure()->kind(), Failure::Kind::NoSecret);
        QVERIFY(!m_sheet->isSending());
    }

    void theSheetIsFreeAgainWhenItsRunIsLetGo() {
        m_sheet->put({sysName, Value::octets("core7")});
        {
            const ChangeRun run(*m_sheet, *m_connection, m_library);
            QVERIFY(m_sheet->isSending());
        }
        QVERIFY(!m_sheet->isSending());
    }

    void aConnectionThatGoesEndsIt() {
        m_sheet->put({sysName, Value::octets("core7")});
        ChangeRun run(*m_sheet, *m_connection, m_library);
        m_connection.reset();
        QSignalSpy done(&run, &ChangeRun::finished);
        QVERIFY(done.wait(Patience));
        QCOMPARE(run.ending(), ChangeRun::End::NotSent);
        QCOMPARE(m_agent->changes, 0);
    }

private:
    std::unique_ptr<ChangeRun> finished(Connection *connection = nullptr) {
        auto run = std::make_unique<ChangeRun>(*m_sheet, connection ? *connection : *m_connection, m_library);
        QSignalSpy done(run.get(), &ChangeRun::finished);
        if (!done.wait(Patience))
            qFatal("the run does not end");
        return run;
    }
    std::unique_ptr<Connection> connectionTo(const test::FakeAgent &agent, Version version, bool mayWrite = true) {
        Device device;
        device.endpoint = agent.endpoint();
        device.version = version;
        device.bounds = {std::chrono::milliseconds(200), 1};
        auto connection
            = Connection::open(m_engine, device, {Secret("public"), mayWrite ? Secret("public") : Secret(), {}, {}});
        return connection ? *std::move(connection) : nullptr;
    }
    std::unique_ptr<Target> demo() {
        Device device;
        device.kind = Device::Kind::Demo;
        Opening opening(m_engine, device, {}, m_library);
        QSignalSpy done(&opening, &Opening::finished);
        if (!done.wait(Patience))
            qFatal("the demo does not open");
        return *opening.take();
    }

    Engine m_engine;
    Library::Pointer m_library;
    std::unique_ptr<test::FakeAgent> m_agent;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ChangeSheet> m_sheet;
};

QTEST_GUILESS_MAIN(TestChangeRun)
#include "tst_changerun.moc"
