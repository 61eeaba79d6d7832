// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walk.h"
#include "tests/support/fakeagent.h"
#include "tests/support/relay.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid mib2{1, 3, 6, 1, 2, 1};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

VarBinds expected(const FakeAgent &agent, const Oid &root) {
    VarBinds result;
    for (auto it = agent.objects.cbegin(); it != agent.objects.cend(); ++it) {
        if (it.key().startsWith(root))
            result.append({it.key(), it.value()});
    }
    return result;
}

QList<Oid> columns(int count) {
    QList<Oid> result;
    for (int column = 1; column <= count; ++column)
        result.append(entry + quint32(column));
    return result;
}

Credential ada() {
    return *Credential::user({.name = "ada",
        .level = SecurityLevel::AuthPriv,
        .authPassphrase = Secret("one pass-phrase"),
        .privPassphrase = Secret("another phrase")});
}

/// What a walk delivered, and whether that was in order and once.
struct Walked {
    Walked(Walk &walk, int patience = 60'000) {
        QObject::connect(&walk, &Operation::batch, &walk, [this](const VarBinds &batch) {
            for (const VarBind &varBind : batch) {
                isIncreasing = isIncreasing && (all.isEmpty() || varBind.oid > all.last().oid);
                all.append(varBind);
            }
        });
        const Ticker ticker;
        ended = finishes(walk, patience);
        gap = ticker.longestGap();
    }
    VarBinds all;
    bool isIncreasing = true;
    bool ended = false;
    int gap = 0;
};

} // namespace

/// A walk over bad networks and of bad agents, at every pace: the ending is said, nothing is lost, nothing comes twice,
/// and the event loop is free.
class TestWalkFaults final : public QObject {
    Q_OBJECT

private slots:
    void aBadNetworkLosesNothing_data();
    void aBadNetworkLosesNothing();
    void aBadAgentIsToldAsItIs_data();
    void aBadAgentIsToldAsItIs();
    void rowsThatComeMeanwhileAreNoGap();
    void rowsThatGoMeanwhileAreNoGap();
    void aRebootInTheMiddleIsWalkedThrough();
    void reportsThatNoOneAskedForAreNothing();
    void anEndlessColumnEndsAtTheLimit();
    void severalPartsAreInFlight();
    void v1AsksForSeveralPartsAtATime();
    void theLookAheadIsBounded();
    void aTableOverABadNetworkIsWhole();

private:
    Engine m_engine;
};

void TestWalkFaults::aBadNetworkLosesNothing_data() {
    QTest::addColumn<int>("loss");
    QTest::addColumn<int>("repeated");
    QTest::addColumn<int>("most");
    QTest::addColumn<Version>("version");
    QTest::addColumn<Pace>("pace");
    const Pace tuned;
    const Pace wide{20, 16, false};
    const Pace gentle{0, 0, true};
    for (const auto &[name, pace] : {std::pair("tuned", tuned), std::pair("wide", wide), std::pair("gentle", gentle)}) {
        QTest::addRow("10 %% lost, %s", name) << 10 << 0 << 0 << Version::V2c << pace;
        QTest::addRow("repeated and out of order, %s", name) << 0 << 40 << 8 << Version::V2c << pace;
    }
    QTest::newRow("30 % lost, wide") << 30 << 0 << 0 << Version::V2c << wide;
    QTest::newRow("all of it, tuned") << 10 << 20 << 10 << Version::V2c << tuned;
    QTest::newRow("all of it, v1") << 5 << 20 << 4 << Version::V1 << tuned;
}

void TestWalkFaults::aBadNetworkLosesNothing() {
    QFETCH(const int, loss);
    QFETCH(const int, repeated);
    QFETCH(const int, most);
    QFETCH(const Version, version);
    QFETCH(const Pace, pace);
    FakeAgent agent(m_engine);
    agent.addTable(entry, 4, 250, [](int column, int row) { return (column * row) % 13 == 0; });
    Relay relay(agent.endpoint(), {loss, repeated, 0ms, std::chrono::milliseconds(most)});
    Session session(m_engine, relay.endpoint(), Credential::community(version, Secret("public")), {400ms, 12});
    const auto walk = session.walk({.root = mib2, .boundaries = columns(4), .pace = pace});
    const Walked walked(*walk);
    QVERIFY(walked.ended);
    QVERIFY2(walk->ending() == Ending::Whole, qPrintable(walk->failure() ? walk->failure()->text() : QString()));
    QCOMPARE(walked.all, expected(agent, mib2));
    QVERIFY2(walked.gap < 100, qPrintable(QString::number(walked.gap)));
    QVERIFY(loss == 0 || relay.lost > 0);
}

