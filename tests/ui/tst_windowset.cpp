// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsettest.h"

using namespace walkabout;
using namespace walkabout::test;

/// Changes from a cell to the sheet, to the agent and back to the cell.
class TestWindowSet : public WindowSetTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aNameIsEditedInItsRowAndReadBackIntoIt() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysName");
        const int rows = results()->model()->rowCount();
        const QString before = cell(row, ResultModel::ValueText);
        QVERIFY(before != u"core7");
        editRow(row);
        QVERIFY(cellEditor());
        QCOMPARE(line()->text(), before);
        typeNew(u"core7"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!cellEditor());
        // On the sheet, which came to the front, and marked in the row; nothing was sent.
        QCOMPARE(cell(row, ResultModel::ValueText), u"→ core7"_s);
        QCOMPARE(pending(0, PendingModel::Object), u"sysName.0"_s);
        QCOMPARE(pending(0, PendingModel::Before), before);
        QCOMPARE(pending(0, PendingModel::After), u"core7"_s);
        QCOMPARE(dockTitle(), u"Changes 1"_s);
        QVERIFY(sheet()->isVisible());
        QVERIFY(results()->hasFocus());
        setButton(u"Set 1 value on demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"core7"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(done(0, DoneModel::Outcome), u"set, and read back"_s, Patience);
        QCOMPARE(done(0, DoneModel::Before), before);
        QCOMPARE(sheet()->model()->rowCount(), 0);
        QCOMPARE(dockTitle(), u"Changes"_s);
        // In its place: no row of its own.
        QCOMPARE(results()->model()->rowCount(), rows);
        // It is what the device has now, not only what was shown.
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(cell(rowOf(u"sysName"), ResultModel::ValueText), u"core7"_s);
    }

    void severalCellsAreOneSetByCtrlEnter() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        change(u"sysName", u"core7"_s);
        change(u"sysLocation", u"Attic"_s);
        QCOMPARE(sheet()->model()->rowCount(), 2);
        QVERIFY(setButton(u"Set 2 values on demo"_s));
        results()->setFocus();
        QTest::keyClick(results(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cell(rowOf(u"sysLocation"), ResultModel::ValueText), u"Attic"_s, Patience);
        QCOMPARE(cell(rowOf(u"sysName"), ResultModel::ValueText), u"core7"_s);
        QCOMPARE(doneList()->model()->rowCount(), 2);
    }

    void ctrlEnterInTheCellSendsAtOnceAndEnterInTheAddressWalks() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysContact");
        editRow(row);
        typeNew(u"nobody"_s);
        QTest::keyClick(line(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"nobody"_s, Patience);
        change(u"sysName", u"core7"_s);
        type(u"Address"_s, u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(sheet()->model()->rowCount(), 1); // nothing was sent by it
    }

    void whatIsNoValueIsSaidWhileItIsTyped() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        editRow(rowOf(u"sysName"));
        typeNew(QString(256, u'a'));
        QVERIFY2(message()->text().contains(u"0 to 255"), qPrintable(message()->text()));
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(cellEditor());
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!cellEditor());
        QCOMPARE(sheet()->model()->rowCount(), 0);
    }

    void deleteTakesItOffTheSheet() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysName");
        const QString before = cell(row, ResultModel::ValueText);
        change(u"sysName", u"core7"_s);
        results()->setFocus();
        results()->setCurrentIndex(results()->model()->index(row, ResultModel::ValueText));
        QTest::keyClick(results(), Qt::Key_Delete);
        QCOMPARE(sheet()->model()->rowCount(), 0);
        QCOMPARE(cell(row, ResultModel::ValueText), before);
    }

    void goingElsewhereKeepsWhatIsAcceptable() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        editRow(rowOf(u"sysName"));
        typeNew(u"core7"_s);
        named<QLineEdit>(u"Address"_s)->setFocus();
        QVERIFY(!cellEditor());
        QCOMPARE(pending(0, PendingModel::After), u"core7"_s);
    }

    void aClickOnAHeaderPutsWhatIsTypedOntoTheSheetAndSorts() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        editRow(rowOf(u"sysName"));
        typeNew(u"core7"_s);
        click(*results(), ResultModel::ValueText);
        QVERIFY(!cellEditor());
        QCOMPARE(pending(0, PendingModel::Object), u"sysName.0"_s);
        QCOMPARE(pending(0, PendingModel::After), u"core7"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            static_cast<ResultModel *>(results()->model())->sortColumn(), int(ResultModel::ValueText), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"sysDescr") > 0, Patience);
    }

    // Rows do not move beneath an edit: the click waits for it.
    void aClickOnAHeaderWaitsForWhatIsNoValueYet() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysName");
        editRow(row);
        typeNew(QString(256, u'a'));
        click(*results(), ResultModel::ValueText);
        QTest::qWait(50);
        QVERIFY(cellEditor());
        QCOMPARE(line()->text().size(), 256);
        QCOMPARE(rowOf(u"sysName"), row);
        typeNew(u"core7"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(pending(0, PendingModel::After), u"core7"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"sysName") != row, Patience);
    }

    void askingAgainPutsWhatIsTypedOntoTheSheet() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        editRow(rowOf(u"sysName"));
        typeNew(u"core7"_s);
        QTest::keyClick(line(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!cellEditor());
        QCOMPARE(pending(0, PendingModel::After), u"core7"_s);
        QCOMPARE(cell(rowOf(u"sysName"), ResultModel::ValueText), u"→ core7"_s);
        // What is no value yet stays where it is, and says so.
        editRow(rowOf(u"sysLocation"));
        typeNew(QString(256, u'a'));
        QTest::keyClick(line(), Qt::Key_F5);
        QVERIFY(cellEditor());
        QCOMPARE(line()->text().size(), 256);
        QVERIFY(ended());
    }

    void aClickOnAHeaderOfATableAndAskingAgainKeepWhatIsTyped() {
        askTable();
        const auto chooseDown = [this] { // in the first row that is up
            QModelIndex up = grid()->model()->index(0, column(u"ifAdminStatus"_s));
            while (up.data().toString() != u"up(1)")
                up = up.siblingAtRow(up.row() + 1);
            grid()->setFocus();
            grid()->setCurrentIndex(up);
            QTest::keyClick(grid(), Qt::Key_F2);
            auto *labels = named<QComboBox>(u"New value"_s, true, cellEditor());
            labels->setCurrentIndex(labels->findText(u"down (2)"_s));
        };
        chooseDown();
        click(*grid(), column(u"ifInOctets"_s));
        QVERIFY(!cellEditor());
        QCOMPARE(sheet()->model()->rowCount(), 1);
        chooseDown();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(grid() && ended(), Patience);
        QCOMPARE(sheet()->model()->rowCount(), 2);
    }

    void aPortIsSwitchedInTheTable() {
        askTable();
        const QModelIndex admin = grid()->model()->index(2, column(u"ifAdminStatus"_s));
        QCOMPARE(admin.data().toString(), u"up(1)"_s);
        choose(admin, u"down (2)"_s);
        QCOMPARE(admin.data().toString(), u"→ down(2)"_s);
        QCOMPARE(admin.siblingAtRow(3).data().toString(), u"up(1)"_s);
        // What it is: read from the device for the sheet.
        QTRY_VERIFY2_WITH_TIMEOUT(
            pending(0, PendingModel::What).contains(u" · "), qPrintable(pending(0, PendingModel::What)), Patience);
        setButton(u"Set 1 value on demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(admin.data().toString(), u"down(2)"_s, Patience);
        QCOMPARE(grid()->currentIndex(), admin);
        // What is edited next begins with what stands there now.
        QTest::keyClick(grid(), Qt::Key_F2);
        QCOMPARE(named<QComboBox>(u"New value"_s, true, cellEditor())->currentText(), u"down (2)"_s);
    }

    void nothingGoesToADeviceThatWasLockedMeanwhile() {
        FakeAgent agent(m_parts->engine);
        openLive(agent);
        change(u"sysName", u"core7"_s);
        named<QToolButton>(u"Allow writes"_s)->click(); // as its ten idle minutes would
        send(agent);
        QVERIFY2(sheetMessage().contains(u"read-only"), qPrintable(sheetMessage()));
        QCOMPARE(agent.changes, 0);
        QCOMPARE(sheet()->model()->rowCount(), 1);
        // Nor is a cell edited.
        editRow(rowOf(u"sysLocation"));
        QVERIFY(!cellEditor());
    }

    void writesCloseAfterIdleMinutesThatAPersonChooses() {
        QVERIFY(!m_parts->settings.set({{u"writes.idleMinutes"_s, 30}}));
        m_window.reset();
        openWindow();
        FakeAgent agent(m_parts->engine);
        openLive(agent);
        auto *padlock = named<QToolButton>(u"Allow writes"_s);
        QVERIFY2(padlock->toolTip().contains(u"30 idle minutes"), qPrintable(padlock->toolTip()));
    }

    void whatStandsInNoViewIsTypedInADialog() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        results()->setCurrentIndex({});
        results()->selectionModel()->clear();
        named<QLineEdit>(u"Address"_s)->setText(u"SNMPv2-MIB::sysLocation.0"_s);
        named<QToolButton>(u"Set"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), Patience);
        auto *field = named<QLineEdit>(u"New value"_s, true, dialog());
        QTest::keyClicks(field, u"Attic"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(pending(0, PendingModel::Before), u"not read"_s);
        QCOMPARE(pending(0, PendingModel::After), u"Attic"_s);
        setButton(u"Set 1 value on demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(rowOf(u"sysLocation"), ResultModel::ValueText), u"Attic"_s, Patience);
    }

private:
    static void click(QTableView &view, int column) {
        QHeaderView &header = *view.horizontalHeader();
        const QPoint at(header.sectionViewportPosition(column) + 20, header.height() / 2);
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, at);
    }
};

QTEST_MAIN(TestWindowSet)
#include "tst_windowset.moc"
