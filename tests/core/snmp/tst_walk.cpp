// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid systemGroup{1, 3, 6, 1, 2, 1, 1};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

struct Collected {
    explicit Collected(Operation &operation) {
        QObject::connect(&operation, &Operation::batch, &operation, [this](const VarBinds &batch) {
            ++batches;
            varBinds += batch;
        });
    }
    VarBinds varBinds;
    int batches = 0;
};

VarBinds expected(const FakeAgent &agent, const Oid &root) {
    VarBinds result;
    for (auto it = agent.objects.cbegin(); it != agent.objects.cend(); ++it) {
        if (it.key().startsWith(root))
            result.append({it.key(), it.value()});
    }
    return result;
}

} // namespace

class TestWalk final : public QObject {
    Q_OBJECT

private slots:
    void yieldsEveryInstanceOnceInOrder_data();
    void yieldsEveryInstanceOnceInOrder();
    void stopsAtTheEndOfTheSubtree();
    void readsARootThatIsAnInstance();
    void ofNothingIsWholeAndEmpty();
    void goesOnBehindAnInstance();
    void stopsAtTheLimit();
    void atTheLimitButWholeIsWhole();
    void stopsAtAnAgentThatLoops();
    void stopsAtAnAgentThatDecreases();
    void asksForLessOnTooBig();
    void asksForLessAfterSilence();
    void tellsAnAgentError();
    void endsOnAnAnswerWithoutVarBinds();
    void saysHowFarItCameOnTimeout();
    void neverBlocks_data();
    void neverBlocks();
    void cancelStopsTheBatches();

private:
    Engine m_engine;
};

void TestWalk::yieldsEveryInstanceOnceInOrder_data() {
    QTest::addColumn<Version>("version");
    QTest::newRow("v1") << Version::V1;
    QTest::newRow("v2c") << Version::V2c;
}

void TestWalk::yieldsEveryInstanceOnceInOrder() {
    QFETCH(Version, version);
    FakeAgent agent(m_engine);
    agent.addTable(entry, 5, 60);
    const auto session = agent.session({500ms, 2}, version);
    const auto walk = session->walk({.root = {1, 3, 6, 1, 2, 1}});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(collected.varBinds, expected(agent, {1, 3, 6}));
    QCOMPARE(walk->figures().varBinds, 307);
    QVERIFY2(walk->figures().requests < (version == Version::V1 ? 120 : 20),
        qPrintable(QString::number(walk->figures().requests)));
    QCOMPARE(walk->lastOid(), collected.varBinds.last().oid);
}

void TestWalk::stopsAtTheEndOfTheSubtree() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 2, 60);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry + 1});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(collected.varBinds, expected(agent, entry + 1));
}

void TestWalk::readsARootThatIsAnInstance() {
    for (const Version version : {Version::V1, Version::V2c}) {
        FakeAgent agent(m_engine);
        const auto session = agent.session({500ms, 2}, version);
        for (const quint32 object : {3U, 7U}) { // in the middle and as the agent's last
            const auto walk = session->walk({.root = systemGroup + object + 0});
            Collected collected(*walk);
            QVERIFY(finishes(*walk));
            QCOMPARE(walk->ending(), Ending::Whole);
            QCOMPARE(collected.varBinds, expected(agent, systemGroup + object));
        }
    }
}

void TestWalk::ofNothingIsWholeAndEmpty() {
    for (const Version version : {Version::V1, Version::V2c}) {
        FakeAgent agent(m_engine);
        const auto session = agent.session({500ms, 2}, version);
        const auto walk = session->walk({.root = {1, 3, 6, 1, 4, 1, 9}});
        Collected collected(*walk);
        QVERIFY(finishes(*walk));
        QCOMPARE(walk->ending(), Ending::Whole);
        QCOMPARE(collected.batches, 0);
    }
}

void TestWalk::goesOnBehindAnInstance() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto walk = session->walk({.root = systemGroup, .after = systemGroup + 5 + 0});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(collected.varBinds, expected(agent, systemGroup).last(2));
    const auto rest = session->walk({.root = systemGroup, .after = systemGroup + 7 + 0});
    Collected nothing(*rest);
    QVERIFY(finishes(*rest));
    QCOMPARE(rest->ending(), Ending::Whole);
    QCOMPARE(nothing.batches, 0);
}

void TestWalk::stopsAtTheLimit() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 2, 60);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry, .limit = 30});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Limit);
    QCOMPARE(walk->failure()->kind(), Failure::Kind::Limit);
    QCOMPARE(collected.varBinds, expected(agent, entry).first(30));
}

void TestWalk::atTheLimitButWholeIsWhole() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto walk = session->walk({.root = systemGroup, .limit = 7});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walk->figures().varBinds, 7);
}

void TestWalk::stopsAtAnAgentThatLoops() {
    FakeAgent agent(m_engine, FakeAgent::Loops);
    const auto session = agent.session();
    const auto walk = session->walk({.root = {1, 3, 6, 1}});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::NotIncreasing);
    QCOMPARE(walk->lastOid(), Oid({1, 3, 6, 1, 2, 1, 1, 3, 0}));
    QCOMPARE(collected.varBinds, expected(agent, systemGroup).first(3));
}

