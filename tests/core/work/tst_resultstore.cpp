// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/resultstore.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace walkabout;

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

VarBinds everyType() {
    using Type = Value::Type;
    const QList<Value> values{Value(), Value::integer(0), Value::integer(-1),
        Value::integer(std::numeric_limits<qint32>::min()), Value::integer(std::numeric_limits<qint32>::max()),
        Value::counter32(4294967295U), Value::gauge32(1), Value::timeTicks(300),
        Value::counter64(std::numeric_limits<quint64>::max()),
        Value::opaqueInteger64(std::numeric_limits<qint64>::min()), Value::opaqueUnsigned64(1ULL << 63),
        Value::opaqueFloat(0.1F), Value::opaqueDouble(-1e300), Value::octets({}),
        Value::octets(QByteArray(70'000, '\0')), Value::opaque("\x9f\x01"), Value::nsap(QByteArray::fromHex("4700")),
        *Value::ipAddress(QByteArray::fromHex("0aff0001")), Value::oid({1, 3, 6, 1, 4, 1, 4294967295U}),
        Value::oid({0, 0}), Value::exception(Type::NoSuchObject), Value::exception(Type::NoSuchInstance),
        Value::exception(Type::EndOfMibView)};
    VarBinds varBinds;
    for (const Value &value : values)
        varBinds.append({ifEntry + Oid::Part(varBinds.size()) + 4294967295U, value});
    return varBinds;
}

} // namespace

class TestResultStore final : public QObject {
    Q_OBJECT

private slots:
    void givesBackEveryTypeAsItCame() {
        const VarBinds varBinds = everyType();
        ResultStore store;
        for (int i = 0; i < 20; ++i)
            store.append(varBinds);
        QCOMPARE(store.size(), 20 * varBinds.size());
        for (int row = 0; row < store.size(); ++row) {
            QCOMPARE(store.at(row), varBinds[row % varBinds.size()]);
            QCOMPARE(store.oidAt(row), varBinds[row % varBinds.size()].oid);
        }
    }

    void keepsOidsOfAnyLengthInAnyOrder() {
        Oid longest;
        for (Oid::Part part = 0; part < Oid::MaxLength; ++part)
            longest.append(~part);
        const QList<Oid> oids{longest, {}, {1}, longest, longest.first(127), ifEntry, ifEntry, {0, 0}};
        ResultStore store;
        for (int i = 0; i < 300; ++i)
            store.append({{oids[i * 7 % 8], Value::integer(i)}});
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(store.oidAt(i), oids[i * 7 % 8]);
            QCOMPARE(store.at(i).value, Value::integer(i));
        }
    }

    void tellsWhichRowsCame() {
        ResultStore store;
        QSignalSpy grew(&store, &ResultStore::grew);
        store.append(VarBinds(100, {ifEntry, Value::integer(1)}));
        store.append({});
        store.append(VarBinds(1, {ifEntry, Value::integer(2)}));
        QCOMPARE(grew.size(), 2);
        QCOMPARE(grew[0], QVariantList({0, 99}));
        QCOMPARE(grew[1], QVariantList({100, 100}));
        QCOMPARE(store.at(100).value, Value::integer(2));
    }

    void holdsAMillionInTensOfMegabytes() {
        ResultStore store;
        const int rows = 1'000'000;
        VarBinds batch;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < rows; ++i) {
            const auto column = Oid::Part(i / 50'000 + 1);
            const Oid oid = ifEntry + column + Oid::Part(10'000 + i % 50'000);
            batch.append({oid,
                column == 2 ? Value::octets("GigabitEthernet1/0/" + QByteArray::number(i % 50'000))
                            : Value::counter32(quint32(i) * 2654435761U)});
            if (batch.size() == 500) {
                store.append(batch);
                batch.clear();
            }
        }
        const double bytesEach = double(store.memory()) / rows;
        qInfo("%.1f bytes a varbind, %.2f us each to append (building them included)", bytesEach,
            double(timer.nsecsElapsed()) / 1000 / rows);
        QCOMPARE(store.size(), rows);
        QVERIFY2(bytesEach < 40, qPrintable(QString::number(bytesEach)));
        QVERIFY2(bytesEach > 8, "less than the values themselves: the count is not honest");

        timer.restart();
        quint64 sum = 0;
        for (int i = 0; i < 100'000; ++i)
            sum += store.at(int(i * 7919LL % rows)).value.toUnsigned();
        qInfo("%.2f us to read a row at random", double(timer.nsecsElapsed()) / 1000 / 100'000);
        QVERIFY(sum > 0);
    }
};

QTEST_GUILESS_MAIN(TestResultStore)
#include "tst_resultstore.moc"
