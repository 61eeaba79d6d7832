// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/poll.h"
#include "tests/support/madelibrary.h"
#include "ui/table/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

const Oid ifEntryOid{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid ifXEntryOid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};
const Oid fdbEntry{1, 3, 6, 1, 2, 1, 17, 4, 3, 1};
const Oid portEntry{1, 3, 6, 1, 2, 1, 17, 1, 4, 1};
const Oid fdbPort = fdbEntry + 2U;
const Oid portInterface = portEntry + 2U;
const Oid ifDescr = ifEntryOid + 2U;
const Oid ifOperStatus = ifEntryOid + 8U;
const Oid ifInOctets = ifEntryOid + 10U;
const Oid ifName = ifXEntryOid + 1U;

VarBind descr(quint32 row, const char *text) { return {ifDescr + row, Value::octets(text)}; }
VarBind name(quint32 row, const char *text) { return {ifName + row, Value::octets(text)}; }
VarBind learned(quint32 host, int port) { return {fdbPort + Oid{0, 0, 0, 0, 0, host}, Value::integer(port)}; }
VarBind placed(quint32 port, int interface) { return {portInterface + port, Value::integer(interface)}; }

} // namespace

/// Rows of several tables as one.
class TestJoinedRows final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_library = test::madeLibrary();
        QVERIFY(m_library);
    }
    void init() { m_store = std::make_unique<ResultStore>(); }
    void cleanup() {
        m_model.reset();
        m_store.reset();
    }

    void tablesOfOneKeyFillTheSameRows() {
        show(ifEntryOid, {{ifXEntryOid, {}}}, {ifDescr, ifName});
        m_store->append({name(2, "b"), descr(1, "one")});
        m_store->append({descr(2, "two"), name(1, "a"), name(3, "only there")});
        QCOMPARE(printed(), u"ifIndex|ifDescr|ifName\n1|one|a\n2|two|b\n3|.|only there"_s);
        QCOMPARE(m_model->instanceAt(m_model->index(0, 2)), ifName + 1U);
    }

    void aValueLeadsToTheOtherRowWhicheverComesFirst() {
        const QList<TableJoin> joins{{ifEntryOid, {fdbPort, portInterface}}};
        const VarBinds all{learned(1, 7), learned(2, 7), learned(3, 8), placed(7, 107), placed(8, 108),
            descr(107, "Gi7"), descr(108, "Gi8"), descr(109, "Gi9")};
        const QString expected
            = u"dot1dTpFdbAddress|dot1dTpFdbPort|ifDescr\n00:00:00:00:00:01|7|Gi7\n00:00:00:00:00:02|7|Gi7\n00:00:00:00:00:03|8|Gi8"_s;
        // Every order in which the three tables may arrive.
        const QList<QList<int>> orders{{0, 1, 2, 3, 4, 5, 6, 7}, {5, 6, 7, 3, 4, 0, 1, 2}, {3, 4, 0, 1, 2, 5, 6, 7},
            {5, 6, 7, 0, 1, 2, 3, 4}, {0, 3, 5, 1, 4, 6, 2, 7}};
        for (const QList<int> &order : orders) {
            cleanup();
            init();
            show(fdbEntry, joins, {fdbPort, ifDescr});
            for (const int at : order)
                m_store->append({all.at(at)});
            QCOMPARE(printed(), expected);
        }
        QCOMPARE(m_model->instanceAt(m_model->index(2, 2)), ifDescr + 108U);
        QCOMPARE(m_model->totalRows(), 3); // interfaces are no rows here
    }

    void anIndexLeadsThereToo() {
        const Oid media{1, 3, 6, 1, 2, 1, 4, 22, 1};
        show(media, {{ifEntryOid, {media + 1U}}}, {media + 4U, ifDescr});
        m_store->append({{media + Oid{4, 5, 10, 0, 0, 1}, Value::integer(3)}, descr(5, "five"),
            {media + Oid{4, 6, 10, 0, 0, 2}, Value::integer(4)}});
        QCOMPARE(printed(),
            u"ipNetToMediaIfIndex|ipNetToMediaNetAddress|ipNetToMediaType|ifDescr\n5|10.0.0.1|dynamic(3)|five\n6|10.0.0.2|static(4)|."_s);
    }

    void joinedCellsSortAndFilter() {
        show(fdbEntry, {{ifEntryOid, {fdbPort, portInterface}}}, {fdbPort, ifDescr});
        m_store->append({learned(1, 7), learned(2, 8), placed(7, 107), placed(8, 108), descr(107, "Gi1/0/10"),
            descr(108, "Gi1/0/2")});
        m_model->sort(2, Qt::AscendingOrder);
        QCOMPARE(m_model->index(0, 2).data().toString(), u"Gi1/0/2"_s);
        m_model->setFilter(u"gi1/0/10"_s);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setFilter(u"ifDescr=Gi1/0/2"_s);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, 1).data().toString(), u"8"_s);
    }

    void aLiveRowFollowsItsValueElsewhere() {
        show(fdbEntry, {{ifEntryOid, {fdbPort, portInterface}}}, {fdbPort, ifDescr, ifInOctets});
        const VarBinds interfaces{placed(7, 107), placed(8, 108), descr(107, "Gi7"), descr(108, "Gi8")};
        const auto reading = [&](int port, quint32 octets) {
            auto made = std::make_shared<PollReading>();
            made->store.append({learned(1, port)});
            made->store.append(interfaces);
            made->store.append(
                {{ifInOctets + 107U, Value::counter32(octets)}, {ifInOctets + 108U, Value::counter32(5)}});
            ++m_seconds;
            made->time = {Monotonic::time_point(std::chrono::seconds(m_seconds)), quint32(100 * m_seconds)};
            made->when = utcNow();
            m_model->show(made, true);
        };
        m_store->append({learned(1, 7)});
        m_store->append(interfaces);
        reading(7, 1000);
        reading(7, 3000);
        QCOMPARE(m_model->index(0, 2).data().toString(), u"Gi7"_s);
        QCOMPARE(m_model->index(0, 3).data().toString(), u"2000/s"_s);
        reading(8, 4000); // the host has moved
        QCOMPARE(m_model->index(0, 2).data().toString(), u"Gi8"_s);
    }

    void columnsAreChosenAndOrdered() {
        show(ifEntryOid, {{ifXEntryOid, {}}}, {ifName, ifOperStatus, ifDescr});
        m_store->append({descr(1, "one"), name(1, "a"), {ifOperStatus + 1U, Value::integer(1)},
            {ifInOctets + 1U, Value::counter32(5)}});
        QCOMPARE(printed(), u"ifIndex|ifName|ifOperStatus|ifDescr\n1|a|up(1)|one"_s);
        // A column that no module knows is shown whatever was chosen.
        m_store->append({{ifEntryOid + Oid{99, 1}, Value::integer(5)}});
        QCOMPARE(printed(), u"ifIndex|ifName|ifOperStatus|ifDescr|99\n1|a|up(1)|one|5"_s);
        m_model->sort(1, Qt::AscendingOrder);
        m_model->setColumns({ifDescr, ifName});
        QCOMPARE(printed(), u"ifIndex|ifDescr|ifName|99\n1|one|a|5"_s);
        QCOMPARE(m_model->sortColumn(), 2);
        m_model->setColumns({});
        QVERIFY(m_model->columnCount() > 30);
    }

    void interfacesAreToldByNameAndSortedByIt() {
        show(ifEntryOid, {}, {ifDescr});
        m_store->append({descr(1, "x"), descr(2, "y"), descr(3, "z")});
        auto names = std::make_shared<InterfaceNames>();
        names->addName(1, u"Gi1/0/10"_s);
        names->addName(2, u"Gi1/0/2"_s);
        names->addAlias(2, u"uplink"_s);
        QCOMPARE(m_model->namingColumns(), 2); // ifDescr tells which
        m_model->setInterfaces(names);
        QCOMPARE(m_model->namingColumns(), 1);
        QCOMPARE(printed(), u"ifIndex|ifDescr\nGi1/0/10 (1)|x\nGi1/0/2 · uplink (2)|y\n3|z"_s);
        QVERIFY(m_model->index(1, 0).data(Qt::ToolTipRole).toString().contains(u"Raw: 2"_s));
        m_model->sort(0, Qt::AscendingOrder);
        QCOMPARE(m_model->index(0, 1).data().toString(), u"z"_s); // a number comes before all names
        QCOMPARE(m_model->index(1, 1).data().toString(), u"y"_s);
        m_model->setFilter(u"uplink"_s);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setInterfaces(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void largeNumbersAreGroupedOnHoverAlone() {
        show(ifEntryOid, {}, {ifInOctets, ifDescr});
        m_store->append({{ifInOctets + 1U, Value::counter32(4'000'000'000U)}, descr(1, "é")});
        QCOMPARE(m_model->index(0, 1).data().toString(), u"4000000000"_s);
        QVERIFY(m_model->index(0, 1).data(Qt::ToolTipRole).toString().contains(u"Raw: 4,000,000,000"_s));
        QVERIFY(m_model->index(0, 2).data(Qt::ToolTipRole).toString().contains(u"Raw: c3 a9"_s));
    }

private:
    void show(const Oid &entry, const QList<TableJoin> &joins, const QList<Oid> &columns) {
        m_model = std::make_unique<TableModel>(*m_store, entry.parent());
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
        m_model->setJoins(joins);
        m_model->setLibrary(m_library);
        m_model->setColumns(columns);
    }

    // Columns with bars, rows with line breaks; a hole is a dot.
    QString printed() const {
        QStringList lines;
        QStringList titles;
        for (int column = 0; column < m_model->columnCount(); ++column)
            titles << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        lines << titles.join(u'|');
        for (int row = 0; row < m_model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < m_model->columnCount(); ++column) {
                const QModelIndex index = m_model->index(row, column);
                cells << (index.data(TableModel::HoleRole).toBool() ? u"."_s : index.data().toString());
            }
            lines << cells.join(u'|');
        }
        return lines.join(u'\n');
    }

    Library::Pointer m_library;
    std::unique_ptr<ResultStore> m_store;
    std::unique_ptr<TableModel> m_model;
    int m_seconds = 0;
};

QTEST_MAIN(TestJoinedRows)
#include "tst_joinedrows.moc"
