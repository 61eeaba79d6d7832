// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/memorysocket.h"
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
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

Credential somebody(SecurityLevel level = SecurityLevel::AuthPriv) {
    return *Credential::user({.name = "somebody",
        .level = level,
        .auth = AuthProtocol::Sha1,
        .priv = PrivProtocol::Aes128,
        .authPassphrase = Secret("authentic phrase"),
        .privPassphrase = Secret("private phrase"),
        .contextName = "blue"});
}

using Start = std::function<std::unique_ptr<Operation>(Session &)>;
enum class Deed { Cancel, DeleteOperation, DeleteSession, DeleteSessionThenOperation };
enum class When { Batch, Trying, Finished, Traffic };

} // namespace

Q_DECLARE_METATYPE(Start)

class TestSession final : public QObject {
    Q_OBJECT

private slots:
    void anythingMayGoInsideAnySignal_data();
    void anythingMayGoInsideAnySignal();
    void itsOperationsEndClosedWithIt();
    void showsItsTraffic();
    void manyAtOnceAllEnd();
    void worksOverAPairInMemory();
    void namesThatDoNotExistAreRefused();
    void aNameIsLookedUp();
    // SNMPv3
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

void TestSession::anythingMayGoInsideAnySignal_data() {
    QTest::addColumn<Start>("start");
    QTest::addColumn<int>("deed");
    QTest::addColumn<int>("when");
    QTest::addColumn<int>("habit");
    const std::pair<const char *, Start> starts[] = {
        {"get", [](Session &s) { return s.get({sysDescr}); }},
        {"set",
            [](Session &s) {
                return s.set({{sysName, Value::octets("x")}});
            }},
        {"walk", [](Session &s) { return s.walk({.root = entry}); }},
        {"table",
            [](Session &s) {
                return s.table({.columns = {entry + 1, entry + 2}});
            }},
    };
    const std::pair<const char *, Deed> deeds[] = {
        {"cancel", Deed::Cancel},
        {"delete operation", Deed::DeleteOperation},
        {"delete session", Deed::DeleteSession},
        {"delete both", Deed::DeleteSessionThenOperation},
    };
    const std::pair<const char *, When> whens[] = {
        {"batch", When::Batch},
        {"trying", When::Trying},
        {"finished", When::Finished},
        {"traffic", When::Traffic},
    };
    const std::pair<const char *, FakeAgent::Habit> habits[] = {
        {"honest", FakeAgent::Honest},
        {"silent", FakeAgent::Silent},
        {"repeating", FakeAgent::Twice},
    };
    for (const auto &[startName, start] : starts) {
        for (const auto &[deedName, deed] : deeds) {
            for (const auto &[whenName, when] : whens) {
                for (const auto &[habitName, habit] : habits)
                    QTest::addRow("%s: %s in %s, %s", startName, deedName, whenName, habitName)
                        << start << int(deed) << int(when) << int(habit);
            }
        }
    }
}

void TestSession::anythingMayGoInsideAnySignal() {
    QFETCH(Start, start);
    QFETCH(int, deed);
    QFETCH(int, when);
    QFETCH(int, habit);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit));
    agent.addTable(entry, 3, 60);
    auto session = agent.session({20ms, 1});
    std::unique_ptr<Operation> operation = start(*session);
    std::unique_ptr<Operation> other = start(*session); // its neighbour: it ends, whatever happens
    int finished = 0;
    int batchesAfter = 0;
    bool done = false;
    const auto act = [&] {
        if (std::exchange(done, true))
            return;
        switch (Deed(deed)) {
        case Deed::Cancel: operation->cancel(); break;
        case Deed::DeleteOperation: operation.reset(); break;
        case Deed::DeleteSession: session.reset(); break;
        case Deed::DeleteSessionThenOperation:
            session.reset();
            operation.reset();
            break;
        }
    };
    connect(operation.get(), &Operation::finished, this, [&] { ++finished; });
    connect(operation.get(), &Operation::batch, this, [&] { batchesAfter += finished; });
    switch (When(when)) {
    case When::Batch: connect(operation.get(), &Operation::batch, this, act); break;
    case When::Trying: connect(operation.get(), &Operation::trying, this, act); break;
    case When::Finished: connect(operation.get(), &Operation::finished, this, act); break;
    case When::Traffic: connect(session.get(), &Session::traffic, this, act); break;
    }
    QVERIFY(finishes(*other));
    if (operation)
        QVERIFY(finishes(*operation));
    QTest::qWait(5); // whatever is still queued
    if (operation)
        QCOMPARE(finished, 1);
    QVERIFY(finished <= 1);
    QCOMPARE(batchesAfter, 0);
    disconnect(this);
}

