// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

QList<Oid> columns(int count) {
    QList<Oid> result;
    for (int i = 1; i <= count; ++i)
        result.append(entry + quint32(i));
    return result;
}

/// What came, and whether it ascended within each column.
struct Cells {
    explicit Cells(Operation &operation) {
        QObject::connect(&operation, &Operation::batch, &operation, [this](const VarBinds &batch) {
            ++batches;
            for (const VarBind &varBind : batch) {
                Oid &last = lasts[varBind.oid.first(entry.size() + 1)];
                ascends = ascends && last < varBind.oid;
                last = varBind.oid;
                values.insert(varBind.oid, varBind.value);
                ++count;
            }
        });
    }
    QMap<Oid, Value> values;
    QMap<Oid, Oid> lasts;
    bool ascends = true;
    int count = 0;
    int batches = 0;
};

QMap<Oid, Value> expected(const FakeAgent &agent, const QList<Oid> &columns) {
    QMap<Oid, Value> result;
    for (auto it = agent.objects.cbegin(); it != agent.objects.cend(); ++it) {
        if (std::ranges::any_of(columns, [&](const Oid &column) { return it.key().startsWith(column); }))
            result.insert(it.key(), it.value());
    }
    return result;
}

} // namespace

class TestTableRead final : public QObject {
    Q_OBJECT

private slots:
    void readsEveryCellOnce_data();
    void readsEveryCellOnce();
    void completesRowsEarly();
    void leavesOutWhatIsNotThere();
    void putsUpWithShortAnswers();
    void asksForLessOnTooBig();
    void stopsAtAColumnThatLoops();
    void stopsAtTheLimit();
    void tellsAnAgentError();
    void withoutColumnsIsWholeAtOnce();

private:
    Engine m_engine;
};

void TestTableRead::readsEveryCellOnce_data() {
    QTest::addColumn<Version>("version");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hasHoles");
    for (const Version version : {Version::V1, Version::V2c}) {
        const QByteArray name = version == Version::V1 ? "v1, " : "v2c, ";
        QTest::newRow(name + "one column") << version << 1 << false;
        QTest::newRow(name + "five columns") << version << 5 << false;
        QTest::newRow(name + "forty columns") << version << 40 << false;
        QTest::newRow(name + "with holes") << version << 5 << true;
    }
}

void TestTableRead::readsEveryCellOnce() {
    QFETCH(Version, version);
    QFETCH(int, width);
    QFETCH(bool, hasHoles);
    FakeAgent agent(m_engine);
    agent.addTable(entry, width + 1, 30, [hasHoles](int column, int row) {
        return hasHoles && ((column == 2 && row > 7) || (column == 3 && row % 3 == 0) || column == 4);
    });
    const auto session = agent.session({500ms, 2}, version);
    const auto table = session->table({.columns = columns(width)});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    const auto all = expected(agent, columns(width));
    QCOMPARE(cells.values, all);
    QCOMPARE(cells.count, int(all.size()));
    QVERIFY(cells.ascends);
    QCOMPARE(table->figures().varBinds, all.size());
}

void TestTableRead::completesRowsEarly() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 10, 100);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(10)});
    VarBinds first;
    connect(table.get(), &Operation::batch, table.get(), [&](const VarBinds &batch) {
        if (first.isEmpty())
            first = batch;
    });
    QVERIFY(finishes(*table));
    QVERIFY(first.size() >= 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(first.at(i).oid, entry + quint32(i + 1) + 1);
    QVERIFY(table->figures().requests <= 20);
}

void TestTableRead::leavesOutWhatIsNotThere() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(3)});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    QCOMPARE(cells.count, 0);
    QCOMPARE(table->figures().requests, 1);
}

void TestTableRead::putsUpWithShortAnswers() {
    FakeAgent agent(m_engine, FakeAgent::CutsRows, 4); // of six columns
    agent.addTable(entry, 6, 20);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(6)});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    QCOMPARE(cells.values, expected(agent, columns(6)));
}

void TestTableRead::asksForLessOnTooBig() {
    FakeAgent agent(m_engine, FakeAgent::TooBig, 3); // of six columns
    agent.addTable(entry, 6, 10);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(6)});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    QCOMPARE(cells.values, expected(agent, columns(6)));
}

void TestTableRead::stopsAtAColumnThatLoops() {
    FakeAgent agent(m_engine, FakeAgent::Loops);
    agent.objects.clear();
    agent.addTable(entry, 2, 5);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(2)});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::NotIncreasing);
    QCOMPARE(table->lastOid(), entry + 1 + 3);
    QVERIFY(cells.ascends);
}

void TestTableRead::stopsAtTheLimit() {
    FakeAgent agent(m_engine);
    agent.addTable(entry, 4, 100);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(4), .limit = 50});
    Cells cells(*table);
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Limit);
    QCOMPARE(cells.count, 50);
}

void TestTableRead::tellsAnAgentError() {
    FakeAgent agent(m_engine, FakeAgent::GenErr, 2);
    agent.addTable(entry, 3, 3);
    const auto session = agent.session();
    const auto table = session->table({.columns = columns(3)});
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::AgentError);
    QCOMPARE(table->errorIndex(), 2);
    QCOMPARE(*table->failure(), Failure(Failure::Kind::AgentError, {u"genErr"_s, (entry + 2).toString(), u"2"_s}));
}

void TestTableRead::withoutColumnsIsWholeAtOnce() {
    FakeAgent agent(m_engine);
    const auto session = agent.session();
    const auto table = session->table({});
    QVERIFY(finishes(*table));
    QCOMPARE(table->ending(), Ending::Whole);
    QCOMPARE(agent.questions, 0);
}

QTEST_GUILESS_MAIN(TestTableRead)
#include "tst_tableread.moc"
