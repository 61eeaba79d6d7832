// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "ui/set/cellediting.h"
#include "ui/shared/sortkey.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "ui/table/tableresult.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Oid Table = TestEntryOid.parent();

VarBind cell(Oid::Part column, Oid::Part port, Oid::Part host, const Value &value) {
    return {TestEntryOid + Oid{column, port, 10, 0, 0, host}, value};
}

Value text(const char *bytes) { return Value::octets(bytes); }

// Columns with tabs, rows with line breaks; a hole is a dot.
QString printed(const QAbstractItemModel &model) {
    QStringList lines;
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles << model.headerData(column, Qt::Horizontal).toString();
    lines << titles.join(u'|');
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            cells << (index.data(TableModel::HoleRole).toBool() ? u"."_s : index.data().toString());
        }
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

VarBinds someRows() {
    return {cell(1, 2, 1, Value::integer(2)), cell(1, 10, 1, Value::integer(10)), cell(3, 2, 1, text("Gi1/0/10")),
        cell(3, 10, 1, text("")), cell(4, 2, 1, Value::integer(2)), cell(5, 2, 1, Value::counter32(7)),
        cell(5, 10, 1, Value::counter32(4000000000U)),
        cell(6, 10, 1, Value::octets(QByteArray::fromHex("001a2b3c4d5e")))};
}

} // namespace

class TestTableModel : public QObject {
    Q_OBJECT

private slots:
    void placesCellsAsTheyArrive();
    void tellsHolesFromEmptyText();
    void putsALateRowInItsPlace();
    void worksWithoutALibrary();
    void sortsEveryWayAndBack();
    void filtersByWordsAndNumbers();
    void ordersNaturally_data();
    void ordersNaturally();
    void copiesCellsAndOids();
    void pinsTheIndexAndKnowsItsCell();

private:
    TestLibrary m_library;
};

