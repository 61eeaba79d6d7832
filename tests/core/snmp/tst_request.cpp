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
const Oid absent{1, 3, 6, 1, 2, 1, 1, 99, 0};
constexpr Bounds quick{100ms, 1};
} // namespace

class TestRequest final : public QObject {
    Q_OBJECT

private slots:
    void getsValues();
    void getsExceptionsAsData();
    void beginsOnlyInTheEventLoop();
    void nextsAndBulks();
    void bulkInV1IsANext();
    void namesTheVarBindOfAnError();
    void noSuchNameOfV1IsAnAgentError();
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
    void cancelsAndFinishesOnce();
    void cancelInsideBatchDropsNothingDelivered();
    void deletingItIsSilent();
    void refusesWhatFitsIntoNoDatagram();

private:
    Engine m_engine;
};

void TestRequest::getsValues() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto get = session->get({sysDescr, sysName});
    QSignalSpy batches(get.get(), &Operation::batch);
    QSignalSpy tries(get.get(), &Operation::trying);
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QVERIFY(!get->failure());
    const VarBinds expected{{sysDescr, Value::octets("value 1")}, {sysName, Value::octets("value 5")}};
    QCOMPARE(get->varBinds(), expected);
    QCOMPARE(batches.size(), 1);
    QCOMPARE(batches.at(0).at(0).value<VarBinds>(), expected);
    QCOMPARE(tries.size(), 1);
    QCOMPARE(tries.at(0), QVariantList({1, 3}));
    QCOMPARE(get->figures().varBinds, 2);
    QCOMPARE(get->figures().requests, 1);
    QCOMPARE(get->figures().retries, 0);
    QVERIFY(get->figures().roundTrip > 0us);
    QVERIFY(get->figures().elapsed >= get->figures().roundTrip);
    QCOMPARE(get->lastOid(), sysName);
}

void TestRequest::getsExceptionsAsData() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto get = session->get({sysDescr, absent});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QCOMPARE(get->varBinds().at(1).value.type(), Value::Type::NoSuchInstance);
}

void TestRequest::beginsOnlyInTheEventLoop() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QCOMPARE(get->figures().requests, 0);
    QVERIFY(!get->ending());
    QVERIFY(finishes(*get));
    QCOMPARE(get->figures().requests, 1);
}

void TestRequest::nextsAndBulks() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto next = session->next({sysDescr});
    const auto bulk = session->bulk({sysDescr, sysName}, 1, 3);
    QVERIFY(finishes(*next));
    QVERIFY(finishes(*bulk));
    QCOMPARE(next->varBinds().at(0).oid, Oid({1, 3, 6, 1, 2, 1, 1, 2, 0}));
    QCOMPARE(bulk->varBinds().size(), 4);
    QCOMPARE(bulk->varBinds().at(3).value.type(), Value::Type::EndOfMibView);
    QCOMPARE(agent.asked.last().nonRepeaters, 1);
    QCOMPARE(agent.asked.last().maxRepetitions, 3);
}

void TestRequest::bulkInV1IsANext() {
    FakeAgent agent(m_engine);
    const auto session = agent.session(quick, Version::V1);
    const auto bulk = session->bulk({sysDescr}, 0, 10);
    QVERIFY(finishes(*bulk));
    QCOMPARE(agent.asked.last().pdu, Pdu::GetNext);
    QCOMPARE(agent.asked.last().version, Version::V1);
}

void TestRequest::namesTheVarBindOfAnError() {
    FakeAgent agent(m_engine, FakeAgent::GenErr, 2);
    const auto session = agent.session();
    const auto get = session->get({sysDescr, sysName});
    QSignalSpy batches(get.get(), &Operation::batch);
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::AgentError);
    QCOMPARE(get->errorIndex(), 2);
    QCOMPARE(get->errorStatus(), int(ErrorStatus::GenErr));
    QCOMPARE(*get->failure(), Failure(Failure::Kind::AgentError, {u"genErr"_s, sysName.toString(), u"2"_s}));
    QCOMPARE(get->varBinds().size(), 2);
    QCOMPARE(batches.size(), 0);
}

void TestRequest::noSuchNameOfV1IsAnAgentError() {
    FakeAgent agent(m_engine);
    const auto session = agent.session(quick, Version::V1);
    const auto get = session->get({sysDescr, absent});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::AgentError);
    QCOMPARE(*get->failure(), Failure(Failure::Kind::AgentError, {u"noSuchName"_s, absent.toString(), u"2"_s}));
}

