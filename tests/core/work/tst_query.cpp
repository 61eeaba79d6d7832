// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/query.h"

#include "core/snmp/engine.h"
#include "core/work/plan.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

class TestQuery final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary(test::testModule());
        QVERIFY(m_library);
    }

    void init() {
        m_agent = std::make_unique<test::FakeAgent>(m_engine);
        m_agent->addTable(ifEntry, 10, 3);
        m_connection = connectionTo(*m_agent, {Secret("public"), {}, {}, {}});
        QVERIFY(m_connection);
    }

    void getOfAScalarReadsItsInstance() {
        QCOMPARE(names(run({Verb::Get, {u"sysUpTime"_s, u"1.3.6.1.2.1.1.5.0"_s}})),
            QStringList({u"1.3.6.1.2.1.1.3.0"_s, u"1.3.6.1.2.1.1.5.0"_s}));
        QCOMPARE(m_agent->questions, 1);
    }

    void getOfAColumnWalksItInItsPlace() {
        QCOMPARE(names(run({Verb::Get, {u"sysDescr"_s, u"ifDescr"_s, u"sysName.0"_s, u"sysContact"_s}})),
            QStringList({u"1.3.6.1.2.1.1.1.0"_s, u"1.3.6.1.2.1.2.2.1.2.1"_s, u"1.3.6.1.2.1.2.2.1.2.2"_s,
                u"1.3.6.1.2.1.2.2.1.2.3"_s, u"1.3.6.1.2.1.1.5.0"_s, u"1.3.6.1.2.1.1.4.0"_s}));
        QCOMPARE(m_ending, Ending::Whole);
        QCOMPARE(m_figures.varBinds, 6);
        QCOMPARE(m_figures.requests, m_agent->questions);
    }

    void getOfAnIndexByValueReadsThatInstance() {
        QCOMPARE(names(run({Verb::Get, {u"ifDescr[2]"_s}})), QStringList{u"1.3.6.1.2.1.2.2.1.2.2"_s});
    }

    void nextGoesBehindWhatWasNamed() {
        QCOMPARE(names(run({Verb::Next, {u"sysDescr"_s, u"sysDescr.0"_s}})),
            QStringList({u"1.3.6.1.2.1.1.1.0"_s, u"1.3.6.1.2.1.1.2.0"_s}));
    }

    void bulkTakesBothNumbers() {
        Query query{Verb::Bulk, {u"sysDescr"_s, u"ifDescr"_s}};
        query.nonRepeaters = 1;
        query.maxRepetitions = 2;
        QCOMPARE(names(run(query)),
            QStringList({u"1.3.6.1.2.1.1.1.0"_s, u"1.3.6.1.2.1.2.2.1.2.1"_s, u"1.3.6.1.2.1.2.2.1.2.2"_s}));
        QCOMPARE(m_agent->asked.last().pdu, Pdu::GetBulk);
    }

    void severalWalksAreOneOperation() {
        const QStringList found = names(run({Verb::Walk, {u"ifIndex"_s, u"sysUpTime"_s, u"ifDescr"_s}}));
        QCOMPARE(found.size(), 7);
        QCOMPARE(found[3], u"1.3.6.1.2.1.1.3.0"_s);
        QCOMPARE(m_ending, Ending::Whole);
        QCOMPARE(m_figures.varBinds, 7);
    }

    void walkWithoutAnObjectReadsMib2() { QCOMPARE(run({Verb::Walk, {}}).size(), m_agent->objects.size()); }

    void walkStopsAtItsLimit() {
        Query query{Verb::Walk, {u"ifTable"_s}};
        query.limit = 5;
        QCOMPARE(run(query).size(), 5);
        QCOMPARE(m_ending, Ending::Limit);
    }

    void theFirstStepThatFailsEndsAll() {
        m_agent->setHabit(test::FakeAgent::Silent);
        QVERIFY(run({Verb::Walk, {u"ifIndex"_s, u"ifDescr"_s}}).isEmpty());
        QCOMPARE(m_ending, Ending::Timeout);
        QCOMPARE(m_agent->questionsFor(ifEntry + 2U), 0);
    }

    void cancelEndsASequenceOnce() {
        Query query{Verb::Walk, {u"ifIndex"_s, u"ifDescr"_s}};
        auto operation = query.begin(*m_connection, *m_library);
        QVERIFY(operation.ok());
        QSignalSpy finished(operation->get(), &Operation::finished);
        QObject::connect(
            operation->get(), &Operation::batch, operation->get(), [&operation] { (*operation)->cancel(); });
        QVERIFY(finished.wait());
        QCOMPARE((*operation)->ending(), Ending::Cancelled);
        QVERIFY(!finished.wait(50));
        QCOMPARE(finished.size(), 1);
    }

    void aSequenceEndsWhenItsConnectionGoes() {
        Query query{Verb::Walk, {u"ifIndex"_s, u"ifDescr"_s}};
        auto operation = query.begin(*m_connection, *m_library);
        QVERIFY(operation.ok());
        QSignalSpy finished(operation->get(), &Operation::finished);
        QObject::connect(operation->get(), &Operation::batch, operation->get(), [this] { m_connection.reset(); });
        QVERIFY(finished.wait());
        QVERIFY((*operation)->ending() == Ending::Closed || (*operation)->ending() == Ending::Cancelled);
    }

    void tableReadsTheColumnsThatCanBeRead() {
        QCOMPARE(run({Verb::Table, {u"ifTable"_s}}).size(), 30);
        QCOMPARE(run({Verb::Table, {u"ifDescr.2"_s}}).size(), 30);
        Query some{Verb::Table, {u"ifTable"_s}, {u"IF-MIB::ifMtu"_s, u"ifDescr"_s}};
        QCOMPARE(run(some).size(), 6);
    }

    void columnsLeaveOutWhatCannotBeRead() {
        const Oid addresses{1, 3, 6, 1, 4, 1, 99999, 2};
        const auto columns = plan::tableColumns(*m_library, addresses, {});
        QVERIFY(columns.ok());
        QCOMPARE(*columns, QList<Oid>({addresses + Oid{1, 5}, addresses + Oid{1, 6}}));
        const auto wrong = plan::tableColumns(*m_library, addresses, {u"testAddrType"_s});
        QVERIFY(!wrong.ok());
        QVERIFY(wrong.failure().text().contains(u"testAddrState"_s));
    }

    void boundariesAreColumnsBelowTheRoot() {
        const QList<Oid> boundaries = plan::boundaries(*m_library, {1, 3, 6, 1, 2, 1, 2});
        QVERIFY(boundaries.size() > 20);
        QVERIFY(std::ranges::is_sorted(boundaries));
        QCOMPARE(boundaries.first(), Oid({1, 3, 6, 1, 2, 1, 2, 1}));
        QVERIFY(boundaries.contains(ifEntry + 2U));
        QVERIFY(plan::boundaries(*m_library, ifEntry + 2U).isEmpty());
    }

    void knowsTheColumnThatTellsWhenCountersBeganAnew() {
        const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
        QCOMPARE(plan::discontinuity(*m_library, ifEntry + 10U), ifXEntry + 19U);
        QCOMPARE(plan::discontinuity(*m_library, ifXEntry + 6U), ifXEntry + 19U);
        const Oid ipIfStatsEntry{1, 3, 6, 1, 2, 1, 4, 31, 3, 1};
        QCOMPARE(plan::discontinuity(*m_library, ipIfStatsEntry + 3U), ipIfStatsEntry + 46U);
        QVERIFY(plan::discontinuity(*m_library, {1, 3, 6, 1, 4, 1, 99999, 2, 1, 5}).isEmpty());
    }

    void gentlenessAsksForLittle() {
        Device device;
        Query query;
        QCOMPARE(plan::pace(query, device), Pace()); // all is tuned
        QCOMPARE(plan::repetitions(query, device), 10);
        device.maxRepetitions = 25;
        QCOMPARE(plan::pace(query, device), (Pace{25, 0, false}));
        device.gentle = true;
        QCOMPARE(plan::pace(query, device), (Pace{10, 0, true}));
        query.maxRepetitions = 40;
        query.window = 3;
        QCOMPARE(plan::pace(query, device), (Pace{40, 3, true}));
        QCOMPARE(plan::repetitions(query, device), 40);
    }

    void setUsesTheWriteCommunityAlone() {
        Query query;
        query.verb = Verb::Set;
        query.changes = {{systemGroup + Oid{5, 0}, Value::octets("new")}};
        const auto refused = query.begin(*m_connection, *m_library);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.failure().kind(), Failure::Kind::NoSecret);

        m_connection = connectionTo(*m_agent, {Secret("elsewhere"), Secret("public"), {}, {}});
        (void)run(query);
        QCOMPARE(m_ending, Ending::Whole);
        QCOMPARE(m_agent->changes, 1);
        QCOMPARE(m_agent->objects.value(systemGroup + Oid{5, 0}), Value::octets("new"));
    }

    void saysWhatCannotBegin_data() {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QStringList>("objects");
        QTest::addColumn<Failure::Kind>("kind");
        using Kind = Failure::Kind;
        QTest::newRow("unknown name") << Verb::Get << QStringList{u"sysDescr"_s, u"nowhere"_s} << Kind::UnknownObject;
        QTest::newRow("no object") << Verb::Get << QStringList{} << Kind::BadUsage;
        QTest::newRow("nothing to set") << Verb::Set << QStringList{} << Kind::BadUsage;
        QTest::newRow("no table") << Verb::Table << QStringList{u"system"_s} << Kind::BadUsage;
        QTest::newRow("a table that no module has")
            << Verb::Table << QStringList{u"1.3.6.1.4.1.99998.1"_s} << Kind::BadUsage;
        QTest::newRow("two tables") << Verb::Table << QStringList{u"ifTable"_s, u"ifXTable"_s} << Kind::BadUsage;
        QTest::newRow("out of range") << Verb::Walk << QStringList{u"1.3.4294967296"_s} << Kind::BadUsage;
    }
    void saysWhatCannotBegin() {
        QFETCH(const Verb, verb);
        QFETCH(const QStringList, objects);
        QFETCH(const Failure::Kind, kind);
        const auto begun = Query{verb, objects}.begin(*m_connection, *m_library);
        QVERIFY(!begun.ok());
        QCOMPARE(begun.failure().kind(), kind);
    }

    void knowsTheObviousVerb() {
        QCOMPARE(obviousVerb(*m_library, systemGroup + 3U), Verb::Get);
        QCOMPARE(obviousVerb(*m_library, systemGroup + Oid{3, 0}), Verb::Get);
        QCOMPARE(obviousVerb(*m_library, systemGroup), Verb::Walk);
        QCOMPARE(obviousVerb(*m_library, ifEntry), Verb::Table);
        QCOMPARE(obviousVerb(*m_library, ifEntry.parent()), Verb::Table);
        QCOMPARE(obviousVerb(*m_library, ifEntry + 2U), Verb::Table);
        QCOMPARE(obviousVerb(*m_library, ifEntry + Oid{2, 7}), Verb::Get);
        QCOMPARE(obviousVerb(*Library::empty(), {1, 3, 6, 1, 4, 1, 9, 0}), Verb::Get);
        QCOMPARE(obviousVerb(*Library::empty(), {1, 3, 6, 1, 4, 1, 9}), Verb::Walk);
    }

