// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/demo.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace walkabout;
using namespace std::chrono_literals;

class TestDemo final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void walksInOrderAndEnds();
    void hasOneRowOfEachTableForEachInterface();
    void agreesWithItselfAboutSpeeds();
    void movesItsCountersWithTheClock();
    void keepsTheLowHalfInTheNarrowCounters();
    void gathersErrorsOnOnePort();
    void keepsCountersOfDownPortsStill();
    void takesAPortDownAndUp();
    void fillsNoStorageOverItsSize();
    void countsItsConnectionsAndProcesses();
    void namesOnlyBridgePortsThatExist();
    void refusesWhatCannotBeSet_data();
    void refusesWhatCannotBeSet();
    void setsAllOrNothing();

private:
    VarBinds walk(const Oid &root) const;
    Value get(const Oid &oid) const { return m_device->get(oid); }

    Monotonic::time_point m_now;
    std::unique_ptr<AgentData> m_device;
};

namespace {

const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};
const Oid ifNumber{1, 3, 6, 1, 2, 1, 2, 1, 0};
const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
constexpr Oid::Part FirstPort = 10101;

} // namespace

void TestDemo::init() {
    m_now = Monotonic::time_point(1h);
    m_device = makeDemoDevice([this] { return m_now; });
}

VarBinds TestDemo::walk(const Oid &root) const {
    VarBinds all;
    Oid at = root;
    while (const auto next = m_device->next(at)) {
        if (!next->oid.startsWith(root))
            break;
        all.append(*next);
        at = next->oid;
    }
    return all;
}

void TestDemo::walksInOrderAndEnds() {
    const VarBinds all = walk({1, 3, 6, 1});
    QVERIFY(all.size() > 1500);
    QVERIFY(std::ranges::is_sorted(all, {}, &VarBind::oid));
    QVERIFY(std::ranges::adjacent_find(all, {}, &VarBind::oid) == all.end());
    for (const VarBind &varBind : all)
        QVERIFY(get(varBind.oid) == varBind.value);
    QCOMPARE(get({1, 3, 6, 1, 2, 1, 99, 0}).type(), Value::Type::NoSuchObject);
    QCOMPARE(get(ifEntry + 2 + 77).type(), Value::Type::NoSuchInstance);
}

void TestDemo::hasOneRowOfEachTableForEachInterface() {
    const qint64 number = get(ifNumber).toSigned();
    QCOMPARE(number, 28);
    QList<Oid> rows;
    for (const VarBind &index : walk(ifEntry + 1))
        rows.append(index.oid.mid(ifEntry.size() + 1));
    QCOMPARE(rows.size(), number);
    for (const Oid::Part column : {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 19, 20})
        QCOMPARE(walk(ifEntry + column).size(), number);
    for (Oid::Part column = 1; column <= 19; ++column) {
        const VarBinds cells = walk(ifXEntry + column);
        QCOMPARE(cells.size(), number);
        for (qsizetype i = 0; i < cells.size(); ++i)
            QCOMPARE(cells[i].oid.mid(ifXEntry.size() + 1), rows[i]);
    }
}

void TestDemo::agreesWithItselfAboutSpeeds() {
    for (const VarBind &speed : walk(ifEntry + 5)) {
        const quint64 high = get(ifXEntry + 15 + speed.oid.last()).toUnsigned();
        QCOMPARE(speed.value.toUnsigned(), std::min<quint64>(high * 1'000'000, 4294967295U));
    }
}