void TestRequest::sendsAgainAndSaysSo() {
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

void TestRequest::givesUpOnASilentAgentInTime() {
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
    QVERIFY(ticker.longestGap() < 100);
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void TestRequest::takesALateAnswerOfAnEarlierTry() {
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

void TestRequest::isNotHurtByRepeatedAnswers() {
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

void TestRequest::ignoresForeignAnswers_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<Ending>("ending");
    QTest::newRow("octets that are no message") << int(FakeAgent::Garbage) << Ending::Timeout;
    QTest::newRow("garbage before the answer") << int(FakeAgent::GarbageFirst) << Ending::Whole;
    QTest::newRow("another request id") << int(FakeAgent::WrongRequestId) << Ending::Timeout;
    QTest::newRow("another community") << int(FakeAgent::WrongCommunity) << Ending::Timeout;
}

void TestRequest::ignoresForeignAnswers() {
    QFETCH(int, habit);
    QFETCH(Ending, ending);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit));
    const auto session = agent.session(quick);
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), ending);
}

void TestRequest::sendsASetOnce() {
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

void TestRequest::takesTheTimeOfAllTriesForASet() {
    FakeAgent agent(m_engine, FakeAgent::Late, 150);
    const auto session = agent.session({100ms, 3});
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    QCOMPARE(agent.changes, 1);
}

void TestRequest::endsOnAnAnswerThatCannotBeRead() {
    FakeAgent agent(m_engine, FakeAgent::Truncated, 3);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
    QCOMPARE(get->failure()->kind(), Failure::Kind::Malformed);
    QCOMPARE(get->failure()->arguments().at(0), session->endpoint().toString());
    QCOMPARE(agent.questions, 1);
}

void TestRequest::endsOnItsOwnEcho() {
    FakeAgent agent(m_engine, FakeAgent::Echoes);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
}

void TestRequest::endsOnAShortAnswer() {
    FakeAgent agent(m_engine, FakeAgent::Short);
    const auto session = agent.session();
    const auto get = session->get({sysDescr, sysName});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed); // what came is shown, but it is not the whole
    QCOMPARE(get->varBinds().size(), 1);
}

void TestRequest::isRefusedAtOnce() {
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
    QVERIFY(ticker.longestGap() < 100);
}

void TestRequest::aSetIsRefusedAtOnceToo() {
    FakeAgent agent(m_engine);
    const auto session = agent.session({1000ms, 5});
    agent.stopListening();
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Refused);
    QCOMPARE(set->figures().retries, 0);
    QVERIFY(set->figures().elapsed < 400ms);
}

void TestRequest::cancelsAndFinishesOnce() {
    FakeAgent agent(m_engine, FakeAgent::Silent);
    const auto session = agent.session();
    const auto early = session->get({sysDescr});
    early->cancel();
    QVERIFY(!early->ending()); // finished() is always queued
    const auto get = session->get({sysDescr});
    QSignalSpy finished(get.get(), &Operation::finished);
    QTRY_COMPARE(agent.questions, 0);
    QVERIFY(QTest::qWaitFor([&] { return get->figures().requests == 1; }));
    get->cancel();
    get->cancel();
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Cancelled);
    QVERIFY(finishes(*early));
    QCOMPARE(early->ending(), Ending::Cancelled);
    QCOMPARE(early->figures().requests, 0);
    get->cancel();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(get->ending(), Ending::Cancelled);
}

void TestRequest::cancelInsideBatchDropsNothingDelivered() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    connect(get.get(), &Operation::batch, get.get(), [&] { get->cancel(); });
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole); // everything was there already
    QCOMPARE(get->varBinds().size(), 1);
}

void TestRequest::deletingItIsSilent() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    auto get = session->get({sysDescr});
    QSignalSpy finished(get.get(), &Operation::finished);
    QVERIFY(QTest::qWaitFor([&] { return get->figures().requests == 1; }));
    get.reset();
    QTRY_COMPARE(agent.questions, 1);
    QTest::qWait(20); // its answer finds no one
    QCOMPARE(finished.size(), 0);
    const auto again = session->get({sysDescr});
    QVERIFY(finishes(*again));
    QCOMPARE(again->ending(), Ending::Whole);
}

void TestRequest::refusesWhatFitsIntoNoDatagram() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto set = session->set({{sysName, Value::octets(QByteArray(70'000, 'x'))}});
    QVERIFY(finishes(*set));
    QVERIFY(set->ending() != Ending::Whole);
    QVERIFY(set->ending() != Ending::Timeout);
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole); // the session goes on
}

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
