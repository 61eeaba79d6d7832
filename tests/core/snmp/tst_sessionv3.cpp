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

Credential somebody(SecurityLevel level = SecurityLevel::AuthPriv) {
    return *Credential::user({.name = "somebody",
        .level = level,
        .auth = AuthProtocol::Sha1,
        .priv = PrivProtocol::Aes128,
        .authPassphrase = Secret("authentic phrase"),
        .privPassphrase = Secret("private phrase"),
        .contextName = "blue"});
}

} // namespace

/// A session with a user: discovery, times, Reports.
class TestSessionV3 final : public QObject {
    Q_OBJECT

private slots:
    void discoversAndAsks_data();
    void discoversAndAsks();
    void resynchronisesOnce();
    void aSetOutOfItsTimeWindowIsMadeOnce();
    void aSetWhoseAnswerIsLostIsMadeOnce();
    void tellsWhatAReportSays_data();
    void tellsWhatAReportSays();
    void aSilentPeerIsATimeout();
    void findsAnEngineThatChanged();
    void takesALateV3AnswerOfAnEarlierTry();

private:
    Engine m_engine;
};

void TestSessionV3::discoversAndAsks_data() {
    QTest::addColumn<SecurityLevel>("level");
    QTest::newRow("noAuthNoPriv") << SecurityLevel::NoAuthNoPriv;
    QTest::newRow("authNoPriv") << SecurityLevel::AuthNoPriv;
    QTest::newRow("authPriv") << SecurityLevel::AuthPriv;
}

void TestSessionV3::discoversAndAsks() {
    QFETCH(SecurityLevel, level);
    FakeAgent agent(m_engine);
    agent.setUser(somebody(level));
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    const auto next = session->next({sysDescr}, {.contextName = "green"});
    QVERIFY(finishes(*get));
    QVERIFY(finishes(*next));
    QCOMPARE(get->ending(), Ending::Whole);
    QCOMPARE(get->varBinds(), VarBinds({{sysDescr, Value::octets("value 1")}}));
    QCOMPARE(next->ending(), Ending::Whole);
    QCOMPARE(agent.asked.at(0).v3.level, level);
    QCOMPARE(agent.asked.at(0).v3.user, QByteArray("somebody"));
    QCOMPARE(agent.asked.at(0).v3.contextName, QByteArray("blue"));
    QCOMPARE(agent.asked.at(1).v3.contextName, QByteArray("green"));
}

void TestSessionV3::resynchronisesOnce() {
    FakeAgent agent(m_engine, FakeAgent::ClockMoves, 1);
    agent.setUser(somebody());
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QCOMPARE(agent.questions, 2);
    QCOMPARE(get->figures().requests, 1);
    QCOMPARE(get->figures().retries, 1);
    agent.setHabit(FakeAgent::ClockMoves, 2);
    const auto again = session->get({sysDescr});
    QVERIFY(finishes(*again));
    QCOMPARE(again->ending(), Ending::Authentication);
    QCOMPARE(again->failure()->kind(), Failure::Kind::NotInTimeWindow);
}

void TestSessionV3::aSetOutOfItsTimeWindowIsMadeOnce() {
    FakeAgent agent(m_engine, FakeAgent::ClockMoves, 1);
    agent.setUser(somebody());
    const auto session = agent.session();
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    QCOMPARE(agent.questions, 2); // the report said that the first was not carried out
}

void TestSessionV3::aSetWhoseAnswerIsLostIsMadeOnce() {
    FakeAgent agent(m_engine, FakeAgent::LosesAnswers, 1);
    agent.setUser(somebody());
    const auto session = agent.session({50ms, 3});
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Timeout);
    QCOMPARE(set->failure()->kind(), Failure::Kind::LostSet);
    QCOMPARE(agent.changes, 1);
    QCOMPARE(agent.questions, 1);
}

void TestSessionV3::tellsWhatAReportSays_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("no such context") << int(FakeAgent::NoContext)
                                     << Failure(Failure::Kind::UnknownContext, {u"blue"_s});
    QTest::newRow("one that no RFC names")
        << int(FakeAgent::UnknownReport) << Failure(Failure::Kind::UnknownReport, {u"1.3.6.1.4.1.1.1.0"_s});
}

void TestSessionV3::tellsWhatAReportSays() {
    QFETCH(int, habit);
    QFETCH(Failure, failure);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit));
    agent.setUser(somebody());
    const auto session = agent.session();
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Authentication);
    QCOMPARE(*get->failure(), failure);
}

void TestSessionV3::aSilentPeerIsATimeout() {
    FakeAgent agent(m_engine, FakeAgent::Silent);
    agent.setUser(somebody());
    const auto session = agent.session({50ms, 2});
    const Ticker ticker;
    const auto get = session->get({sysDescr});
    QSignalSpy tries(get.get(), &Operation::trying);
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Timeout);
    QCOMPARE(get->failure()->kind(), Failure::Kind::Timeout);
    QCOMPARE(tries.size(), 3);
    QVERIFY(get->figures().elapsed < 250ms);
    QVERIFY(ticker.longestGap() < 100 * Slowdown);
}

void TestSessionV3::findsAnEngineThatChanged() {
    FakeAgent agent(m_engine, FakeAgent::Forgets);
    agent.setUser(somebody());
    const auto session = agent.session();
    const auto first = session->get({sysDescr});
    QVERIFY(finishes(*first));
    QCOMPARE(first->ending(), Ending::Whole);
    const auto second = session->get({sysDescr});
    QVERIFY(finishes(*second));
    QCOMPARE(second->ending(), Ending::Whole);
}

void TestSessionV3::takesALateV3AnswerOfAnEarlierTry() {
    FakeAgent agent(m_engine);
    agent.setUser(somebody());
    const auto session = agent.session({100ms, 4});
    const auto first = session->get({sysDescr});
    QVERIFY(finishes(*first));
    agent.setHabit(FakeAgent::Late, 250);
    const auto get = session->get({sysName});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QVERIFY(get->figures().retries >= 1);
    QVERIFY(get->figures().elapsed < 400ms); // the first try's answer, not the last one's
}

QTEST_GUILESS_MAIN(TestSessionV3)
#include "tst_sessionv3.moc"
