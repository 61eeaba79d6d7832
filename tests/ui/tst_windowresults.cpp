// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include <QClipboard>
#include <QHeaderView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What a person does with a result: filters, sorts, copies.
class TestWindowResults : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aFilterLeavesTheRowsItNamesAndEscClearsIt() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"IF-MIB::ifEntry"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int all = results()->model()->rowCount();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Filter results"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"ifOperStatus"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::Name).startsWith(u"ifOperStatus"), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(results()->model()->rowCount() < all / 10, Patience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), all, Patience);
        QCOMPARE(tabs().count(), 2);
    }

    void copiesTheBareValueAndTheNumericOid() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int row = results()->model()->rowCount() - 1;
        results()->setCurrentIndex(results()->model()->index(row, ResultModel::ValueText));
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), cell(row, ResultModel::ValueText));
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"1.3.6.1.2.1.1.5.0"_s);
        QVERIFY(named<QLineEdit>(u"Address"_s)->text().contains(u"sysName"));
    }

    void filterAndFindHaveKeysOfTheirOwn() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Find"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Filter results"_s));
    }

    void threeClicksOnAHeaderSortUpDownAndBack() {
        askDemo(u"IF-MIB::ifEntry"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QString first = cell(0, ResultModel::Name);
        const int last = results()->model()->rowCount() - 1;
        const QString ending = cell(last, ResultModel::Name);
        QHeaderView *header = results()->horizontalHeader();
        const auto click = [&] {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                QPoint(header->sectionViewportPosition(ResultModel::ValueText) + 20, header->height() / 2));
        };
        click();
        QCOMPARE(header->sortIndicatorSection(), int(ResultModel::ValueText));
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, ResultModel::ValueText), u"0"_s, Patience); // numbers come before texts
        QCOMPARE(cell(last, ResultModel::Name), ending); // the ending stays below
        QCOMPARE(results()->columnSpan(last, 0), int(ResultModel::ColumnCount));
        click();
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::ValueText) != u"0", Patience);
        QVERIFY(!model().varBindAt(model().index(0, 0))->value.isInteger());
        click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, ResultModel::Name), first, Patience);
        QCOMPARE(header->sortIndicatorSection(), -1);
        QVERIFY(!results()->selectionModel()->isColumnSelected(ResultModel::ValueText));
    }

    void aKeySortsByTheColumnOfTheCurrentCell() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        results()->setCurrentIndex(model().index(3, ResultModel::ValueText));
        const QString value = cell(3, ResultModel::ValueText);
        for (int press = 0; press < 2; ++press)
            QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::ValueText).startsWith(u"Vlan"), Patience);
        QCOMPARE(results()->currentIndex().data().toString(), value); // the selection follows its row
        QCOMPARE(tabs().current()->current()->value, Value::octets(value.toUtf8()));
    }

    void anotherRunIsSortedOnceItHasEnded() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        results()->horizontalHeader()->setSortIndicator(ResultModel::ValueText, Qt::DescendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::ValueText).startsWith(u"Vlan"), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::ValueText).startsWith(u"Vlan"), Patience);
    }
};

QTEST_MAIN(TestWindowResults)
#include "tst_windowresults.moc"
