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
