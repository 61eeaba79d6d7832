// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
constexpr Bounds quick{100ms, 1};
} // namespace

/// The tries of one question, and which answers end it.
class TestExchange final : public QObject {
    Q_OBJECT

private slots:
    void sendsAgainAndSaysSo();
    void givesUpOnASilentAgentInTime();
    void takesALateAnswerOfAnEarlierTry();
    void isNotHurtByRepeatedAnswers();
    void ignoresForeignAnswers_data();
    void ignoresForeignAnswers();
    void sendsASetOnce();
    void takesTheTimeOfAllTriesForASet();
    void endsOnAnAnswerThatCannotBeRead();
    void endsOnItsOwnEcho();
    void endsOnAShortAnswer();
    void isRefusedAtOnce();
    void aSetIsRefusedAtOnceToo();

private:
    Engine m_engine;
};

void TestExchange::sendsAgainAndSaysSo() {
    FakeAgent agent(m_engine, FakeAgent::LosesAnswers, 2);
    const auto session = agent.session({50ms, 5});
    const auto get = session->get({sysDescr});
    QSignalSpy tries(get.get(), &Operation::trying);
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QCOMPARE(get->figures().retries, 2);
    QCOMPARE(get->figures().requests, 1);
    QCOMPARE(tries.size(), 3);
    QCOMPARE(tries.at(2), QVariantList({3, 6}));
    QCOMPARE(agent.asked.at(0).requestId, agent.asked.at(2).requestId);
}

void TestExchange::givesUpOnASilentAgentInTime() {
    FakeAgent agent(m_engine, FakeAgent::Silent);
    const auto session = agent.session({100ms, 2});
    const auto get = session->get({sysDescr});
    QSignalSpy finished(get.get(), &Operation::finished);
    const Ticker ticker;
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Timeout);
    QCOMPARE(*get->failure(), Failure(Failure::Kind::Timeout, {session->endpoint().toString(), u"3"_s}));
    QCOMPARE(agent.questions, 3);
    QVERIFY(get->figures().elapsed >= 290ms);
    QVERIFY2(get->figures().elapsed < 400ms, "never longer than t * (r + 1)");
    QVERIFY(ticker.ticks() > 20);
    QVERIFY(ticker.longestGap() < 100 * Slowdown);
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void TestExchange::takesALateAnswerOfAnEarlierTry() {
    FakeAgent agent(m_engine, FakeAgent::Late, 150);
    const auto session = agent.session({100ms, 3});
    const auto get = session->get({sysDescr});
    const auto second = session->get({sysName});
    QVERIFY(finishes(*get));
    QVERIFY(finishes(*second));
    QCOMPARE(get->ending(), Ending::Whole);
    QVERIFY(get->figures().elapsed < 200ms);
    QCOMPARE(second->varBinds().at(0).oid, sysName);
    QTest::qWait(200); // the answers to the second tries come after the end
    const auto third = session->get({sysDescr});
    QVERIFY(finishes(*third));
    QCOMPARE(third->ending(), Ending::Whole);
}

void TestExchange::isNotHurtByRepeatedAnswers() {
    FakeAgent agent(m_engine, FakeAgent::Twice);
    const auto session = agent.session();
    for (int i = 0; i < 5; ++i) {
        const auto get = session->get({i % 2 ? sysDescr : sysName});
        QSignalSpy batches(get.get(), &Operation::batch);
        QSignalSpy finished(get.get(), &Operation::finished);
        QVERIFY(finishes(*get));
        QCOMPARE(get->varBinds().at(0).oid, i % 2 ? sysDescr : sysName);
        QTest::qWait(5);
        QCOMPARE(batches.size(), 1);
        QCOMPARE(finished.size(), 1);
    }
}

void TestExchange::ignoresForeignAnswers_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("octets that are no message") << int(FakeAgent::Garbage) << Ending::Timeout;
    QTest::newRow("garbage before the answer") << int(FakeAgent::GarbageFirst) << Ending::Whole;
    QTest::newRow("another request id") << int(FakeAgent::WrongRequestId) << Ending::Timeout;
    QTest::newRow("another community") << int(FakeAgent::WrongCommunity) << Ending::Timeout;
}

void TestExchange::ignoresForeignAnswers() {
    QFETCH(int, habit);
    QFETCH(Ending, ending);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit));
    const auto session = agent.session(quick);
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), ending);
}

void TestExchange::sendsASetOnce() {
    for (const Version version : {Version::V1, Version::V2c}) {
        FakeAgent agent(m_engine, FakeAgent::LosesAnswers, 1);
        const auto session = agent.session({50ms, 3}, version);
        const auto set = session->set({{sysName, Value::octets("new")}});
        QVERIFY(finishes(*set));
        QCOMPARE(set->ending(), Ending::Timeout);
        QCOMPARE(*set->failure(), Failure(Failure::Kind::LostSet, {session->endpoint().toString()}));
        QCOMPARE(agent.changes, 1);
        QCOMPARE(agent.questions, 1);
        const auto readBack = session->get({sysName});
        QVERIFY(finishes(*readBack));
        QCOMPARE(readBack->varBinds().at(0).value, Value::octets("new"));
        QCOMPARE(agent.changes, 1);
    }
}

void TestExchange::takesTheTimeOfAllTriesForASet() {
    FakeAgent agent(m_engine, FakeAgent::Late, 150);
    const auto session = agent.session({100ms, 3});
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    QCOMPARE(agent.changes, 1);
}

void TestExchange::endsOnAnAnswerThatCannotBeRead() {
    FakeAgent agent(m_engine, FakeAgent::Truncated, 3);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
    QCOMPARE(get->failure()->kind(), Failure::Kind::Malformed);
    QCOMPARE(get->failure()->arguments().at(0), session->endpoint().toString());
    QCOMPARE(agent.questions, 1);
}

void TestExchange::endsOnItsOwnEcho() {
    FakeAgent agent(m_engine, FakeAgent::Echoes);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
}

void TestExchange::endsOnAShortAnswer() {
    FakeAgent agent(m_engine, FakeAgent::Short);
    const auto session = agent.session();
    const auto get = session->get({sysDescr, sysName});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed); // what came is shown, but it is not the whole
    QCOMPARE(get->varBinds().size(), 1);
}

void TestExchange::isRefusedAtOnce() {
    FakeAgent agent(m_engine);
    const auto session = agent.session({1000ms, 5});
    agent.stopListening();
    const Ticker ticker;
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Refused);
    QCOMPARE(*get->failure(), Failure(Failure::Kind::Refused, {session->endpoint().toString()}));
    QVERIFY(get->figures().elapsed < 300ms);
    QCOMPARE(get->figures().retries, 1); // one refusal may belong to an agent that is just starting
    QVERIFY(ticker.longestGap() < 100 * Slowdown);
}

void TestExchange::aSetIsRefusedAtOnceToo() {
    FakeAgent agent(m_engine);
    const auto session = agent.session({1000ms, 5});
    agent.stopListening();
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Refused);
    QCOMPARE(set->figures().retries, 0);
    QVERIFY(set->figures().elapsed < 400ms);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
