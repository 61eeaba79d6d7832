// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/walk.h"
#include "tests/support/fakeagent.h"
#include "tests/support/relay.h"
#include "tests/support/waiting.h"

#include <numeric>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid mib2{1, 3, 6, 1, 2, 1};
const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};
constexpr int Columns = 10;
constexpr int Rows = 300;
constexpr auto Ceiling = 4s; // far above every delay: a wait that came near it would be seen

const Relay::Script slow{0, 0, 20ms, 300ms, true};
const Relay::Script slowAndRepeating{0, 40, 20ms, 300ms, true};

VarBinds expected(const FakeAgent &agent, const Oid &root) {
    VarBinds result;
    for (auto it = agent.objects.cbegin(); it != agent.objects.cend(); ++it) {
        if (it.key().startsWith(root))
            result.append({it.key(), it.value()});
    }
    return result;
}

QList<Oid> columns() {
    QList<Oid> result;
    for (int column = 1; column <= Columns; ++column)
        result.append(entry + quint32(column));
    return result;
}

Credential credential(Version version) {
    if (version != Version::V3)
        return Credential::community(version, Secret("public"));
    return *Credential::user({.name = "ada",
        .level = SecurityLevel::AuthPriv,
        .authPassphrase = Secret("one pass-phrase"),
        .privPassphrase = Secret("another phrase")});
}

QByteArray costOf(const Operation &operation) {
    const Figures &figures = operation.figures();
    return QByteArray::number(figures.requests) + " requests, " + QByteArray::number(figures.retries) + " retries, "
        + QByteArray::number(qint64(figures.elapsed / 1ms)) + " ms";
}

/// Chance may have the first answers come much sooner than later ones.
bool isSeldomAskedTwice(const Operation &operation) {
    return operation.figures().retries <= 2 + operation.figures().requests / 20;
}

/// A device whose answers take 20 to 300 ms each, as chance has it: those of one moment come in any order.
class SlowDevice final {
public:
    SlowDevice(Engine &engine, Relay::Script script, Version version = Version::V2c)
        : agent(engine)
        , relay(agent.endpoint(), script)
        , session(engine, relay.endpoint(), credential(version), {Ceiling, 5}) {
        if (version == Version::V3)
            agent.setUser(credential(version));
        agent.addTable(entry, Columns, Rows, [](int column, int row) { return (column * row) % 13 == 0; });
    }
    FakeAgent agent;
    Relay relay;
    Session session;
};

} // namespace

/// Walks and tables of an agent whose answers are slow, each by another time: everything comes, once and in order, and
/// little is asked twice, because the deadline follows what was measured.
class TestWalkDelays final : public QObject {
    Q_OBJECT

private slots:
    void aWalkIsWholeAndInOrder_data();
    void aWalkIsWholeAndInOrder();
    void whereNoOneNamesTheTablesSeveralAreReadAtOnce();
    void aTableIsWhole_data();
    void aTableIsWhole();
    void whatIsLostIsMissedLongBeforeTheCeiling();

private:
    Engine m_engine;
};

void TestWalkDelays::aWalkIsWholeAndInOrder_data() {
    QTest::addColumn<Relay::Script>("script");
    QTest::addColumn<Version>("version");
    QTest::addColumn<Pace>("pace");
    const Pace tuned;
    const Pace wide{20, 16, false};
    QTest::newRow("tuned") << slow << Version::V2c << tuned;
    QTest::newRow("wide") << slow << Version::V2c << wide;
    QTest::newRow("one at a time") << slow << Version::V2c << Pace{100, 1, false};
    QTest::newRow("SNMPv1") << slow << Version::V1 << wide;
    QTest::newRow("SNMPv3") << slow << Version::V3 << tuned;
    QTest::newRow("repeated, tuned") << slowAndRepeating << Version::V2c << tuned;
    QTest::newRow("repeated, wide") << slowAndRepeating << Version::V2c << wide;
    QTest::newRow("repeated, SNMPv3") << slowAndRepeating << Version::V3 << wide;
}