void TestTableModel::placesCellsAsTheyArrive() {
    ResultStore store;
    TableModel model(store, Table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    QCOMPARE(model.indexColumns(), 2);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (const VarBind &varBind : someRows())
        store.append({varBind});
    QCOMPARE(printed(model), uR"(testPort|testAddress|testDescr|testState|testErrors|testMac|testFlags
2|10.0.0.1|Gi1/0/10|down(2)|7|.|.
10|10.0.0.1|""|.|4000000000|00:1a:2b:3c:4d:5e|.)"_s);
    QVERIFY(resets.isEmpty());
    // A later value of the same instance takes its place.
    store.append({cell(4, 2, 1, Value::integer(1))});
    QCOMPARE(model.index(0, 3).data().toString(), u"up(1)"_s);
    QCOMPARE(model.index(0, 4).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, int(Qt::AlignRight));
    QCOMPARE(model.index(0, 2).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, 0);
}

void TestTableModel::tellsHolesFromEmptyText() {
    ResultStore store;
    TableModel model(store, Table);
    model.setLibrary(m_library.get());
    store.append(someRows());
    QCOMPARE(model.index(1, 2).data().toString(), u"\"\""_s);
    QCOMPARE(model.index(1, 2).data(TableModel::CopyRole).toString(), QString());
    QVERIFY(!model.index(1, 2).data(TableModel::HoleRole).toBool());
    QVERIFY(model.index(1, 3).data(TableModel::HoleRole).toBool());
    QVERIFY(!model.varBindAt(model.index(1, 3)));
}

void TestTableModel::putsALateRowInItsPlace() {
    ResultStore store;
    TableModel model(store, Table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    store.append(someRows());
    store.append(
        {cell(5, 3, 9, Value::counter32(1)), cell(5, 1, 9, Value::counter32(2)), cell(5, 99, 9, Value::counter32(3))});
    QStringList ports;
    for (int row = 0; row < model.rowCount(); ++row)
        ports << model.index(row, 0).data().toString();
    QCOMPARE(ports.join(u' '), u"1 2 3 10 99"_s);
}

void TestTableModel::worksWithoutALibrary() {
    ResultStore store;
    TableModel model(store, Table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    store.append({cell(5, 2, 1, Value::counter32(7)), cell(3, 2, 1, text("a"))});
    QCOMPARE(printed(model), u"Index|5|3\n2.10.0.0.1|7|a"_s);
    model.setLibrary(m_library.get());
    QCOMPARE(model.index(0, 1).data().toString(), u"10.0.0.1"_s);
}

void TestTableModel::sortsEveryWayAndBack() {
    ResultStore store;
    TableModel model(store, Table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    store.append({cell(3, 1, 1, text("Gi1/0/10")), cell(3, 2, 1, text("Gi1/0/2")), cell(3, 3, 1, text("Gi1/0/1")),
        cell(5, 1, 1, Value::counter32(5)), cell(5, 2, 1, Value::counter32(40)), cell(3, 4, 1, text("x"))});
    const auto ports = [&model] {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found << model.index(row, 0).data().toString();
        return found.join(u' ');
    };
    const QPersistentModelIndex kept = model.index(0, 2);
    model.sort(2, Qt::AscendingOrder);
    QCOMPARE(ports(), u"3 2 1 4"_s);
    QCOMPARE(kept.row(), 2);
    model.sort(2, Qt::DescendingOrder);
    QCOMPARE(ports(), u"4 1 2 3"_s);
    // Holes stand last whichever way the order runs.
    model.sort(4, Qt::AscendingOrder);
    QCOMPARE(ports(), u"1 2 3 4"_s);
    model.sort(4, Qt::DescendingOrder);
    QCOMPARE(ports(), u"2 1 3 4"_s);
    // What arrives meanwhile does not re-sort.
    store.append({cell(5, 0, 1, Value::counter32(20))});
    QCOMPARE(ports(), u"2 1 3 4 0"_s);
    model.sort(-1);
    QCOMPARE(ports(), u"0 1 2 3 4"_s);
}

void TestTableModel::filtersByWordsAndNumbers() {
    ResultStore store;
    TableModel model(store, Table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    store.append(someRows());
    model.setFilter(u"gi1/0"_s);
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(u"-gi1/0"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"10"_s);
    model.setFilter(u"testErrors>100"_s);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"10"_s);
    // Rows that arrive are filtered too.
    store.append({cell(5, 11, 1, Value::counter32(500)), cell(5, 12, 1, Value::counter32(5))});
    QCOMPARE(model.rowCount(), 2);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
}

void TestTableModel::ordersNaturally_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::newRow("numbers") << u"Gi1/0/2"_s << u"Gi1/0/10"_s;
    QTest::newRow("longer numbers than any type") << u"9"_s << u"99999999999999999999999999"_s;
    QTest::newRow("prefix") << u"eth"_s << u"eth0"_s;
    QTest::newRow("case") << u"alpha"_s << u"Beta"_s;
    QTest::newRow("leading zeros") << u"a007"_s << u"a8"_s;
}

void TestTableModel::ordersNaturally() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QVERIFY(SortKey::text(a) < SortKey::text(b));
    QVERIFY(!(SortKey::text(b) < SortKey::text(a)));
    QVERIFY(!(SortKey::text(a) < SortKey::text(a)));
}

void TestTableModel::copiesCellsAndOids() {
    ResultStore store;
    TableResult result(store, Table);
    result.setLibrary(m_library.get());
    store.append(someRows());
    result.resize(900, 300);
    result.show();
    auto *view = result.findChild<PinnedTable *>();
    view->setCurrentIndex(result.model().index(0, 4));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"7"_s);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1.3.6.1.4.1.99999.1.3.1.5.2.10.0.0.1"_s);
    view->selectionModel()->select(
        QItemSelection(result.model().index(0, 0), result.model().index(1, 2)), QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2\t10.0.0.1\tGi1/0/10\n10\t10.0.0.1\t"_s);
}

void TestTableModel::pinsTheIndexAndKnowsItsCell() {
    ResultStore store;
    TableResult result(store, Table);
    result.setLibrary(m_library.get());
    store.append(someRows());
    result.resize(420, 200);
    result.show();
    QVERIFY(QTest::qWaitForWindowExposed(&result));
    auto *view = result.findChild<PinnedTable *>();
    auto *pinned = view->findChild<QTableView *>();
    QTRY_VERIFY(pinned->isVisible());
    QVERIFY(!pinned->isColumnHidden(1));
    QVERIFY(pinned->isColumnHidden(2));

    const QSignalSpy selected(&result, &TableResult::objectSelected);
    view->setCurrentIndex(result.model().index(0, 3));
    const Oid state = TestEntryOid + Oid{4, 2, 10, 0, 0, 1};
    QCOMPARE(selected.last().first().value<Oid>(), state);
    QCOMPARE(result.current(), (VarBind{state, Value::integer(2)}));
    QVERIFY(!result.editing().edit()); // of no device: nobody could be sent a change

    // Three clicks on a header: up, down, back.
    QHeaderView *header = view->horizontalHeader();
    view->horizontalScrollBar()->setValue(0);
    const QPoint place(header->sectionViewportPosition(2) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(header->sortIndicatorSection(), 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(header->sortIndicatorSection(), -1);
    QCOMPARE(result.model().index(0, 0).data().toString(), u"2"_s);
}

QTEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