void TestDemo::movesItsCountersWithTheClock() {
    const Oid octets = ifXEntry + 6 + FirstPort;
    const quint64 first = get(octets).toUnsigned();
    QCOMPARE(get(octets).toUnsigned(), first);
    m_now += 1h;
    const quint64 moved = get(octets).toUnsigned() - first;
    QVERIFY(moved > 410'000ULL * 3400 && moved < 410'000ULL * 3800);
    quint64 last = get(octets).toUnsigned();
    for (int second = 0; second < 600; ++second) {
        m_now += 1s;
        const quint64 now = get(octets).toUnsigned();
        QVERIFY(now > last);
        QVERIFY((now - last) * 8 < 1'000'000'000); // no more than the port can carry
        last = now;
    }
    QCOMPARE(get({1, 3, 6, 1, 2, 1, 1, 3, 0}).toUnsigned(), get({1, 3, 6, 1, 2, 1, 25, 1, 1, 0}).toUnsigned());
}

void TestDemo::keepsTheLowHalfInTheNarrowCounters() {
    const std::map<Oid::Part, Oid::Part> ifTable = {{10, 6}, {11, 7}, {16, 10}, {17, 11}};
    const std::map<Oid::Part, Oid::Part> ifXTable = {{2, 8}, {3, 9}, {4, 12}, {5, 13}};
    const auto isLowHalf = [this](const Oid &narrow, const Oid &wide) {
        return get(narrow).type() == Value::Type::Counter32 && get(wide).type() == Value::Type::Counter64
            && get(narrow).toUnsigned() == (get(wide).toUnsigned() & 0xffffffffU);
    };
    for (const VarBind &index : walk(ifEntry + 1)) {
        for (const auto &[narrow, wide] : ifTable)
            QVERIFY(isLowHalf(ifEntry + narrow + index.oid.last(), ifXEntry + wide + index.oid.last()));
        for (const auto &[narrow, wide] : ifXTable)
            QVERIFY(isLowHalf(ifXEntry + narrow + index.oid.last(), ifXEntry + wide + index.oid.last()));
    }
}

void TestDemo::gathersErrorsOnOnePort() {
    const VarBinds before = walk(ifEntry + 14);
    m_now += 1min;
    const VarBinds after = walk(ifEntry + 14);
    qsizetype rising = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        rising += after[i].value.toUnsigned() > before[i].value.toUnsigned() ? 1 : 0;
    QCOMPARE(rising, 1);
}

void TestDemo::keepsCountersOfDownPortsStill() {
    const VarBinds before = walk(ifXEntry + 6);
    m_now += 1min;
    const VarBinds after = walk(ifXEntry + 6);
    qsizetype down = 0;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const bool isUp = get(ifEntry + 8 + before[i].oid.last()).toSigned() == 1;
        down += isUp ? 0 : 1;
        QCOMPARE(after[i].value != before[i].value, isUp);
    }
    QCOMPARE(down, 4);
}

void TestDemo::takesAPortDownAndUp() {
    const Oid admin = ifEntry + 7 + FirstPort;
    const Oid oper = ifEntry + 8 + FirstPort;
    const Oid lastChange = ifEntry + 9 + FirstPort;
    const Oid octets = ifXEntry + 6 + FirstPort;
    const auto uptime = [this] { return get({1, 3, 6, 1, 2, 1, 1, 3, 0}); };
    m_now += 10s;
    const Value wentDown = uptime();
    const Value still = get(octets);
    QCOMPARE(m_device->set({{admin, Value::integer(2)}}).status, ErrorStatus::NoError);
    QCOMPARE(get(oper), Value::integer(2));
    QCOMPARE(get(lastChange), wentDown);
    QCOMPARE(get(octets), still);
    m_now += 1h;
    QCOMPARE(get(octets), still);
    QCOMPARE(get(lastChange), wentDown);
    QCOMPARE(m_device->set({{admin, Value::integer(1)}}).status, ErrorStatus::NoError);
    QCOMPARE(get(oper), Value::integer(1));
    QCOMPARE(get(lastChange), uptime());
    QVERIFY(get(octets).toUnsigned() - still.toUnsigned() < 10);
    m_now += 1s;
    QVERIFY(get(octets).toUnsigned() > still.toUnsigned());
}

void TestDemo::fillsNoStorageOverItsSize() {
    const Oid entry{1, 3, 6, 1, 2, 1, 25, 2, 3, 1};
    VarBinds before = walk(entry + 6);
    bool moved = false;
    for (int minute = 0; minute < 120; ++minute) {
        m_now += 1min;
        const VarBinds used = walk(entry + 6);
        for (const VarBind &one : used)
            QVERIFY(one.value.toSigned() >= 0 && one.value.toSigned() <= get(entry + 5 + one.oid.last()).toSigned());
        moved = moved || used != before;
    }
    QVERIFY(moved);
}