void TestWalkDelays::aWalkIsWholeAndInOrder() {
    QFETCH(const Relay::Script, script);
    QFETCH(const Version, version);
    QFETCH(const Pace, pace);
    SlowDevice device(m_engine, script, version);
    const auto walk = device.session.walk({.root = mib2, .boundaries = columns(), .pace = pace});
    VarBinds all;
    bool isIncreasing = true;
    connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) {
        for (const VarBind &varBind : batch) {
            isIncreasing = isIncreasing && (all.isEmpty() || varBind.oid > all.last().oid);
            all.append(varBind);
        }
    });
    QVERIFY(finishes(*walk, 60'000));
    QVERIFY2(walk->ending() == Ending::Whole, qPrintable(walk->failure() ? walk->failure()->text() : QString()));
    QVERIFY(isIncreasing);
    QCOMPARE(all, expected(device.agent, mib2));
    QVERIFY2(isSeldomAskedTwice(*walk), costOf(*walk));
    if (pace.window > 1 && version != Version::V1) // one at a time, each takes 160 ms
        QVERIFY2(walk->figures().elapsed < walk->figures().requests * 160ms / 3, costOf(*walk));
}

// A vendor's groups, of scalars and tables, of which no module is at hand.
void TestWalkDelays::whereNoOneNamesTheTablesSeveralAreReadAtOnce() {
    const Oid vendor{1, 3, 6, 1, 4, 1, 99999};
    FakeAgent agent(m_engine);
    for (quint32 group = 3; group < 120; group += 1 + group % 4) {
        for (quint32 scalar = 1; scalar <= group % 7; ++scalar)
            agent.objects.insert(vendor + group + 1U + scalar + 0U, Value::integer(1));
        for (quint32 table = 2; table <= 2 + group % 3; ++table) {
            for (quint32 column = 1; column <= 3 + group % 5; ++column) {
                for (quint32 row = 1; row <= group * 7 % 40; ++row)
                    agent.objects.insert(vendor + group + table + 1U + column + row * 1001, Value::integer(1));
            }
        }
    }
    const Relay relay(agent.endpoint(), {0, 0, 40ms, 40ms, true});
    Session session(m_engine, relay.endpoint(), credential(Version::V2c), {Ceiling, 5});
    const auto walk = session.walk({.root = {1, 3, 6, 1}, .pace = {25, 8, false}});
    VarBinds all;
    connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) { all += batch; });
    QVERIFY(finishes(*walk, 60'000));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(all, expected(agent, {1, 3, 6, 1}));
    QVERIFY(all.size() > 5'000);
    const Figures &figures = walk->figures();
    QVERIFY2(figures.elapsed < figures.requests * 40ms / 2, costOf(*walk));
    QVERIFY2(figures.requests < all.size() / 25 * 3 / 2, costOf(*walk)); // and little is asked in vain
}

void TestWalkDelays::aTableIsWhole_data() {
    QTest::addColumn<Relay::Script>("script");
    QTest::addColumn<Pace>("pace");
    QTest::newRow("tuned") << slow << Pace{};
    QTest::newRow("wide") << slow << Pace{20, 8, false};
    QTest::newRow("repeated, tuned") << slowAndRepeating << Pace{};
}

void TestWalkDelays::aTableIsWhole() {
    QFETCH(const Relay::Script, script);
    QFETCH(const Pace, pace);
    SlowDevice device(m_engine, script);
    const auto table = device.session.table({.columns = columns(), .pace = pace});
    QMap<Oid, QList<Oid>> found; // by column
    VarBinds all;
    connect(table.get(), &Operation::batch, table.get(), [&](const VarBinds &batch) {
        for (const VarBind &varBind : batch)
            found[varBind.oid.first(entry.size() + 1)].append(varBind.oid);
        all += batch;
    });
    QVERIFY(finishes(*table, 60'000));
    QCOMPARE(table->ending(), Ending::Whole);
    for (const QList<Oid> &column : std::as_const(found))
        QVERIFY(std::ranges::adjacent_find(column, std::greater_equal()) == column.end());
    std::ranges::sort(all, {}, &VarBind::oid);
    QCOMPARE(all, expected(device.agent, entry));
    QVERIFY2(isSeldomAskedTwice(*table), costOf(*table));
}

void TestWalkDelays::whatIsLostIsMissedLongBeforeTheCeiling() {
    SlowDevice device(m_engine, {5, 0, 20ms, 300ms, true});
    const auto walk = device.session.walk({.root = mib2, .boundaries = columns(), .pace = {50, 4, false}});
    VarBinds all;
    connect(walk.get(), &Operation::batch, walk.get(), [&](const VarBinds &batch) { all += batch; });
    QHash<QByteArray, UtcMicroseconds> sent;
    QList<std::chrono::microseconds> waits; // until a question went out again
    connect(&device.session, &Session::traffic, walk.get(), [&](const Traffic &traffic) {
        if (traffic.direction != Traffic::Direction::Out)
            return;
        if (const auto before = sent.constFind(traffic.bytes); before != sent.constEnd())
            waits.append(traffic.time - *before);
        sent.insert(traffic.bytes, traffic.time);
    });
    QVERIFY(finishes(*walk, 60'000));
    QCOMPARE(walk->ending(), Ending::Whole);
    QCOMPARE(all, expected(device.agent, mib2));
    QVERIFY(device.relay.lost > 0);
    QVERIFY(!waits.isEmpty());
    const auto whole = std::accumulate(waits.cbegin(), waits.cend(), std::chrono::microseconds(0));
    QVERIFY2(whole < waits.size() * Ceiling / 3, qPrintable(QString::number(whole / waits.size() / 1ms)));
}

QTEST_GUILESS_MAIN(TestWalkDelays)
#include "tst_walkdelays.moc"
