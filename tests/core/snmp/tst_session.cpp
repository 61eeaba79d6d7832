// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/memorysocket.h"
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

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
    QTRY_VERIFY(!operation || operation->ending());
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
    QCOMPARE(traffic.at(0).path.peer, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(traffic.at(0).path.peerPort, agent.endpoint().port);
    QVERIFY(traffic.at(0).path.localPort != 0 && !traffic.at(0).path.isStream);
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
    QVERIFY(ticker.longestGap() < 100 * Slowdown);
}

void TestSession::aNameIsLookedUp() {
    FakeAgent agent(m_engine);
    const Endpoint endpoint{Endpoint::Transport::Udp, false, u"localhost"_s, agent.endpoint().port};
    Session session(m_engine, endpoint, Credential::community(Version::V2c, Secret("public")));
    const auto get = session.get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
