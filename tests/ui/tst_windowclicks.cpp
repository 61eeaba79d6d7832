// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibpanel.h"
#include "windowtest.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QTextBrowser>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Clicks in the MIB tree: one shows and fills the address, two do what stands to reason for the node.
class TestWindowClicks : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(tree()->currentIndex().isValid(), Patience);
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        m_tabsBefore = tabs().count();
    }
    void cleanup() { closeWindow(); }

    void oneFillsTheAddressAndShowsTheDetails() {
        click(u"ifDescr"_s, false);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"IF-MIB::ifDescr"_s);
        QCOMPARE(detailsHeading(), u"ifDescr"_s);
        QTest::qWait(50);
        QCOMPARE(tabs().count(), m_tabsBefore); // nothing was asked
        QVERIFY(!tabs().current()->isRunning());
    }

    void twoOnAFolderOpenItAndNeverWalk() {
        const QModelIndex folder = show(u"ifMIB"_s);
        const bool wasOpen = tree()->isExpanded(folder);
        doubleClick(folder);
        QCOMPARE(tree()->isExpanded(folder), !wasOpen);
        doubleClick(folder);
        QCOMPARE(tree()->isExpanded(folder), wasOpen);
        QTest::qWait(50);
        QCOMPARE(tabs().count(), m_tabsBefore);
        QVERIFY(!tabs().current()->isRunning());
    }

    void twoOnAScalarGetIt() {
        const int before = model().total();
        click(u"ifNumber"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && model().total() == before + 1, Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Get);
        QCOMPARE(cell(before, ResultModel::Name), u"ifNumber.0"_s);
    }

    void twoOnATableOrItsEntryOpenAGrid_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("table") << u"ifTable"_s;
        QTest::newRow("entry") << u"ifEntry"_s;
    }

    void twoOnATableOrItsEntryOpenAGrid() {
        QFETCH(QString, name);
        click(name, true);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && grid() && grid()->model()->rowCount() >= 24, Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Table);
    }

    void twoOnAColumnOpenTheGridScrolledToIt() {
        click(u"ifOutErrors"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && grid() && grid()->model()->rowCount() >= 24, Patience);
        QCoreApplication::sendPostedEvents();
        QTRY_COMPARE_WITH_TIMEOUT(titleOf(grid()->currentIndex().column()), u"ifOutErrors"_s, Patience);
        QTest::qWait(50); // widths are fitted
        const QRect cell = grid()->visualRect(grid()->currentIndex());
        QVERIFY2(grid()->viewport()->rect().contains(cell),
            qPrintable(u"%1 to %2 of %3"_s.arg(cell.left()).arg(cell.right()).arg(grid()->viewport()->width())));
        QVERIFY(grid()->horizontalHeader()->sectionSize(0) > 0);
        // It is the column that was asked for, not one of its cells.
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"IF-MIB::ifOutErrors"_s);
        QCOMPARE(tree()->currentIndex().data().toString(), u"ifOutErrors"_s);
    }

    void twoOnANotificationShowItsDefinition() {
        auto *dock = m_window->findChild<QDockWidget *>(u"details"_s);
        dock->close();
        click(u"linkDown"_s, true);
        QVERIFY(dock->isVisible());
        QCOMPARE(detailsHeading(), u"linkDown"_s);
        QVERIFY(named<QTextBrowser>(u"Object details"_s)->toPlainText().contains(u"ifOperStatus"));
        QTest::qWait(50);
        QCOMPARE(tabs().count(), m_tabsBefore);
        QVERIFY(!tabs().current()->isRunning());
        QCOMPARE(tabs().current()->query().verb, Verb::Get); // nothing was walked
    }

    void enterIsTheSame() {
        show(u"linkUp"_s);
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(detailsHeading(), u"linkUp"_s);
        QCOMPARE(tabs().count(), m_tabsBefore);
        show(u"ifXTable"_s);
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && grid() && grid()->model()->rowCount() >= 24, Patience);
    }

private:
    QTreeView *tree() { return named<QTreeView>(u"MIB tree"_s); }
    QTableView *grid() { return named<QTableView>(u"Table view"_s); }
    QString titleOf(int column) { return grid()->model()->headerData(column, Qt::Horizontal).toString(); }
    QString detailsHeading() {
        return named<QTextBrowser>(u"Object details"_s, false)->toPlainText().section(u'\n', 0, 0);
    }
    QModelIndex show(const QString &name) {
        m_window->findChild<MibPanel *>()->reveal(m_library->named(name).first().oid());
        tree()->setFocus();
        return tree()->currentIndex();
    }
    QPoint on(const QModelIndex &index) {
        tree()->scrollTo(index);
        const QRect rect = tree()->visualRect(index);
        return {qMax(rect.left(), 0) + 20, rect.center().y()};
    }
    void click(const QString &name, bool twice) {
        const QModelIndex index = show(name);
        QCOMPARE(index.data().toString(), name);
        tree()->setCurrentIndex(index.parent()); // so that the click itself chooses it
        if (twice)
            doubleClick(index);
        else
            QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, on(index));
    }
    void doubleClick(const QModelIndex &index) {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, on(index)); // its first press
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, on(index));
    }

    int m_tabsBefore = 0;
};

QTEST_MAIN(TestWindowClicks)
#include "tst_windowclicks.moc"