void TestWalkFaults::aBadAgentIsToldAsItIs_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<int>("argument");
    QTest::addColumn<Pace>("pace");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("least"); // varbinds
    const Pace wide{20, 16, false};
    for (const auto &[name, pace] : {std::pair("tuned", Pace{}), std::pair("wide", wide)}) {
        QTest::addRow("loops, %s", name) << int(FakeAgent::Loops) << 0 << pace << Ending::NotIncreasing << 3;
        QTest::addRow("decreases, %s", name) << int(FakeAgent::Decreases) << 0 << pace << Ending::NotIncreasing << 5;
        QTest::addRow("ends early, %s", name) << int(FakeAgent::EndsEarly) << 150 << pace << Ending::Whole << 150;
        QTest::addRow("genErr in the middle, %s", name)
            << int(FakeAgent::Fails) << 200 << pace << Ending::AgentError << 100;
        QTest::addRow("answers twice, %s", name) << int(FakeAgent::Twice) << 0 << pace << Ending::Whole << 1007;
        QTest::addRow("cuts its rows, %s", name) << int(FakeAgent::CutsRows) << 7 << pace << Ending::Whole << 1007;
        QTest::addRow("too big, %s", name) << int(FakeAgent::TooBig) << 9 << pace << Ending::Whole << 1007;
        QTest::addRow("wrong id, %s", name) << int(FakeAgent::WrongRequestId) << 0 << pace << Ending::Timeout << 0;
        QTest::addRow("wrong community, %s", name)
            << int(FakeAgent::WrongCommunity) << 0 << pace << Ending::Timeout << 0;
        QTest::addRow("truncated, %s", name) << int(FakeAgent::Truncated) << 4 << pace << Ending::Malformed << 0;
        QTest::addRow("over-long, %s", name) << int(FakeAgent::OverLong) << 0 << pace << Ending::Timeout << 0;
    }
}

void TestWalkFaults::aBadAgentIsToldAsItIs() {
    QFETCH(const int, habit);
    QFETCH(const int, argument);
    QFETCH(const Pace, pace);
    QFETCH(const Ending, ending);
    QFETCH(const int, least);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit), argument);
    agent.addTable(entry, 4, 250);
    const auto session = agent.session({100ms, 2});
    const auto walk = session->walk({.root = {1, 3, 6, 1}, .boundaries = columns(4), .pace = pace});
    const Walked walked(*walk);
    QVERIFY(walked.ended);
    QVERIFY2(walk->ending() == ending || (habit == FakeAgent::OverLong && walk->ending() == Ending::Malformed),
        qPrintable(endingName(*walk->ending())));
    QVERIFY(walked.isIncreasing);
    QVERIFY2(walked.all.size() >= least, qPrintable(QString::number(walked.all.size())));
    QCOMPARE(walked.all, expected(agent, mib2).first(walked.all.size())); // no gap before the end
    QVERIFY2(walked.gap < 100, qPrintable(QString::number(walked.gap)));
}

void TestWalkFaults::rowsThatComeMeanwhileAreNoGap() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 3, 300, [](int, int row) { return row % 2 == 1; });
    const VarBinds before = expected(agent, entry);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry, .boundaries = columns(3), .pace = {10, 8, false}});
    connect(walk.get(), &Operation::batch, walk.get(), [&] {
        agent.addTable(entry, 3, 300); // every other row is new
    });
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Whole);
    QVERIFY(walked.isIncreasing);
    for (const VarBind &varBind : before)
        QVERIFY2(walked.all.contains(varBind), qPrintable(varBind.oid.toString()));
}

void TestWalkFaults::rowsThatGoMeanwhileAreNoGap() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 3, 300);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry, .boundaries = columns(3), .pace = {10, 8, false}});
    connect(walk.get(), &Operation::batch, walk.get(),
        [&] { agent.objects.removeIf([](const auto &object) { return object.key().last() % 3 == 0; }); });
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Whole);
    QVERIFY(walked.isIncreasing);
    for (const VarBind &varBind : expected(agent, entry))
        QVERIFY2(walked.all.contains(varBind), qPrintable(varBind.oid.toString()));
}

