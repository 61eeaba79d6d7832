// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The window itself: its controls, its tabs, what it remembers.
class TestMainWindow : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void everyControlHasItsName_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Get", "Next", "Bulk", "Walk", "Table", "Set", "Stop", "Allow writes"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyControlHasItsName() {
        QFETCH(QString, name);
        QVERIFY(named<QToolButton>(name));
    }

    void theCaretStandsInTheDeviceBox() {
        QVERIFY(named<QComboBox>(u"Device"_s));
        QCOMPARE(QApplication::focusWidget(), named<QComboBox>(u"Device"_s));
    }

    void theMainButtonNamesTheObviousVerb() {
        named<QLineEdit>(u"Address"_s)->setText(u"IF-MIB::ifTable"_s);
        QCOMPARE(obvious(), u"Table"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"SNMPv2-MIB::sysName.0"_s);
        QCOMPARE(obvious(), u"Get"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"IF-MIB::ifMIB"_s);
        QCOMPARE(obvious(), u"Walk"_s);
    }

    void tabsOpenAndCloseByKeys() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(tabs().count(), 2, Patience);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs().count(), 0);
        QVERIFY(named<QPushButton>(u"Try the demo switch"_s));
    }

    void oneClickShowsTheDemosInterfaces() {
        named<QPushButton>(u"Try the demo switch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current() && tabs().currentResult()->isLive(), Patience);
        const auto *grid = named<QTableView>(u"Table view"_s);
        QVERIFY(grid);
        QVERIFY(tabs().currentResult()->store().size() > 24);
        // Names first, rates moving.
        const auto *pinned = grid->findChild<QTableView *>();
        QVERIFY(pinned->isVisible());
        QVERIFY(!pinned->isColumnHidden(0)); // which tells their names
        QTRY_VERIFY_WITH_TIMEOUT(pinned->model()->index(1, 0).data().toString().startsWith(u"Gi1/0/1 "), Patience);
        QVERIFY(pinned->isColumnHidden(2));
        const QAbstractItemModel *model = grid->model();
        const auto title = [model](int column) { return model->headerData(column, Qt::Horizontal).toString(); };
        int column = 0;
        while (column < model->columnCount() && title(column) != u"ifInOctets")
            ++column;
        const int x = grid->columnViewportPosition(column);
        QVERIFY2(x >= 0 && x + grid->columnWidth(column) < grid->viewport()->width(), qPrintable(QString::number(x)));
        QTRY_VERIFY_WITH_TIMEOUT(model->index(1, column).data().toString().endsWith(u"/s"), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }

    void deviceAndAddressAreRemembered() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        quit();
        openWindow();
        QCOMPARE(named<QComboBox>(u"Device"_s)->currentText(), u"demo"_s);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"sysName.0"_s);
        QCOMPARE(tabs().count(), 0);
    }

private:
    QString obvious() {
        for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->menu() && button->font().bold())
                return button->accessibleName();
        }
        return {};
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