void TestWalk::stopsAtAnAgentThatDecreases() {
    for (const Version version : {Version::V1, Version::V2c}) {
        FakeAgent agent(m_engine, FakeAgent::Decreases);
        const auto session = agent.session({500ms, 2}, version);
        const auto walk = session->walk({.root = {1, 3, 6, 1}});
        Collected collected(*walk);
        QVERIFY(finishes(*walk));
        QCOMPARE(walk->ending(), Ending::NotIncreasing);
        QCOMPARE(walk->lastOid(), systemGroup + 1 + 0); // the one that did not increase, and behind what
        QCOMPARE(walk->failure()->arguments(), QStringList({u"1.3.6.1.2.1.1.1.0"_s, u"1.3.6.1.2.1.1.5.0"_s}));
        QCOMPARE(collected.varBinds, expected(agent, systemGroup).first(5));
    }
}

void TestWalk::asksForLessOnTooBig() {
    FakeAgent agent(m_engine, FakeAgent::TooBig, 7);
    agent.addTable(entry, 2, 50);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(collected.varBinds, expected(agent, entry));
    QVERIFY(agent.asked.last().maxRepetitions <= 7);
}

void TestWalk::asksForLessAfterSilence() {
    FakeAgent agent(m_engine, FakeAgent::LosesAnswers, 4);
    agent.addTable(entry, 1, 100);
    const auto session = agent.session({50ms, 5});
    const auto walk = session->walk({.root = entry});
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(collected.varBinds, expected(agent, entry));
    QList<int> repetitions;
    for (const Message &message : agent.asked.first(5))
        repetitions.append(message.maxRepetitions);
    QCOMPARE(repetitions, QList<int>({10, 10, 5, 2, 1})); // one loss is the network's
}

void TestWalk::tellsAnAgentError() {
    FakeAgent agent(m_engine, FakeAgent::GenErr, 1);
    const auto session = agent.session();
    const auto walk = session->walk({.root = systemGroup});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::AgentError);
    QCOMPARE(*walk->failure(), Failure(Failure::Kind::AgentError, {u"genErr"_s, systemGroup.toString(), u"1"_s}));
}

void TestWalk::endsOnAnAnswerWithoutVarBinds() {
    FakeAgent agent(m_engine, FakeAgent::Empty);
    const auto session = agent.session();
    const auto walk = session->walk({.root = systemGroup});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Malformed);
    QCOMPARE(agent.asked.last().maxRepetitions, 1); // it tried smaller answers first
}

void TestWalk::saysHowFarItCameOnTimeout() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 2, 60);
    const auto session = agent.session({50ms, 1});
    const auto walk = session->walk({.root = entry});
    connect(walk.get(), &Operation::batch, walk.get(), [&] { agent.setHabit(FakeAgent::Silent); });
    Collected collected(*walk);
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Timeout);
    QVERIFY(!collected.varBinds.isEmpty());
    QCOMPARE(walk->lastOid(), collected.varBinds.last().oid);
    agent.setHabit(FakeAgent::Honest);
    const auto rest = session->walk({.root = entry, .after = walk->lastOid()});
    Collected remaining(*rest);
    QVERIFY(finishes(*rest));
    QCOMPARE(collected.varBinds + remaining.varBinds, expected(agent, entry));
}

void TestWalk::neverBlocks_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<bool>("listens");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("dead") << int(FakeAgent::Silent) << true << Ending::Timeout;
    QTest::newRow("slow") << int(FakeAgent::Late) << true << Ending::Whole;
    QTest::newRow("refusing") << int(FakeAgent::Honest) << false << Ending::Refused;
    QTest::newRow("fast and large") << int(FakeAgent::Honest) << true << Ending::Whole;
}

void TestWalk::neverBlocks() {
    QFETCH(int, habit);
    QFETCH(bool, listens);
    QFETCH(Ending, ending);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit), 80);
    if (habit == FakeAgent::Honest)
        agent.addTable(entry, 4, 5000);
    const auto session = agent.session({200ms, 2});
    if (!listens)
        agent.stopListening();
    const Ticker ticker;
    const auto walk = session->walk({.root = {1, 3}});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), ending);
    // A refusal is known within some milliseconds; whatever lasts is ticked through.
    QVERIFY(ticker.ticks() >= walk->figures().elapsed / 50ms);
    QVERIFY2(ticker.longestGap() < 100 * Slowdown, qPrintable(QString::number(ticker.longestGap())));
}

void TestWalk::cancelStopsTheBatches() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 4, 500);
    const auto session = agent.session();
    const auto walk = session->walk({.root = entry});
    Collected collected(*walk);
    connect(walk.get(), &Operation::batch, walk.get(), [&] { walk->cancel(); });
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Cancelled);
    QCOMPARE(collected.batches, 1);
    QCOMPARE(walk->figures().varBinds, collected.varBinds.size());
    QCOMPARE(walk->lastOid(), collected.varBinds.last().oid);
    const int questions = agent.questions;
    QTest::qWait(30);
    QVERIFY(agent.questions <= questions + 1); // one may have been on its way
}

QTEST_GUILESS_MAIN(TestWalk)
#include "tst_walk.moc"