void TestWalkFaults::aRebootInTheMiddleIsWalkedThrough() {
    FakeAgent agent(m_engine, FakeAgent::Reboots, 5);
    agent.setUser(ada());
    agent.addTable(entry, 2, 40);
    const auto session = agent.session({1000ms, 2});
    const auto walk = session->walk({.root = mib2, .boundaries = columns(2), .pace = {4, 0, false}});
    const Walked walked(*walk);
    QVERIFY2(walk->ending() == Ending::Whole, qPrintable(walk->failure() ? walk->failure()->text() : QString()));
    QCOMPARE(walked.all, expected(agent, mib2));
}

void TestWalkFaults::reportsThatNoOneAskedForAreNothing() {
    FakeAgent agent(m_engine, FakeAgent::Storms);
    agent.setUser(ada());
    agent.addTable(entry, 2, 20);
    const auto session = agent.session({1000ms, 2});
    const auto walk = session->walk({.root = mib2, .pace = {8, 0, false}});
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walked.all, expected(agent, mib2));
}

void TestWalkFaults::anEndlessColumnEndsAtTheLimit() {
    FakeAgent agent(m_engine, FakeAgent::Endless);
    const auto session = agent.session();
    const auto walk = session->walk({.root = {1, 3, 6, 1}, .limit = 5000});
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Limit);
    QCOMPARE(walked.all.size(), 5000);
    QVERIFY(walked.isIncreasing);
}

void TestWalkFaults::severalPartsAreInFlight() {
    FakeAgent agent(m_engine, FakeAgent::Late, 20);
    agent.addTable(entry, 4, 500);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry, .boundaries = columns(4), .pace = {20, 10, false}});
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walked.all, expected(agent, entry));
    // One at a time needs a hundred round trips.
    QVERIFY2(walk->figures().elapsed < 20ms * 60, qPrintable(QString::number(walk->figures().elapsed.count())));
}

void TestWalkFaults::v1AsksForSeveralPartsAtATime() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 5, 200);
    const auto session = agent.session({500ms, 2}, Version::V1);
    const auto walk = session->walk({.root = entry, .boundaries = columns(5)});
    const Walked walked(*walk);
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walked.all, expected(agent, entry));
    QVERIFY2(walk->figures().requests < 400, qPrintable(QString::number(walk->figures().requests)));
    const auto widest = std::ranges::max(agent.asked, {}, [](const Message &each) { return each.varBinds.size(); });
    QVERIFY(widest.varBinds.size() > 4);
}

void TestWalkFaults::theLookAheadIsBounded() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 2, 60'000);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry, .boundaries = columns(2)});
    qint64 delivered = 0;
    qint64 most = 0;
    connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) {
        delivered += batch.size();
        qint64 answered = 0;
        if (delivered % 50 == 0) {
            for (const Message &asked : std::as_const(agent.asked))
                answered += asked.maxRepetitions;
            most = std::max(most, answered - delivered);
        }
    });
    QVERIFY(finishes(*walk, 60'000));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(delivered, 120'000);
    QVERIFY2(most < Walk::LookAhead + 20'000, qPrintable(QString::number(most)));
}

void TestWalkFaults::aTableOverABadNetworkIsWhole() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 6, 120);
    Relay relay(agent.endpoint(), {10, 20, 0ms, 5ms});
    Session session(m_engine, relay.endpoint(), Credential::community(Version::V2c, Secret("public")), {400ms, 12});
    const auto table = session.table({.columns = columns(6), .pace = {0, 6, false}});
    QMap<Oid, Value> cells;
    int twice = 0;
    connect(table.get(), &Operation::batch, table.get(), [&](const VarBinds &batch) {
        for (const VarBind &varBind : batch) {
            twice += cells.contains(varBind.oid);
            cells.insert(varBind.oid, varBind.value);
        }
    });
    QVERIFY(finishes(*table, 30'000));
    QCOMPARE(table->ending(), Ending::Whole);
    QCOMPARE(twice, 0);
    QCOMPARE(cells.size(), 6 * 120);
}

QTEST_GUILESS_MAIN(TestWalkFaults)
#include "tst_walkfaults.moc"
