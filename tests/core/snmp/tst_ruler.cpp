// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ruler.h"

#include <QTest>

using namespace walkabout;

namespace {

const Oid entry{1, 3, 6, 1, 2, 1, 2, 2, 1};

/// Rows of one column, from a first to a last index, `step` apart.
VarBinds rows(quint32 column, quint32 first, quint32 last, quint32 step = 1) {
    VarBinds result;
    for (quint32 row = first; row <= last; row += step)
        result.append({entry + column + row, Value::integer(1)});
    return result;
}

void learn(Ruler &ruler, const VarBinds &varBinds) { ruler.learn({varBinds.constData(), size_t(varBinds.size())}); }

} // namespace

class TestRuler final : public QObject {
    Q_OBJECT

private slots:
    void knowsNothingAtFirst() { QVERIFY(!Ruler({}).next(entry, 10)); }

    void goesToTheNextBoundaryWhereNothingElseIsKnown() {
        const Ruler ruler({entry + 1U, entry + 2U, entry + 3U});
        QCOMPARE(ruler.next(entry, 10)->oid, entry + 1U);
        QCOMPARE(ruler.next(entry + 1U, 10)->oid, entry + 2U);
        QCOMPARE(ruler.next(entry + 2U + 7U, 10)->oid, entry + 3U);
        QVERIFY(!ruler.next(entry + 3U, 10));
    }

    void measuresByTheStrideOfTheRows() {
        Ruler ruler({entry + 1U, entry + 2U});
        learn(ruler, rows(1, 10, 200, 10));
        const auto mark = ruler.next(entry + 1U + 200U, 20);
        QCOMPARE(mark->oid, entry + 1U + 400U);
        QCOMPARE(mark->ahead, 20);
        QVERIFY(!mark->isSure);
    }

    void neverMeasuresBeyondTheNextBoundary() {
        Ruler ruler({entry + 1U, entry + 2U});
        learn(ruler, rows(1, 1, 50));
        QCOMPARE(ruler.next(entry + 1U + 4294967290U, 1000)->oid, entry + 2U);
    }

    void takesTheRowsOfTheColumnBefore() {
        Ruler ruler({entry + 1U, entry + 2U, entry + 3U});
        for (quint32 row = 1; row <= 400; row += 50)
            learn(ruler, rows(1, row, row + 49));
        learn(ruler, rows(2, 1, 50));
        const auto mark = ruler.next(entry + 2U + 50U, 100);
        QCOMPARE(mark->oid, entry + 2U + 150U);
        QCOMPARE(mark->ahead, 100);
        QVERIFY(mark->isSure);
        QCOMPARE(ruler.next(entry + 2U + 350U, 100)->oid, entry + 3U); // the column ends before
    }

    void takesSeveralShortColumnsTogether() {
        QList<Oid> columns;
        for (quint32 column = 1; column <= 22; ++column)
            columns.append(entry + column);
        Ruler ruler(columns);
        learn(ruler, rows(1, 1, 24) + rows(2, 1, 3));
        const auto mark = ruler.next(entry + 2U + 3U, 100);
        QCOMPARE(mark->oid, entry + 6U);
        QCOMPARE(mark->ahead, 4 * 24);
    }

    void findsColumnsByItselfWhereNoOneNamesThem() {
        Ruler ruler({});
        learn(ruler, rows(1, 1, 100));
        learn(ruler, rows(2, 1, 10));
        QCOMPARE(ruler.next(entry + 2U + 10U, 500)->oid, entry + 7U);
    }

    void leavesTheTableAtItsEnd() {
        const Oid after{1, 3, 6, 1, 2, 1, 3, 1};
        Ruler ruler({entry + 1U, entry + 2U, after});
        learn(ruler, rows(1, 1, 24) + rows(2, 1, 24));
        QCOMPARE(ruler.next(entry + 2U + 24U, 100)->oid, after);
    }

    void aTableInsideAGroupIsNotMeasuredByTheGroup() {
        Ruler ruler({entry + 1U, entry + 2U, entry + 3U});
        VarBinds system;
        for (quint32 object = 1; object <= 7; ++object)
            system.append({{1, 3, 6, 1, 2, 1, 1, object, 0}, Value::integer(1)});
        learn(ruler, system + rows(1, 1, 13));
        QCOMPARE(ruler.next(entry + 1U + 13U, 80)->oid, entry + 1U + 93U); // not entry + 3 and far behind it
    }

    void goesBeyondASubtreeThatIsLargeEnough() {
        const Oid vendor{1, 3, 6, 1, 4, 1, 99999};
        Ruler ruler({});
        QVERIFY(!ruler.beyond(vendor + 1U + 1U, vendor, {}, 50)); // nothing is known
        VarBinds groups;
        for (quint32 group = 1; group <= 5; ++group) {
            for (quint32 column = 1; column <= 4; ++column) {
                for (quint32 row = 1; row <= 20; ++row)
                    groups.append({vendor + group + column + row, Value::integer(1)});
            }
        }
        learn(ruler, groups);
        const Oid far = vendor + 9U + 2U + 7U; // read ahead
        QCOMPARE(ruler.beyond(far, vendor, {}, 10)->oid, vendor + 9U + 3U); // columns hold 20
        QCOMPARE(ruler.beyond(far, vendor, {}, 50)->oid, vendor + 10U); // groups 80
        QCOMPARE(ruler.beyond(far, vendor, {}, 240)->oid, vendor + 12U); // three of them
        QVERIFY(!ruler.beyond(far, vendor, {}, 400)); // many small ones are not worth it
        QCOMPARE(ruler.beyond(far, vendor + 9U, {}, 60)->oid, vendor + 9U + 5U); // not out of what is walked
        QCOMPARE(ruler.beyond(far, vendor, vendor + 10U, 40)->oid, vendor + 9U + 4U); // what lies beyond is read
        QVERIFY(!ruler.beyond(far, vendor, {}, 50)->isSure);
    }

    void remembersNoMoreThanItNeeds() {
        Ruler ruler({entry + 1U, entry + 2U});
        for (quint32 row = 1; row <= 100'000; row += 2)
            learn(ruler, rows(1, row, row + 1));
        learn(ruler, rows(2, 1, 2));
        const auto mark = ruler.next(entry + 2U + 2U, 1000);
        QVERIFY(mark->isSure);
        QVERIFY2(mark->oid >= entry + 2U + 1000U && mark->oid < entry + 2U + 1070U, qPrintable(mark->oid.toString()));
    }
};

QTEST_APPLESS_MAIN(TestRuler)
#include "tst_ruler.moc"
