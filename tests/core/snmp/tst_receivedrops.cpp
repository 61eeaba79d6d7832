// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walk.h"
#include "tests/support/floodingagent.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid mib2{1, 3, 6, 1, 2, 1};
const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

std::unique_ptr<Session> sessionOf(const FloodingAgent &agent, Engine &engine) {
    return std::make_unique<Session>(
        engine, agent.endpoint(), Credential::community(Version::V2c, Secret("public")), Bounds{300ms, 5});
}

/// Counts what a session read.
struct Received {
    explicit Received(Session &session) {
        QObject::connect(&session, &Session::traffic, &session,
            [this](const Traffic &traffic) { datagrams += traffic.direction == Traffic::Direction::In; });
    }
    qint64 datagrams = 0;
};

} // namespace

/// What this system drops of what was sent to a session is counted, and told with each operation that ran meanwhile.
class TestReceiveDrops final : public QObject {
    Q_OBJECT

private slots:
    void whatFoundNoRoomIsCounted();
    void aWalkCountsThemOnceForAllItsQuestions();
    void eachOperationThatWaitsIsTold();
    void laterOperationsAreNotCharged();
    void nothingIsDroppedOfAnUsualWalk();

private:
    Engine m_engine;
};

void TestReceiveDrops::whatFoundNoRoomIsCounted() {
    FloodingAgent agent(m_engine, {0});
    const auto session = sessionOf(agent, m_engine);
    const Received received(*session);
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
    QVERIFY(get->figures().retries > 0); // the answer came behind the flood
    QVERIFY(get->figures().dropped > 0);
    QTRY_COMPARE(get->figures().dropped + received.datagrams, agent.sent);
}

void TestReceiveDrops::aWalkCountsThemOnceForAllItsQuestions() {
    FloodingAgent agent(m_engine, {20, 40});
    agent.agent.addTable(entry, 8, 200);
    const auto session = sessionOf(agent, m_engine);
    const Received received(*session);
    QList<Oid> columns;
    for (quint32 column = 1; column <= 8; ++column)
        columns.append(entry + column);
    const auto walk = session->walk({.root = mib2, .boundaries = columns, .pace = {10, 8, false}});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walk->figures().varBinds, 7 + 8 * 200);
    QVERIFY(walk->figures().dropped > 0);
    QTRY_COMPARE(walk->figures().dropped + received.datagrams, agent.sent);
}

void TestReceiveDrops::eachOperationThatWaitsIsTold() {
    FloodingAgent agent(m_engine, {0, 1, 2});
    const auto session = sessionOf(agent, m_engine);
    const auto one = session->get({sysDescr});
    const auto two = session->get({sysDescr});
    QVERIFY(finishes(*one));
    QVERIFY(finishes(*two));
    QVERIFY(one->figures().dropped > 0);
    QVERIFY(two->figures().dropped > 0);
}

void TestReceiveDrops::laterOperationsAreNotCharged() {
    FloodingAgent agent(m_engine, {0});
    const auto session = sessionOf(agent, m_engine);
    const auto get = session->get({sysDescr});
    QVERIFY(finishes(*get));
    QVERIFY(get->figures().dropped > 0);
    const auto later = session->get({sysDescr});
    QVERIFY(finishes(*later));
    QCOMPARE(later->figures().dropped, 0);
}

void TestReceiveDrops::nothingIsDroppedOfAnUsualWalk() {
    FloodingAgent agent(m_engine, {});
    agent.agent.addTable(entry, 4, 1000);
    const auto session = sessionOf(agent, m_engine);
    const auto walk = session->walk({.root = mib2});
    QVERIFY(finishes(*walk));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(walk->figures().dropped, 0);
}

QTEST_GUILESS_MAIN(TestReceiveDrops)
#include "tst_receivedrops.moc"
