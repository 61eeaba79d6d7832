// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "tests/support/fakeagent.h"
#include "ui/set/celleditor.h"
#include "ui/set/donemodel.h"
#include "ui/set/pendingmodel.h"
#include "ui/set/rowform.h"
#include "ui/set/setdialog.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

/// Changes from a cell to the sheet, to the agent and back to the cell.
class TestWindowSet : public WindowTest {
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

    void undoPutsTheValueBeforeOnTheSheet() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysName");
        const QString before = cell(row, ResultModel::ValueText);
        for (const QString &name : {u"first"_s, u"second"_s}) {
            change(u"sysName", name);
            QTest::keyClick(results(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), name, Patience);
            QTRY_COMPARE_WITH_TIMEOUT(sheet()->model()->rowCount(), 0, Patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(doneList()->model()->rowCount(), 2, Patience);
        doneList()->setFocus();
        doneList()->selectAll();
        QTest::keyClick(doneList(), Qt::Key_Z, Qt::ControlModifier);
        // Of both together the first one's value before.
        QCOMPARE(sheet()->model()->rowCount(), 1);
        QCOMPARE(pending(0, PendingModel::Before), u"second"_s);
        QCOMPARE(pending(0, PendingModel::After), before);
        setButton(u"Set 1 value on demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), before, Patience);
    }

    void theAgentsErrorStandsAtItsChange() {
        walkDemo(u"SNMPv2-MIB::snmpMIB"_s);
        const int row = rowOf(u"snmpSetSerialNo");
        QVERIFY(row >= 0);
        const QString before = cell(row, ResultModel::ValueText);
        change(u"snmpSetSerialNo", u"12345"_s); // not what stands there, as TestAndIncr wants it
        QTest::keyClick(results(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2_WITH_TIMEOUT(pending(0, PendingModel::State).contains(u"inconsistentValue"),
            qPrintable(pending(0, PendingModel::State)), Patience);
        QVERIFY(pending(0, PendingModel::State).contains(u"snmpSetSerialNo.0"));
        QCOMPARE(cell(row, ResultModel::ValueText), u"→ 12345"_s); // marked still
        // And amended there.
        editRow(row);
        typeNew(before);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(sheet()->model()->rowCount(), 0); // what stands there is no change
    }

    void silenceIsReadBackAndSaid() {
        FakeAgent agent(m_parts->engine);
        openLive(agent);
        const int row = rowOf(u"sysName");
        change(u"sysName", u"core7"_s);
        send(agent);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Write community"_s), Patience);
        agent.setHabit(FakeAgent::LosesAnswers, 1);
        agent.questions = 0;
        type(u"Write community"_s, u"public"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(
            doneList()->model()->rowCount() == 1 || agent.changes == 1, "nothing was sent", Patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"core7"_s, Patience);
        QCOMPARE(agent.changes, 1);
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

    void theBranchThatWeSitOnIsSaid() {
        FakeAgent agent(m_parts->engine);
        agent.objects[ifEntry + Oid{2, 7}] = Value::octets("eth7");
        agent.objects[ifEntry + Oid{7, 7}] = Value::integer(1);
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 127, 0, 0, 1}] = Value::integer(7);
        openLive(agent);
        change(u"sysName", u"core7"_s);
        type(u"Address"_s, u"IF-MIB::interfaces"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && rowOf(u"ifAdminStatus") >= 0, Patience);
        QVERIFY(!named<QLabel>(u"Warning"_s));
        editRow(rowOf(u"ifAdminStatus"));
        auto *labels = named<QComboBox>(u"New value"_s, true, cellEditor());
        labels->setCurrentIndex(labels->findText(u"down (2)"_s));
        QTest::keyClick(labels, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"Warning"_s), Patience);
        QVERIFY(named<QLabel>(u"Warning"_s)->text().contains(u"eth7"));
        QCOMPARE(pending(1, PendingModel::What), u"eth7"_s);
        QCOMPARE(agent.changes, 0);
    }

    void whoDoesNotSayTheWriteCommunitySendsNothing() {
        FakeAgent agent(m_parts->engine);
        openLive(agent);
        change(u"sysName", u"core7"_s);
        send(agent);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Write community"_s), Patience);
        QTest::keyClicks(named<QLineEdit>(u"Write community"_s), u"public"_s);
        named<QToolButton>(u"Not now"_s)->click();
        QCOMPARE(agent.changes, 0);
        QCOMPARE(sheet()->model()->rowCount(), 1);
    }

    void aRowIsMadeAndDestroyedFromItsTable() {
        FakeAgent agent(m_parts->engine);
        const Oid entry{1, 3, 6, 1, 6, 3, 12, 1, 2, 1};
        agent.objects[entry + Oid{7, 97}] = Value::octets("params");
        agent.objects[entry + Oid{9, 97}] = Value::integer(1);
        openLive(agent);
        type(u"Address"_s, u"SNMP-TARGET-MIB::snmpTargetAddrTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(grid() && ended() && grid()->model()->rowCount() == 1, Patience);
        grid()->setFocus();
        grid()->setCurrentIndex(grid()->model()->index(0, column(u"snmpTargetAddrParams"_s)));
        QTest::keyClick(m_window.get(), Qt::Key_Delete, Qt::AltModifier);
        QCOMPARE(
            pending(0, PendingModel::Object).section(u'[', 0, 0).section(u'.', 0, 0), u"snmpTargetAddrRowStatus"_s);
        QCOMPARE(pending(0, PendingModel::After), u"destroy(6)"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Insert, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<RowForm *>(), Patience);
        QVERIFY(m_window->findChild<RowForm *>()->windowTitle().contains(u"snmpTargetAddrTable"));
    }

    void theSheetIsAmendedWhereItStands() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        change(u"sysName", u"core7"_s);
        change(u"sysLocation", u"attic"_s);
        sheet()->setFocus();
        sheet()->selectRow(1);
        QTest::keyClick(sheet(), Qt::Key_F2);
        QVERIFY(cellEditor());
        QCOMPARE(line()->text(), u"attic"_s);
        typeNew(u"cellar"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(pending(1, PendingModel::After), u"cellar"_s);
        sheet()->selectRow(1);
        QTest::keyClick(sheet(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(pending(0, PendingModel::After), u"cellar"_s);
        sheet()->selectRow(0);
        QTest::keyClick(sheet(), Qt::Key_Delete);
        QCOMPARE(sheet()->model()->rowCount(), 1);
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
    void walkDemo(const QString &object) {
        askDemo(object, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }
    void askTable() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(grid() && ended(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(grid()->model()->rowCount() >= 24, Patience);
    }
    /// An agent's system group in a list, writes allowed, its write community not yet known.
    void openLive(const FakeAgent &agent) {
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->query().verb == Verb::Walk, Patience);
        named<QToolButton>(u"Allow writes"_s)->click();
        QVERIFY(named<QToolButton>(u"Set"_s)->isEnabled());
    }
    void send(const FakeAgent &agent) {
        QPushButton *button = setButton(u"Set 1 value on "_s + agent.endpoint().toString());
        QVERIFY(button);
        button->click();
    }
    int rowOf(QStringView name) {
        for (int row = 0; row < results()->model()->rowCount(); ++row) {
            if (cell(row, ResultModel::Name).startsWith(name))
                return row;
        }
        return -1;
    }
    void editRow(int row) {
        results()->setFocus();
        results()->setCurrentIndex(results()->model()->index(row, ResultModel::ValueText));
        QTest::keyClick(m_window.get(), Qt::Key_F2);
    }
    void change(QStringView name, const QString &text) {
        editRow(rowOf(name));
        QVERIFY(cellEditor());
        typeNew(text);
        QTest::keyClick(line(), Qt::Key_Return);
        QVERIFY(!cellEditor());
    }
    void choose(const QModelIndex &index, const QString &text) {
        grid()->setFocus();
        grid()->setCurrentIndex(index);
        QTest::keyClick(grid(), Qt::Key_Return);
        QVERIFY(cellEditor());
        auto *labels = named<QComboBox>(u"New value"_s, true, cellEditor());
        labels->setCurrentIndex(labels->findText(text));
        QTest::keyClick(labels, Qt::Key_Return);
    }
    CellEditor *cellEditor() {
        for (CellEditor *found : m_window->findChildren<CellEditor *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    SetDialog *dialog() {
        SetDialog *found = m_window->findChild<SetDialog *>();
        return found && found->isVisible() ? found : nullptr;
    }
    QLineEdit *line() { return named<QLineEdit>(u"New value"_s, true, cellEditor()); }
    QLabel *message() { return named<QLabel>(u"Message"_s, true, cellEditor()); }
    void typeNew(const QString &text) {
        line()->selectAll();
        QTest::keyClicks(line(), text);
    }
    QString sheetMessage() { return named<QLabel>(u"Sheet message"_s, false)->text(); }
    QPushButton *setButton(const QString &text) { return named<QPushButton>(text, false); }
    QTableView *sheet() { return named<QTableView>(u"Pending changes"_s, false); }
    QTableView *doneList() { return named<QTableView>(u"Changes done"_s, false); }
    QString pending(int row, int column) { return sheet()->model()->index(row, column).data().toString(); }
    QString done(int row, int column) { return doneList()->model()->index(row, column).data().toString(); }
    QString dockTitle() { return m_window->findChild<QDockWidget *>(u"changes"_s)->windowTitle(); }
    QTableView *grid() { return named<QTableView>(u"Table view"_s); }
    int column(const QString &title) {
        const QAbstractItemModel *model = grid()->model();
        for (int section = 0; section < model->columnCount(); ++section) {
            if (model->headerData(section, Qt::Horizontal).toString() == title)
                return section;
        }
        return -1;
    }
};

QTEST_MAIN(TestWindowSet)
#include "tst_windowset.moc"
