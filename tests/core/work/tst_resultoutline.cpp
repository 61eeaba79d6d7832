// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/coveredtables.h"
#include "core/work/describe.h"
#include "core/work/resultoutline.h"
#include "core/work/resultsnapshot.h"
#include "core/work/rundifference.h"
#include "core/work/storesearch.h"
#include "tests/support/madelibrary.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid ifEntryOid{1, 3, 6, 1, 2, 1, 2, 2, 1};
constexpr int NoEnd = 1'000'000; // milliseconds

} // namespace

/// What a result covers: its objects as a tree, its tables, and what it has over another.
class TestResultOutline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }

    void objectsStandUnderTheMibWithTheRowsOfTheirInstances() {
        ResultStore store;
        fill(store);
        QCOMPARE(drawn(store),
            u"mib-2 0-9\n"
            "  system 0-2\n"
            "    sysDescr 0-1 single\n"
            "    sysName 1-2 single\n"
            "  interfaces 2-8\n"
            "    ifNumber 2-3 single\n"
            "    ifTable 3-8\n"
            "      ifDescr 3-6 leaf\n"
            "      ifMtu 6-8 leaf\n"
            "  mib-2.9999 8-9 leaf\n"
            "enterprises 9-11 leaf\n"_s);
    }

    void rowsThatComeLaterStandBehind() {
        ResultStore store;
        ResultOutline outline(m_library);
        QElapsedTimer clock;
        clock.start();
        const auto oidAt = [&store](int row) { return store.oidAt(row); };
        store.append({{ifEntryOid + Oid{2, 1}, Value()}});
        QVERIFY(outline.take(oidAt, 1, clock, NoEnd));
        const size_t before = outline.branches().size();
        store.append({{ifEntryOid + Oid{2, 2}, Value()}, {ifEntryOid + Oid{4, 1}, Value()}});
        QVERIFY(outline.take(oidAt, 3, clock, NoEnd));
        QCOMPARE(outline.branches().size(), before + 1);
        QCOMPARE(outline.branches()[before - 1].last, 2);
        QCOMPARE(outline.branches().front().last, 3);
        QCOMPARE(outline.leafOf(1), int(before) - 1);
        QCOMPARE(outline.leafOf(2), int(before));
    }

    void tablesAreFoundWithTheirRows() {
        ResultStore store;
        fill(store);
        store.append({{{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1, 7}, Value::octets("Gi1")}}); // does not ascend
        ResultStore ascending;
        fill(ascending);
        QCOMPARE(tablesOf(ascending), u"IF-MIB::ifTable 3"_s);
        QCOMPARE(tablesOf(store), u"IF-MIB::ifTable 3, IF-MIB::ifXTable 1"_s);
    }

    void aSnapshotStaysAsItWasWhileTheStoreGrowsAndGoes() {
        auto store = std::make_unique<ResultStore>();
        VarBinds many;
        for (quint32 i = 0; i < 200; ++i)
            many.append({{1, 3, i}, Value::gauge32(i)});
        store->append(many);
        const ResultSnapshot snapshot(*store);
        store->append({{{1, 3, 500}, Value()}});
        store.reset();
        QCOMPARE(snapshot.size(), 200);
        QCOMPARE(snapshot.at(199), many[199]);
        VarBinds read;
        snapshot.each(70, 150, [&](int row, const VarBind &varBind) {
            read.append(varBind);
            return row != 140;
        });
        QCOMPARE(read, many.mid(70, 71));
    }

    void aPrefixEndsWhereItsRowsEnd() {
        ResultStore store;
        VarBinds many;
        for (quint32 i = 0; i < 1000; ++i)
            many.append({{1, 3, i / 300, i}, Value()});
        store.append(many);
        const auto oidAt = [&store](int row) { return store.oidAt(row); };
        for (const int from : {0, 1, 299})
            QCOMPARE(storesearch::endOf(oidAt, {1, 3, 0}, from, 1000), 300);
        QCOMPARE(storesearch::endOf(oidAt, {1, 3, 3}, 900, 1000), 1000);
        QCOMPARE(storesearch::endOf(oidAt, {1, 3, 3}, 900, 950), 950);
        QCOMPARE(storesearch::endOf(oidAt, {1, 4}, 5, 1000), 5);
    }

    void runsAreComparedRowByRow() {
        ResultStore before;
        ResultStore now;
        before.append({{{1, 3, 1}, Value::gauge32(1)}, {{1, 3, 2}, Value::gauge32(2)}, {{1, 3, 4}, Value::gauge32(4)}});
        now.append({{{1, 3, 1}, Value::gauge32(1)}, {{1, 3, 2}, Value::counter32(2)}, {{1, 3, 3}, Value::gauge32(3)}});
        using Change = RunDifference::Change;
        const auto difference
            = RunDifference::between(ResultSnapshot(before), ResultSnapshot(now), std::atomic<bool>(false));
        QVERIFY(difference);
        QCOMPARE(difference->rows, (std::vector<Change>{Change::None, Change::Changed, Change::New}));
        QCOMPARE(difference->gone, std::vector<int>{2});
        now.append({{{1, 3, 2}, Value()}}); // ascends no longer, and has an instance twice
        const auto again
            = RunDifference::between(ResultSnapshot(before), ResultSnapshot(now), std::atomic<bool>(false));
        QVERIFY(again);
        QCOMPARE(again->rows, (std::vector<Change>{Change::None, Change::None, Change::New, Change::Changed}));
        QCOMPARE(again->gone, std::vector<int>{2});
        QVERIFY(!RunDifference::between(ResultSnapshot(before), ResultSnapshot(now), std::atomic<bool>(true)));
    }

private:
    static void fill(ResultStore &store) {
        store.append({{{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value()}, {{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value()},
            {{1, 3, 6, 1, 2, 1, 2, 1, 0}, Value()}, {ifEntryOid + Oid{2, 1}, Value()},
            {ifEntryOid + Oid{2, 2}, Value()}, {ifEntryOid + Oid{2, 3}, Value()}, {ifEntryOid + Oid{4, 1}, Value()},
            {ifEntryOid + Oid{4, 2}, Value()}, {{1, 3, 6, 1, 2, 1, 9999, 1, 0}, Value()},
            {{1, 3, 6, 1, 4, 1, 4242, 1, 0}, Value()}, {{1, 3, 6, 1, 4, 1, 4242, 2, 0}, Value()}});
    }

    QString drawn(const ResultStore &store) const {
        ResultOutline outline(m_library);
        QElapsedTimer clock;
        clock.start();
        if (!outline.take([&store](int row) { return store.oidAt(row); }, store.size(), clock, NoEnd))
            return {};
        const Describe describe(m_library);
        QString text;
        for (const ResultOutline::Branch &each : outline.branches()) {
            text += QString(qsizetype{each.depth} * 2, u' ') + describe.typedName(each.oid)
                + u" %1-%2"_s.arg(each.first).arg(each.last)
                + (each.isSingle()    ? u" single"_s
                        : each.isLeaf ? u" leaf"_s
                                      : QString())
                + u'\n';
        }
        return text;
    }

    QString tablesOf(const ResultStore &store) const {
        CoveredTables covered(store, m_library);
        QElapsedTimer clock;
        clock.start();
        if (!covered.take(clock, NoEnd))
            return {};
        QStringList tables;
        for (const CoveredTables::Table &table : covered.tables())
            tables += u"%1 %2"_s.arg(table.name).arg(table.rows);
        return tables.join(u", "_s);
    }

    Library::Pointer m_library;
};

QTEST_GUILESS_MAIN(TestResultOutline)
#include "tst_resultoutline.moc"