void TestSession::itsOperationsEndClosedWithIt() {
    FakeAgent agent(m_engine, FakeAgent::Silent);
    auto session = agent.session();
    const auto unbegun = session->get({sysDescr});
    session.reset();
    QVERIFY(finishes(*unbegun));
    QCOMPARE(unbegun->ending(), Ending::Closed);
    session = agent.session();
    const auto get = session->get({sysDescr});
    const auto walk = session->walk({.root = entry});
    QVERIFY(QTest::qWaitFor([&] { return get->figures().requests == 1; }));
    session.reset();
    QVERIFY(!get->ending()); // never inside the call that ends it
    QVERIFY(finishes(*get));
    QVERIFY(finishes(*walk));
    QCOMPARE(get->ending(), Ending::Closed);
    QCOMPARE(walk->ending(), Ending::Closed);
    QCOMPARE(*get->failure(), Failure(Failure::Kind::Closed, {agent.endpoint().toString()}));
}

void TestSession::showsItsTraffic() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    QList<Traffic> traffic;
    connect(session.get(), &Session::traffic, this, [&](const Traffic &one) { traffic.append(one); });
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(traffic.size(), 2);
    QCOMPARE(traffic.at(0).direction, Traffic::Direction::Out);
    QCOMPARE(traffic.at(1).direction, Traffic::Direction::In);
    QVERIFY(traffic.at(1).bytes.contains("value 1"));
    QVERIFY(traffic.at(0).time <= traffic.at(1).time);
}

void TestSession::manyAtOnceAllEnd() {
    FakeAgent agent(m_engine);
    const auto session = agent.session({1000ms, 5});
    std::vector<std::unique_ptr<Request>> requests;
    for (int i = 0; i < 500; ++i)
        requests.push_back(session->get({i % 2 ? sysDescr : sysName}));
    for (const auto &request : requests) {
        QVERIFY(finishes(*request));
        QCOMPARE(request->ending(), Ending::Whole);
    }
    QCOMPARE(agent.questions, 500);
}

void TestSession::worksOverAPairInMemory() {
    auto [near, far] = MemorySocket::pair();
    connect(far.get(), &Socket::received, far.get(), [end = far.get()](QByteArrayView question) {
        QByteArray answer = question.toByteArray(); // a GET of one NULL becomes a response of one NULL
        answer[answer.indexOf(char(0xa0))] = char(0xa2);
        (void)end->send(answer);
    });
    Session session(m_engine, Endpoint{}, std::move(near), Credential::community(Version::V2c, Secret("public")));
    const auto get = session.get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QCOMPARE(get->varBinds(), VarBinds({{sysDescr, Value()}}));
}

void TestSession::namesThatDoNotExistAreRefused() {
    Session session(m_engine, *Endpoint::parse(u"no-such-host.invalid"),
        Credential::community(Version::V2c, Secret("public")), {2000ms, 1});
    const Ticker ticker;
    const auto get = session.get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Refused);
    QCOMPARE(*get->failure(), Failure(Failure::Kind::UnknownHost, {u"no-such-host.invalid"_s}));
    QVERIFY(ticker.longestGap() < 100);
}

void TestSession::aNameIsLookedUp() {
    FakeAgent agent(m_engine);
    const Endpoint endpoint{Endpoint::Transport::Udp, false, u"localhost"_s, agent.endpoint().port};
    Session session(m_engine, endpoint, Credential::community(Version::V2c, Secret("public")));
    const auto get = session.get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
}

void TestSession::discoversAndAsks_data() {
    QTest::addColumn<SecurityLevel>("level");
    QTest::newRow("noAuthNoPriv") << SecurityLevel::NoAuthNoPriv;
    QTest::newRow("authNoPriv") << SecurityLevel::AuthNoPriv;
    QTest::newRow("authPriv") << SecurityLevel::AuthPriv;
}

void TestSession::discoversAndAsks() {
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

void TestSession::resynchronisesOnce() {
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

void TestSession::aSetOutOfItsTimeWindowIsMadeOnce() {
    FakeAgent agent(m_engine, FakeAgent::ClockMoves, 1);
    agent.setUser(somebody());
    const auto session = agent.session();
    const auto set = session->set({{sysName, Value::octets("new")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Whole);
    QCOMPARE(agent.questions, 2); // the report said that the first was not carried out
}

void TestSession::aSetWhoseAnswerIsLostIsMadeOnce() {
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

void TestSession::tellsWhatAReportSays_data() {
    QTest::addColumn<int>("habit");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("no such context") << int(FakeAgent::NoContext)
                                     << Failure(Failure::Kind::UnknownContext, {u"blue"_s});
    QTest::newRow("one that no RFC names")
        << int(FakeAgent::UnknownReport) << Failure(Failure::Kind::UnknownReport, {u"1.3.6.1.4.1.1.1.0"_s});
}

void TestSession::tellsWhatAReportSays() {
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

void TestSession::aSilentPeerIsATimeout() {
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
    QVERIFY(ticker.longestGap() < 100);
}

void TestSession::findsAnEngineThatChanged() {
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

void TestSession::takesALateV3AnswerOfAnEarlierTry() {
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

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
