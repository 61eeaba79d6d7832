// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "tests/support/fakeagent.h"
#include "ui/set/setdialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// A change from the selected row to the agent and back to the row.
class TestWindowSet : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aChangedNameIsReadBackIntoItsRow() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysName");
        const int rows = results()->model()->rowCount();
        const QString above = cell(row - 1, ResultModel::Name);
        QVERIFY(cell(row, ResultModel::ValueText) != u"core7");
        editRow(row);
        QVERIFY(dialog());
        QCOMPARE(label(u"Value now"_s), cell(row, ResultModel::ValueText));
        typeNew(u"core7"_s);
        setButton(u"demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(label(u"Message"_s), u"demo took the change."_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"core7"_s, Patience);
        QCOMPARE(label(u"Value now"_s), u"core7"_s);
        // In its place: no row of its own, none moved.
        QVERIFY(cell(row, ResultModel::Name).startsWith(u"sysName"));
        QCOMPARE(cell(row - 1, ResultModel::Name), above);
        QCOMPARE(results()->model()->rowCount(), rows);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), Patience);
        // It is what the device has now, not only what was shown.
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(cell(rowOf(u"sysName"), ResultModel::ValueText), u"core7"_s);
    }

    void theSetButtonOpensTheSameAndCtrlEnterSends() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        const int row = rowOf(u"sysLocation");
        results()->setCurrentIndex(results()->model()->index(row, ResultModel::ValueText));
        auto *set = named<QToolButton>(u"Set"_s);
        QVERIFY(set->isEnabled()); // the demo has no padlock
        QCOMPARE(set->text(), u"Set on demo"_s);
        set->click();
        QVERIFY(dialog());
        typeNew(u"Attic"_s);
        QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"Attic"_s, Patience);
    }

    void aPortIsSwitchedInTheTable() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(grid() && ended(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(grid()->model()->rowCount() >= 24, Patience);
        const QModelIndex admin = grid()->model()->index(2, column(u"ifAdminStatus"_s));
        const QModelIndex other = admin.siblingAtRow(3);
        QCOMPARE(admin.data().toString(), u"up(1)"_s);
        grid()->setFocus();
        grid()->setCurrentIndex(admin);
        QTest::keyClick(grid(), Qt::Key_F2);
        QVERIFY(dialog());
        auto *choice = named<QComboBox>(u"New value"_s, true, dialog());
        QVERIFY(choice);
        choice->setCurrentIndex(choice->findText(u"down (2)"_s));
        setButton(u"demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(admin.data().toString(), u"down(2)"_s, Patience);
        QCOMPARE(other.data().toString(), u"up(1)"_s);
        QCOMPARE(grid()->currentIndex(), admin);
        // What is edited next begins with what stands there now.
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), Patience);
        QTest::keyClick(grid(), Qt::Key_F2);
        QVERIFY(dialog());
        QCOMPARE(label(u"Value now"_s), u"down(2)"_s);
    }

    void aValueTheAgentRefusesStaysInItsField() {
        walkDemo(u"SNMPv2-MIB::snmpSetSerialNo"_s);
        const QString before = cell(0, ResultModel::ValueText);
        editRow(0);
        QVERIFY(dialog());
        typeNew(u"12345"_s); // not what stands there, as TestAndIncr wants it
        setButton(u"demo"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(label(u"Message"_s).contains(u"inconsistentValue"), Patience);
        QVERIFY2(label(u"Message"_s).contains(u"snmpSetSerialNo.0"), qPrintable(label(u"Message"_s)));
        QCOMPARE(editor()->text(), u"12345"_s);
        QVERIFY(editor()->isEnabled());
        QVERIFY(setButton(u"demo"_s)->isEnabled());
        QCOMPARE(label(u"Value now"_s).section(u' ', 0, 0), before);
        QCOMPARE(cell(0, ResultModel::ValueText), before);
        // And is amended there.
        typeNew(before);
        setButton(u"demo"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(label(u"Message"_s), u"demo took the change."_s, Patience);
    }

    void silenceIsReadBackAndSaid() {
        FakeAgent agent(m_parts->engine);
        editLive(agent);
        const int row = rowOf(u"sysName");
        typeNew(u"core7"_s);
        agent.setHabit(FakeAgent::LosesAnswers, 1); // the change is made, its answer never comes
        setButton(deviceLabel(agent))->click();
        QVERIFY(label(u"Message"_s).contains(u"Sent once"));
        QTRY_COMPARE_WITH_TIMEOUT(label(u"Message"_s), u"Read back: the change was made."_s, Patience);
        QCOMPARE(label(u"Value now"_s), u"core7"_s);
        QCOMPARE(agent.changes, 1);
        QTRY_COMPARE_WITH_TIMEOUT(cell(row, ResultModel::ValueText), u"core7"_s, Patience);
    }

    void noAnswerToTheReadingIsSaidToo() {
        FakeAgent agent(m_parts->engine);
        editLive(agent);
        typeNew(u"core7"_s);
        agent.setHabit(FakeAgent::Silent);
        setButton(deviceLabel(agent))->click();
        QTRY_VERIFY2_WITH_TIMEOUT(
            label(u"Message"_s).startsWith(u"The change may have been made and cannot be read back"),
            qPrintable(label(u"Message"_s)), Patience);
        QCOMPARE(editor()->text(), u"core7"_s);
        QVERIFY(setButton(deviceLabel(agent))->isEnabled());
    }

    void whatCannotBeSentIsSaidInTheDialog() {
        FakeAgent agent(m_parts->engine);
        editLive(agent);
        typeNew(u"core7"_s);
        named<QToolButton>(u"Allow writes"_s)->click(); // as its ten idle minutes would
        setButton(deviceLabel(agent))->click();
        QTRY_VERIFY2_WITH_TIMEOUT(
            label(u"Message"_s).contains(u"read-only"), qPrintable(label(u"Message"_s)), Patience);
        QCOMPARE(editor()->text(), u"core7"_s);
        QVERIFY(editor()->isEnabled());
        QCOMPARE(agent.changes, 0);
    }

private:
    void walkDemo(const QString &object) {
        askDemo(object, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }
    /// Its name in the dialog, with what it takes to write.
    void editLive(const FakeAgent &agent) {
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->query().verb == Verb::Walk, Patience);
        named<QToolButton>(u"Allow writes"_s)->click();
        QVERIFY(named<QToolButton>(u"Set"_s)->isEnabled());
        editRow(rowOf(u"sysName"));
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Write community"_s), Patience);
        type(u"Write community"_s, u"public"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), Patience);
    }
    static QString deviceLabel(const FakeAgent &agent) { return agent.endpoint().toString(); }
    QString label(const QString &name) {
        const auto *found = dialog() ? named<QLabel>(name, true, dialog()) : nullptr;
        return found ? found->text() : u"no label"_s;
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
    SetDialog *dialog() {
        for (SetDialog *found : m_window->findChildren<SetDialog *>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QLineEdit *editor() { return named<QLineEdit>(u"New value"_s, true, dialog()); }
    void typeNew(const QString &text) {
        editor()->selectAll();
        QTest::keyClicks(editor(), text);
    }
    QPushButton *setButton(const QString &device) { return named<QPushButton>(u"Set on "_s + device, true, dialog()); }
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
