// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shownsummary.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/trapgroupmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QScrollBar>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Where the summary of traps leads: a group to the list of its traps, a time to what came then.
class TestSummaryLeads : public QObject {
    Q_OBJECT

private slots:
    void opensAGroupAsTheListOfItsTraps();
    void aClickOnTheStripNarrowsToThatTime();
    void theStripIsReachedByKeys();

private:
    TestLibrary m_library;
};

void TestSummaryLeads::opensAGroupAsTheListOfItsTraps() {
    TrapRecord unreadable = madeRecord(1);
    unreadable.notification.failure = Failure(Failure::Kind::UnknownUser, {u"eve"_s});
    unreadable.notification.oid = {};
    unreadable.notification.varBinds.clear();
    ShownSummary shown({unreadable, recordAt(1, 3min, u"192.0.2.1"_s, 4), recordAt(20, 2min), // ifDescr[21]
                           recordAt(1, 2min, u"192.0.2.10"_s), recordAt(1, 1min), recordAt(1, 0min)},
        m_library);
    QTRY_COMPARE(shown.column(TrapGroupModel::Count), QStringList({u"2"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s}));
    QTRY_COMPARE(shown.cell(0, TrapGroupModel::Subject), u"ifDescr[2]"_s);
    shown.table.setFocus();
    shown.table.selectRow(0);
    QTest::keyClick(&shown.table, Qt::Key_Return);
    QVERIFY(!shown.button.isChecked());
    QVERIFY(named<QTableView>(shown.panel, u"Traps"_s)->hasFocus());
    QCOMPARE(shown.line.text(), u"source:192.0.2.1/32 name:linkDown ifDescr[2]"_s);
    QTRY_VERIFY(shown.rows.isComplete());
    QCOMPARE(shown.rows.rowCount(), 2);
    shown.line.clear();
    shown.button.click();
    QTRY_COMPARE(shown.table.model()->rowCount(), 5);
    QTRY_VERIFY(shown.cell(4, TrapGroupModel::Subject).contains(u"eve"));
    QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {},
        shown.table.visualRect(shown.table.model()->index(4, TrapGroupModel::Name)).center());
    if (shown.button.isChecked()) // a double click wants a click before it
        QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {},
            shown.table.visualRect(shown.table.model()->index(4, TrapGroupModel::Name)).center());
    QCOMPARE(shown.line.text(), u"source:192.0.2.1/32 kind:unreadable"_s);
    QTRY_VERIFY(shown.rows.isComplete());
    QCOMPARE(shown.rows.rowCount(), 1);
}

void TestSummaryLeads::aClickOnTheStripNarrowsToThatTime() {
    ShownSummary shown({recordAt(1, 40min), recordAt(2, 30min), recordAt(3, 30min), recordAt(4, 0min)}, m_library);
    QTRY_COMPARE(shown.table.model()->rowCount(), 4);
    QTRY_COMPARE(shown.strip.maximum(), 40);
    QTest::mouseClick(&shown.strip, Qt::LeftButton, {}, shown.strip.rectOf(10).center());
    QTRY_COMPARE(shown.table.model()->rowCount(), 2);
    QVERIFY2(shown.line.text().startsWith(u"after:") && shown.line.text().contains(u" before:"),
        qPrintable(shown.line.text()));
    QVERIFY(shown.strip.hasFocus());
    QTest::keyClick(&shown.strip, Qt::Key_Escape);
    QCOMPARE(shown.line.text(), QString());
    QTRY_COMPARE(shown.table.model()->rowCount(), 4);

    // A drag over several; then one of those, in place of them.
    shown.line.setText(u"name:linkDown"_s);
    QTRY_COMPARE(shown.strip.maximum(), 40);
    QTest::mousePress(&shown.strip, Qt::LeftButton, {}, shown.strip.rectOf(0).center());
    QTest::mouseMove(&shown.strip, shown.strip.rectOf(6).center());
    QTest::mouseMove(&shown.strip, shown.strip.rectOf(10).center());
    QTest::mouseRelease(&shown.strip, Qt::LeftButton, {}, shown.strip.rectOf(10).center());
    QTRY_COMPARE(shown.table.model()->rowCount(), 3);
    const QString all = shown.line.text();
    QTRY_COMPARE(shown.strip.maximum(), 10);
    QTest::mouseClick(&shown.strip, Qt::LeftButton, {}, shown.strip.rectOf(0).center());
    QTRY_COMPARE(shown.table.model()->rowCount(), 1);
    QCOMPARE(shown.line.text().count(u"after:"_s), 1);
    QVERIFY(shown.line.text().startsWith(u"name:linkDown"));
    QTest::keyClick(&shown.strip, Qt::Key_Escape);
    QCOMPARE(shown.line.text(), all);
    QTest::keyClick(&shown.table, Qt::Key_Escape);
    QCOMPARE(shown.line.text(), u"name:linkDown"_s);
    // What a person took out of the line does not come back.
    QTRY_COMPARE(shown.strip.maximum(), 40);
    QTest::mouseClick(&shown.strip, Qt::LeftButton, {}, shown.strip.rectOf(10).center());
    shown.line.setText(u"name:link"_s);
    QTest::keyClick(&shown.strip, Qt::Key_Escape);
    QCOMPARE(shown.line.text(), u"name:link"_s);
}

void TestSummaryLeads::theStripIsReachedByKeys() {
    ShownSummary shown({recordAt(1, 40min), recordAt(2, 39min), recordAt(3, 30min), recordAt(4, 0min)}, m_library);
    QTRY_COMPARE(shown.strip.maximum(), 40);
    QCOMPARE(shown.strip.value(), 40);
    shown.table.setFocus();
    QTest::keyClick(&shown.table, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(shown.strip.hasFocus());
    QTest::keyClick(&shown.strip, Qt::Key_Home);
    QTest::keyClick(&shown.strip, Qt::Key_Right);
    QCOMPARE(shown.strip.value(), 1);
    QTest::keyClick(&shown.strip, Qt::Key_Return);
    QTRY_COMPARE(shown.table.model()->rowCount(), 1);
    QTRY_COMPARE(shown.cell(0, TrapGroupModel::Subject), u"ifDescr[3]"_s);
    QTest::keyClick(&shown.strip, Qt::Key_Escape);
    QTRY_COMPARE(shown.strip.maximum(), 40);
    QTest::keyClick(&shown.strip, Qt::Key_Home);
    QTest::keyClick(&shown.strip, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&shown.strip, Qt::Key_Enter);
    QTRY_COMPARE(shown.table.model()->rowCount(), 2);
}

QTEST_MAIN(TestSummaryLeads)
#include "tst_summaryleads.moc"
