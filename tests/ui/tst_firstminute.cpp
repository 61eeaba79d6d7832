// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/ui/windowtest.h"
#include "ui/table/tablemodel.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What a person meets in the first minute, in its order.
class TestFirstMinute final : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
    }
    void cleanup() {
        // Nothing modal ever appeared, and no window of its own.
        QVERIFY(!QApplication::activeModalWidget());
        for (const QWidget *top : QApplication::topLevelWidgets())
            QVERIFY2(top == m_window.get() || !top->isVisible() || !top->isWindow() || top->windowType() != Qt::Dialog,
                qPrintable(top->windowTitle()));
        closeWindow();
    }

    void opensWithTheCaretInDevice() {
        const auto *device = named<QComboBox>(u"Device"_s);
        QVERIFY(device->isEditable());
        QVERIFY(device->hasFocus());
        QCOMPARE(device->lineEdit()->placeholderText(), u"Address, saved device, or a pasted snmpwalk line"_s);
        QVERIFY(named<QPushButton>(u"Try the demo switch"_s));
        QVERIFY(named<QPushButton>(u"Open a recording"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"192.0.2.1"_s);
        QCOMPARE(device->currentText(), u"192.0.2.1"_s);
    }

    void whatWasOpenLatelyIsOffered() {
        QVERIFY(!shown<QLabel>(u"Recent"_s));
        askDemo(u"SNMPv2-MIB::sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        tabs().closeTab(0);
        QTRY_VERIFY(shown<QLabel>(u"Recent"_s));
        auto *again = shown<QPushButton>(u"SNMPv2-MIB::sysName.0 @ demo"_s);
        QVERIFY(again);
        again->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }

    void theReadingOfModulesIsSaid() {
        m_window->showLibraryProgress(3, 69);
        QVERIFY(shown<QLabel>(u"Reading MIB modules: 3 of 69"_s));
        m_window->setLibrary(m_library);
        QVERIFY(!shown<QLabel>(u"Reading MIB modules: 3 of 69"_s));
    }

    void oneClickShowsTheDemoWithItsErrorsRising() {
        openDemo();
        const TableModel *table = tabs().current()->findChild<TableModel *>();
        QVERIFY(table->rowCount() >= 24);
        const int errors = columnOf(*table, u"ifInErrors"_s);
        const auto rising = [&] {
            int ports = 0;
            for (int row = 0; row < table->rowCount(); ++row) {
                const QString shownRate = table->index(row, errors).data().toString();
                ports += int(shownRate.endsWith(u"/s") && !shownRate.startsWith(u"0"));
            }
            return ports;
        };
        QTRY_COMPARE_WITH_TIMEOUT(rising(), 1, Patience);
        QVERIFY2(summary().contains(u" ms round trip"_s), qPrintable(summary()));
        QCOMPARE(named<QLineEdit>(u"Equivalent command"_s)->text(), u"walkabout-cli table demo IF-MIB::ifTable"_s);
    }

    void aClickOnACellTellsWhatItIsAndItsCopies() {
        openDemo();
        QTest::keyClick(m_window.get(), Qt::Key_Escape); // holds still
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        auto *grid = named<QTableView>(u"Table view"_s);
        const int errors = columnOf(*grid->model(), u"ifInErrors"_s);
        const QModelIndex cell = grid->model()->index(2, errors);
        grid->scrollTo(cell);
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(cell).center());
        const QString details = named<QTextBrowser>(u"Object details"_s)->toPlainText();
        for (const QString &part : {u"ifInErrors"_s, u"IF-MIB"_s, u"1.3.6.1.2.1.2.2.1.14"_s, u"Counter32"_s})
            QVERIFY2(details.contains(part), qPrintable(part + u" is not in "_s + details));
        const auto copied = [&](Qt::KeyboardModifiers with) {
            QGuiApplication::clipboard()->clear();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, with);
            return QGuiApplication::clipboard()->text();
        };
        bool isNumber = false; // the counter itself, where its rate is shown
        copied(Qt::ControlModifier).toUInt(&isNumber);
        QVERIFY(isNumber);
        QVERIFY(copied(Qt::ControlModifier | Qt::ShiftModifier).startsWith(u"1.3.6.1.2.1.2.2.1.14."_s));
    }

    void anAddressTypedSaysWhoItIsInOneRoundTrip() {
        FakeAgent agent(m_parts->engine);
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 1, 2, 0}] = Value::oid(Oid{1, 3, 6, 1, 4, 1, 9, 1, 516});
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}] = Value::octets("core1");
        meet(agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(agent.questions, 1);
        QCOMPARE(agent.changes, 0); // nothing is written
        QStringList names;
        for (int row = 0; row < 4; ++row)
            names += cell(row, ResultModel::Name);
        QCOMPARE(names, QStringList({u"sysName.0"_s, u"sysDescr.0"_s, u"sysUpTime.0"_s, u"sysObjectID.0"_s}));
        QCOMPARE(cell(0, ResultModel::ValueText), u"core1"_s);
        QVERIFY(cell(3, ResultModel::ValueText).endsWith(u"· Cisco Systems"_s));
        // Keeping it is a star, not a question.
        QVERIFY(named<QToolButton>(u"Save device"_s));
        QVERIFY(m_parts->devices.devices().isEmpty());
    }

    void silenceIsCountedAndThenExplained() {
        const FakeAgent agent(m_parts->engine, FakeAgent::Silent);
        Device device;
        device.name = u"lab"_s;
        device.endpoint = agent.endpoint();
        device.bounds = {200ms, 5};
        QVERIFY(!m_parts->devices.save(device));
        m_parts->secrets.write(device.id, {Secret("public"), {}, {}, {}}, this, {});
        type(u"Device address"_s, u"lab"_s);
        QTRY_VERIFY_WITH_TIMEOUT(summary().contains(u"try 2 of 6"_s), Patience);
        QVERIFY(!named<QToolButton>(u"Why?"_s));
        QTRY_VERIFY_WITH_TIMEOUT(ended() && named<QToolButton>(u"Why?"_s), Patience);
        const QString said = results()->model()->index(results()->model()->rowCount() - 1, 0).data().toString();
        QVERIFY2(said.endsWith(u'.') && said.contains(u"answer"_s), qPrintable(said));
    }

    void macLeadsToTheForwardingTable() {
        meet(u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setFocus();
        QTest::keyClicks(address, u"mac"_s);
        QAbstractItemView *offers = address->completer()->popup();
        QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible(), Patience);
        QStringList offered;
        for (int row = 0; row < offers->model()->rowCount(); ++row)
            offered += offers->model()->index(row, 0).data().toString();
        QVERIFY2(offered.contains(u"BRIDGE-MIB::dot1dTpFdbTable"_s), qPrintable(offered.join(u' ')));
        QVERIFY2(offered.filter(u"::ipNetToMediaTable"_s).size() == 1, qPrintable(offered.join(u' ')));
        offers->setCurrentIndex(offers->model()->index(int(offered.indexOf(u"BRIDGE-MIB::dot1dTpFdbTable"_s)), 0));
        QTest::keyClick(offers, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && named<QTableView>(u"Table view"_s), Patience);
        const QAbstractItemModel *table = named<QTableView>(u"Table view"_s)->model();
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 10, Patience);
        const QString mac = table->index(3, 0).data().toString();
        QVERIFY2(mac.count(u':') == 5, qPrintable(mac)); // the index, as what it stands for
        auto *filter = named<QLineEdit>(u"Filter results"_s);
        filter->setText(mac.right(5));
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() >= 1 && table->rowCount() < 10, Patience);
        bool found = false;
        for (int row = 0; row < table->rowCount(); ++row)
            found = found || table->index(row, 0).data().toString() == mac;
        QVERIFY(found);
    }

private:
    template <class W>
    W *shown(const QString &text) const {
        for (W *each : m_window->findChildren<W *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }

    QString summary() const { return named<QLineEdit>(u"Summary"_s)->text(); }

    void openDemo() {
        named<QPushButton>(u"Try the demo switch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current() && tabs().currentResult()->isLive(), Patience);
        QVERIFY(named<QTableView>(u"Table view"_s));
    }

    /// An address or a device's name in Device; a community that is asked for is the one that is offered.
    void meet(const QString &device) {
        type(u"Device address"_s, device);
        const auto community = [this] { return named<QLineEdit>(u"Community"_s); };
        QVERIFY(QTest::qWaitFor([&] { return community() || ended(); }, Patience));
        if (community())
            QTest::keyClick(community(), Qt::Key_Return);
    }

    static int columnOf(const QAbstractItemModel &table, const QString &title) {
        for (int column = 0; column < table.columnCount(); ++column) {
            if (table.headerData(column, Qt::Horizontal).toString() == title)
                return column;
        }
        return -1;
    }
};

QTEST_MAIN(TestFirstMinute)
#include "tst_firstminute.moc"