private:
    std::unique_ptr<Connection> connectionTo(const test::FakeAgent &agent, const Secrets &secrets) {
        Device device;
        device.endpoint = agent.endpoint();
        device.bounds = {std::chrono::milliseconds(100), 1};
        auto connection = Connection::open(m_engine, device, secrets);
        return connection ? *std::move(connection) : nullptr;
    }

    VarBinds run(const Query &query) {
        VarBinds found;
        auto operation = query.begin(*m_connection, *m_library);
        m_ending.reset();
        if (!operation) {
            qWarning().noquote() << operation.failure().text();
            return found;
        }
        QSignalSpy finished(operation->get(), &Operation::finished);
        QObject::connect(
            operation->get(), &Operation::batch, operation->get(), [&found](const VarBinds &batch) { found += batch; });
        if (finished.wait(5000)) {
            m_ending = (*operation)->ending();
            m_figures = (*operation)->figures();
        }
        return found;
    }

    static QStringList names(const VarBinds &varBinds) {
        QStringList names;
        for (const VarBind &varBind : varBinds)
            names.append(varBind.oid.toString());
        return names;
    }

    Engine m_engine;
    Library::Pointer m_library;
    std::unique_ptr<test::FakeAgent> m_agent;
    std::unique_ptr<Connection> m_connection;
    std::optional<Ending> m_ending;
    Figures m_figures;
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
