// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

enum class Signal { Batch, Trying, Finished, Traffic };
enum class Verb { Get, Set, Walk, Table };

} // namespace

class TestConnection final : public QObject {
    Q_OBJECT

private slots:
    void mayGoInsideAnySignal_data();
    void mayGoInsideAnySignal();
    void writesWithACommunityOfItsOwn();
    void readsWithoutAWriteCommunity();

private:
    [[nodiscard]] std::unique_ptr<Connection> open(const FakeAgent &agent, const Secrets &secrets);
    static std::unique_ptr<Operation> begin(Connection &connection, Verb verb);

    Engine m_engine;
};

std::unique_ptr<Connection> TestConnection::open(const FakeAgent &agent, const Secrets &secrets) {
    Device device;
    device.endpoint = agent.endpoint();
    device.bounds = {20ms, 1};
    auto connection = Connection::open(m_engine, device, secrets);
    return connection ? *std::move(connection) : nullptr;
}

std::unique_ptr<Operation> TestConnection::begin(Connection &connection, Verb verb) {
    switch (verb) {
    case Verb::Get: return connection.reader().get({sysName});
    case Verb::Set: return (*connection.writer())->set({{sysName, Value::octets("x")}});
    case Verb::Walk: return connection.reader().walk({.root = entry});
    case Verb::Table: return connection.reader().table({.columns = {entry + 1, entry + 2}});
    }
    return nullptr;
}

void TestConnection::mayGoInsideAnySignal_data() {
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("when");
    QTest::addColumn<int>("habit");
    const std::pair<const char *, Verb> verbs[]
        = {{"get", Verb::Get}, {"set", Verb::Set}, {"walk", Verb::Walk}, {"table", Verb::Table}};
    const std::pair<const char *, Signal> whens[] = {{"batch", Signal::Batch}, {"trying", Signal::Trying},
        {"finished", Signal::Finished}, {"traffic", Signal::Traffic}};
    for (const auto &[verbName, verb] : verbs) {
        for (const auto &[whenName, when] : whens) {
            QTest::addRow("%s: in %s, honest", verbName, whenName) << int(verb) << int(when) << int(FakeAgent::Honest);
            QTest::addRow("%s: in %s, silent", verbName, whenName) << int(verb) << int(when) << int(FakeAgent::Silent);
        }
    }
}

void TestConnection::mayGoInsideAnySignal() {
    QFETCH(int, verb);
    QFETCH(int, when);
    QFETCH(int, habit);
    FakeAgent agent(m_engine, FakeAgent::Habit(habit));
    agent.addTable(entry, 3, 60);
    auto connection = open(agent, {Secret("public"), Secret("private"), {}, {}});
    QVERIFY(connection);
    const auto operation = begin(*connection, Verb(verb));
    const auto other = connection->reader().walk({.root = entry}); // its neighbour
    int finished = 0;
    bool wentBefore = false;
    const auto go = [&] {
        if (connection)
            wentBefore = !operation->ending();
        connection.reset();
    };
    connect(operation.get(), &Operation::finished, this, [&] { ++finished; });
    switch (Signal(when)) {
    case Signal::Batch: connect(operation.get(), &Operation::batch, this, go); break;
    case Signal::Trying: connect(operation.get(), &Operation::trying, this, go); break;
    case Signal::Finished: connect(operation.get(), &Operation::finished, this, go); break;
    case Signal::Traffic: connect(connection.get(), &Connection::traffic, this, go); break;
    }
    QVERIFY(finishes(*operation));
    QVERIFY(finishes(*other));
    QTest::qWait(5); // whatever is still queued
    QCOMPARE(finished, 1);
    if (wentBefore && Signal(when) == Signal::Traffic)
        QCOMPARE(operation->ending(), Ending::Closed);
    disconnect(this);
}

void TestConnection::writesWithACommunityOfItsOwn() {
    FakeAgent agent(m_engine);
    const auto connection = open(agent, {Secret("public"), Secret("private"), {}, {}});
    QVERIFY(connection);
    const auto writer = connection->writer();
    QVERIFY(writer.ok());
    QVERIFY(*writer != &connection->reader());
    QCOMPARE(*connection->writer(), *writer); // made once
}

void TestConnection::readsWithoutAWriteCommunity() {
    FakeAgent agent(m_engine);
    const auto connection = open(agent, {Secret("public"), {}, {}, {}});
    QVERIFY(connection);
    QVERIFY(!connection->writer().ok()); // never taken from the read one
    const auto get = connection->reader().get({sysName});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
