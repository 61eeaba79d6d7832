// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeagent.h"
#include "tests/ui/windowtest.h"
#include "ui/set/celleditor.h"
#include "ui/set/donemodel.h"
#include "ui/set/newrowform.h"
#include "ui/set/pendingmodel.h"
#include "ui/set/setdialog.h"

#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

namespace walkabout::test {

using namespace Qt::StringLiterals;

/// A window in which values are changed: its cells, its editor over a cell, its sheet and what was done.
class WindowSetTest : public WindowTest {
protected:
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

} // namespace walkabout::test
