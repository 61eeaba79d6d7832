// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "ui/table/livetable.h"
#include "ui/table/pinnedtable.h"
#include "ui/table/tablemodel.h"
#include "windowtest.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
const Oid sysUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
constexpr quint32 ifDescr = 2;
constexpr quint32 ifOperStatus = 8;
constexpr quint32 ifInOctets = 10;
constexpr quint32 ifInErrors = 14;

} // namespace

/// A table of the window, live.
class TestWindowLive : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        m_agent = std::make_unique<FakeAgent>(m_parts->engine);
        for (quint32 port = 1; port <= 3; ++port)
            addPort(port);
        m_agent->objects.insert(sysUpTime, Value::timeTicks(100'000));
        Device device;
        device.name = u"lab"_s;
        device.endpoint = m_agent->endpoint();
        device.bounds = {150ms, 1};
        QVERIFY(!m_parts->devices.save(device));
        m_parts->secrets.write(device.id, {Secret("public"), {}, {}, {}}, this, {});
    }
    void cleanup() {
        m_agent.reset();
        closeWindow();
    }

    void theDemosRatesMoveUntilEscStopsThem() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table(), Patience);
        const int rows = table()->rowCount();
        QVERIFY(rows > 20);
        named<QSpinBox>(u"Refresh interval in seconds"_s)->setValue(1);
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(tabs().currentResult()->isLive());
        QVERIFY(named<QToolButton>(u"Live"_s)->isChecked());
        QVERIFY(named<QToolButton>(u"Stop"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(readings() >= 2, Patience);
        QCOMPARE(table()->rowCount(), rows);
        int moving = 0;
        for (int row = 0; row < rows; ++row)
            moving += shown(row, ifInOctets).endsWith(u"/s") ? 1 : 0;
        QVERIFY(moving > 10);
        QVERIFY(ending().startsWith(u"Live: every 1 s, reading "));
        QVERIFY(named<QLineEdit>(u"Summary"_s)->text().contains(u"ms round trip"));

        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(ending().startsWith(u"Live stopped at "));
        QVERIFY(!named<QToolButton>(u"Live"_s)->isChecked());
        QVERIFY(table());
    }

    void closingTheTabStopsIt() {
        goLive();
        const int open = tabs().count();
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs().count(), open - 1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const int asked = m_agent->questions;
        QTest::qWait(1300); // longer than an interval
        QCOMPARE(m_agent->questions, asked);
    }

    void aDeviceThatGoesAwayIsSaidAndAskedOn() {
        goLive();
        m_agent->setHabit(FakeAgent::Silent);
        QTRY_VERIFY_WITH_TIMEOUT(ending().contains(u"Live goes on"), Patience);
        QVERIFY(tabs().currentResult()->isLive());
        QCOMPARE(table()->rowCount(), 3); // what was read stays
        m_agent->setHabit(FakeAgent::Honest);
        QTRY_VERIFY_WITH_TIMEOUT(ending().startsWith(u"Live: every 1 s"), Patience);
    }

    void anotherIntervalHoldsWhileItIsLive() {
        goLive();
        auto *interval = named<QSpinBox>(u"Refresh interval in seconds"_s);
        interval->setValue(3600);
        const int before = readings();
        QTest::qWait(2500);
        QVERIFY(readings() <= before + 1); // the one that was under way
        const int asked = readings();
        interval->setValue(1);
        QTRY_VERIFY_WITH_TIMEOUT(readings() >= asked + 2, Patience);
    }

    void aRowThatGoesWaitsToBeDismissed() {
        const int width = m_window->width();
        goLive();
        QCOMPARE(m_window->width(), width); // though the ending names all columns that are not served
        for (const quint32 column : {ifDescr, ifOperStatus, ifInOctets})
            m_agent->objects.remove(ifEntry + column + 2U);
        addPort(9);
        auto *dismiss = named<QToolButton>(u"Dismiss"_s);
        QTRY_COMPARE_WITH_TIMEOUT(dismiss->text(), u"Dismiss 1"_s, Patience);
        QCOMPARE(table()->rowCount(), 4);
        QCOMPARE(named<QLabel>(u"Rows"_s)->text(), u"4 rows, 1 of them gone"_s);
        QVERIFY(table()->index(1, 0).data(TableModel::GoneRole).toBool());
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table()->rowCount(), 3);
        QCOMPARE(dismiss->text(), u"Dismiss"_s);
        QCOMPARE(named<QLabel>(u"Rows"_s)->text(), u"3 rows"_s);
    }

    void theChangeLogIsShownAndCopied() {
        goLive();
        QVERIFY(!named<QPlainTextEdit>(u"Change log"_s));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *log = named<QPlainTextEdit>(u"Change log"_s);
        QVERIFY(log);
        m_agent->objects.insert(ifEntry + ifOperStatus + 3U, Value::integer(2));
        QTRY_VERIFY_WITH_TIMEOUT(log->toPlainText().endsWith(u" Gi1/0/3 ifOperStatus up -> down"), Patience);
        named<QToolButton>(u"Copy all changes"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), log->toPlainText());
        named<QToolButton>(u"Close the change log"_s)->click();
        QVERIFY(!log->isVisible());
        QVERIFY(!named<QToolButton>(u"Changes"_s)->isChecked());
    }

    void zeroAndHideZeroLeaveWhatCountsSince() {
        goLive();
        auto *zero = named<QToolButton>(u"Zero"_s);
        QVERIFY(zero->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(table()->rowCount(), 0);
        m_agent->objects.insert(ifEntry + ifInOctets + 2U, Value::counter32(2500));
        QTRY_COMPARE_WITH_TIMEOUT(table()->rowCount(), 1, Patience);
        QVERIFY2(shown(0, ifInOctets).startsWith(u"+500  "), qPrintable(shown(0, ifInOctets)));
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table()->rowCount(), 3);
    }

    void hideZeroHoldsForTheNextRun() {
        m_agent->objects.insert(ifEntry + ifInOctets + 2U, Value::counter32(0));
        for (quint32 port = 1; port <= 3; ++port)
            m_agent->objects.insert(ifEntry + ifInErrors + port, Value::counter32(0));
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table() && table()->rowCount() == 3, Patience);
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(table()->rowCount(), 2);
        const QString rows = u"2 of 3 rows, 1 column of zeros hidden"_s;
        QTRY_COMPARE(named<QLabel>(u"Rows"_s)->text(), rows);
        m_agent->setHabit(FakeAgent::CutsRows, 2); // names come first
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table() && table()->totalRows() == 3, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(named<QLabel>(u"Rows"_s)->text(), rows, Patience);
    }

    void liveThatIsAskedForWhileTheTableIsReadBeginsThen() {
        m_agent->setHabit(FakeAgent::Late, 30);
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table(), Patience);
        QVERIFY(!tabs().currentResult()->isLive());
        QVERIFY(tabs().current()->isRunning());
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(tabs().currentResult()->isLive(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(readings() >= 1, Patience);
    }

    void askingAgainReadsOnce() {
        goLive();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table(), Patience);
        QVERIFY(!tabs().currentResult()->isLive());
        QVERIFY(!named<QToolButton>(u"Live"_s)->isChecked());
        QVERIFY(ending().startsWith(u"End: "));
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(readings() >= 1, Patience);
    }

    void whatIsNoTableSaysSo() {
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"sysDescr.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QToolButton>(u"Live"_s));
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QVERIFY(!tabs().currentResult()->isLive());
        const auto labels = m_window->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"for a table"); }));
    }

    void aDeviceThatIsClosedEndsIt() {
        goLive();
        Device device = tabs().current()->device().device();
        tabs().current()->device().reset(device);
        QTRY_VERIFY_WITH_TIMEOUT(!tabs().currentResult()->isLive(), Patience);
        QVERIFY(ending().startsWith(u"Live ended at "));
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier); // it is opened anew
        QTRY_VERIFY_WITH_TIMEOUT(tabs().currentResult()->isLive() && readings() >= 1, Patience);
    }

private:
    void addPort(quint32 port) {
        m_agent->objects.insert(ifEntry + ifDescr + port, Value::octets("Gi1/0/" + QByteArray::number(port)));
        m_agent->objects.insert(ifEntry + ifOperStatus + port, Value::integer(1));
        m_agent->objects.insert(ifEntry + ifInOctets + port, Value::counter32(port * 1000));
    }

    // The agent's interfaces, read twice at least.
    void goLive() {
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && table(), Patience);
        named<QSpinBox>(u"Refresh interval in seconds"_s)->setValue(1);
        named<QToolButton>(u"Live"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(readings() >= 2, Patience);
    }

    TableModel *table() { return tabs().current() ? tabs().current()->findChild<TableModel *>() : nullptr; }
    int readings() { return table() && table()->live() ? table()->live()->readings() : 0; }
    QString ending() const { return named<QLabel>(u"Ending"_s)->text(); }
    QString shown(int row, quint32 number) {
        for (int column = 0; column < table()->columnCount(); ++column) {
            if (table()->column(column).number == number)
                return table()->index(row, column).data().toString();
        }
        return {};
    }

    std::unique_ptr<FakeAgent> m_agent;
};

QTEST_MAIN(TestWindowLive)
#include "tst_windowlive.moc"