void TestDemo::countsItsConnectionsAndProcesses() {
    qsizetype open = 0;
    for (const VarBind &state : walk({1, 3, 6, 1, 2, 1, 6, 13, 1, 1}))
        open += state.value.toSigned() == 5 || state.value.toSigned() == 8 ? 1 : 0;
    QCOMPARE(get({1, 3, 6, 1, 2, 1, 6, 9, 0}).toSigned(), open);
    const Oid run{1, 3, 6, 1, 2, 1, 25, 4, 2, 1, 1};
    QCOMPARE(get({1, 3, 6, 1, 2, 1, 25, 1, 6, 0}).toSigned(), walk(run).size());
    for (const Oid &programs : {Oid{1, 3, 6, 1, 2, 1, 6, 20, 1, 4}, Oid{1, 3, 6, 1, 2, 1, 7, 7, 1, 8}}) {
        for (const VarBind &program : walk(programs))
            QVERIFY(!get(run + Oid::Part(program.value.toUnsigned())).isException());
    }
}

void TestDemo::namesOnlyBridgePortsThatExist() {
    const Oid basePortIfIndex{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2};
    QCOMPARE(walk(basePortIfIndex).size(), 26);
    for (const VarBind &port : walk(basePortIfIndex))
        QVERIFY(!get(ifEntry + 1 + Oid::Part(port.value.toUnsigned())).isException());
    const VarBinds learned = walk({1, 3, 6, 1, 2, 1, 17, 4, 3, 1, 2});
    QVERIFY(learned.size() > 10);
    for (const VarBind &entry : learned) {
        const Value index = get(basePortIfIndex + Oid::Part(entry.value.toUnsigned()));
        QCOMPARE(get(ifEntry + 8 + Oid::Part(index.toUnsigned())), Value::integer(1));
    }
}

void TestDemo::refusesWhatCannotBeSet_data() {
    QTest::addColumn<Oid>("oid");
    QTest::addColumn<Value>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const Oid &oid, const Value &value, ErrorStatus status) {
        QTest::newRow(name) << oid << value << int(status);
    };
    row("another type", sysName, Value::integer(1), ErrorStatus::WrongType);
    row("too long", sysName, Value::octets(QByteArray(256, 'x')), ErrorStatus::WrongLength);
    row("no ASCII", sysName, Value::octets("caf\xc3\xa9"), ErrorStatus::WrongValue);
    row("no such status", ifEntry + 7 + FirstPort, Value::integer(4), ErrorStatus::WrongValue);
    row("a long alias", ifXEntry + 18 + FirstPort, Value::octets(QByteArray(65, 'x')), ErrorStatus::WrongLength);
    row("what is read only", {1, 3, 6, 1, 2, 1, 1, 1, 0}, Value::octets("x"), ErrorStatus::NotWritable);
    row("what is not there", sysName + 1, Value::octets("x"), ErrorStatus::NoCreation);
    row("a stale lock", {1, 3, 6, 1, 6, 3, 1, 1, 6, 1, 0}, Value::integer(1), ErrorStatus::InconsistentValue);
}

void TestDemo::refusesWhatCannotBeSet() {
    QFETCH(Oid, oid);
    QFETCH(Value, value);
    QFETCH(int, status);
    const Value before = get(oid);
    const auto result = m_device->set({{oid, value}});
    QCOMPARE(int(result.status), status);
    QCOMPARE(result.index, 1);
    QCOMPARE(get(oid), before);
}

void TestDemo::setsAllOrNothing() {
    const VarBind good{sysName, Value::octets("renamed")};
    const auto refused = m_device->set({good, {ifEntry + 7 + FirstPort, Value::integer(9)}});
    QCOMPARE(refused.index, 2);
    QVERIFY(get(sysName) != good.value);
    QCOMPARE(m_device->set({good}).status, ErrorStatus::NoError);
    QCOMPARE(get(sysName), good.value);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
