// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowsettest.h"

using namespace walkabout;
using namespace walkabout::test;

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};

} // namespace

/// What a sheet says of its changes, what becomes of them, and how they are taken back.
class TestWindowSheet : public WindowSetTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

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

    void closingTheWindowTellsOfChangesThatWereNotSent() {
        walkDemo(u"SNMPv2-MIB::system"_s);
        change(u"sysName", u"first"_s);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        const auto labels = m_window->findChild<QFrame *>(u"notice"_s)->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"A change was not sent"); }));
        QVERIFY(m_window->close());
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
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"Warning"_s)->text().contains(u"eth7"), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(pending(1, PendingModel::What), u"eth7 (7)"_s, Patience);
        QCOMPARE(pending(1, PendingModel::Object), u"ifAdminStatus[eth7]"_s);
        QCOMPARE(agent.changes, 0);
    }

    void aPortOfABridgeIsABranchTooWhateverIsShown() {
        FakeAgent agent(m_parts->engine);
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2, 3}] = Value::integer(7); // dot1dBasePortIfIndex
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 17, 2, 15, 1, 4, 3}] = Value::integer(1); // dot1dStpPortEnable
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1, 7}] = Value::octets("Gi1/0/7");
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 18, 7}] = Value::octets("uplink core2");
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 4, 20, 1, 2, 127, 0, 0, 1}] = Value::integer(7);
        QAction *names = nullptr;
        for (QAction *action : m_window->findChildren<QAction *>())
            names = action->text().remove(u'&') == u"Interface Names"_s ? action : names;
        QVERIFY(names && names->isChecked());
        names->setChecked(false);
        openLive(agent);
        type(u"Address"_s, u"BRIDGE-MIB::dot1dStp"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && rowOf(u"dot1dStpPortEnable") >= 0, Patience);
        editRow(rowOf(u"dot1dStpPortEnable"));
        auto *labels = named<QComboBox>(u"New value"_s, true, cellEditor());
        labels->setCurrentIndex(labels->findText(u"disabled (2)"_s));
        QTest::keyClick(labels, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"Warning"_s), Patience);
        QVERIFY(named<QLabel>(u"Warning"_s)->text().contains(u"interface 7"));
        QCOMPARE(pending(0, PendingModel::Object), u"dot1dStpPortEnable[3]"_s);
        names->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"Warning"_s)->text().contains(u"Gi1/0/7 · uplink core2 (7)"), Patience);
        QCOMPARE(pending(0, PendingModel::Object), u"dot1dStpPortEnable[Gi1/0/7]"_s);
        QCOMPARE(pending(0, PendingModel::What), u"Gi1/0/7 · uplink core2 (port 3)"_s);
        send(agent);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Write community"_s), Patience);
        type(u"Write community"_s, u"public"_s);
        QTRY_COMPARE_WITH_TIMEOUT(doneList()->model()->rowCount(), 1, Patience);
        QCOMPARE(done(0, DoneModel::Object), u"dot1dStpPortEnable[Gi1/0/7]"_s);
        names->setChecked(false);
        QCOMPARE(done(0, DoneModel::Object), u"dot1dStpPortEnable[3]"_s);
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
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<NewRowForm *>(), Patience);
        QVERIFY(m_window->findChild<NewRowForm *>()->windowTitle().contains(u"snmpTargetAddrTable"));
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
};

QTEST_MAIN(TestWindowSheet)
#include "tst_windowsheet.moc"
