// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logmodel.h"
#include "windowtest.h"

#include <QDockWidget>
#include <QLabel>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Ctrl+F, F3 and Shift+F3 in each view that has them.
class TestWindowFind : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void findsInTheListOnAndBackAndSaysWhereItWentOn() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QList<int> rows = rowsWith(results()->model(), ResultModel::ValueText, u"TenGigabit"_s);
        QCOMPARE(rows.size(), 2);
        results()->setFocus();
        open();
        QTest::keyClicks(line(), u"tengigabit"_s); // by itself, while typing
        QTRY_COMPARE_WITH_TIMEOUT(results()->currentIndex().row(), rows.first(), Patience);
        QCOMPARE(results()->currentIndex().column(), int(ResultModel::ValueText));
        QCOMPARE(QApplication::focusWidget(), line());
        QVERIFY(outcome().isEmpty());
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(results()->currentIndex().row(), rows.last(), Patience);
        QVERIFY(outcome().isEmpty());
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(results()->currentIndex().row(), rows.first(), Patience);
        QCOMPARE(outcome(), u"Went on from the top"_s);
        key(Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(results()->currentIndex().row(), rows.last(), Patience);
        QCOMPARE(outcome(), u"Went on from the end"_s);
        key(Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(results()->currentIndex().row(), rows.first(), Patience);
        QVERIFY(outcome().isEmpty());
    }

    void whatIsNotThereIsSaidAndNothingMoves() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        results()->setCurrentIndex(results()->model()->index(3, ResultModel::Name));
        open();
        QTest::keyClicks(line(), u"no such port"_s);
        QTRY_COMPARE_WITH_TIMEOUT(outcome(), u"Not there"_s, Patience);
        QCOMPARE(results()->currentIndex().row(), 3);
        QCOMPARE(line()->text(), u"no such port"_s);
    }

    void escClosesOnlyTheBar() {
        askDemo(u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int count = tabs().count();
        auto *filter = named<QLineEdit>(u"Filter results"_s);
        filter->setText(u"Gigabit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::ValueText).startsWith(u"Gigabit"), Patience);
        results()->setFocus();
        open();
        QTest::keyClicks(line(), u"1/0/9"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            results()->currentIndex().data().toString().contains(u"1/0/9"), Patience); // by its name too
        const QModelIndex found = results()->currentIndex();
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line());
        QCOMPARE(filter->text(), u"Gigabit"_s);
        QCOMPARE(results()->currentIndex(), found);
        QCOMPARE(QApplication::focusWidget(), results());
        QCOMPARE(tabs().count(), count);
        // F3 goes on with what was looked for.
        key(Qt::Key_F3);
        QVERIFY(line());
        QCOMPARE(line()->text(), u"1/0/9"_s);
    }

    void findsInTheTable() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && named<QTableView>(u"Table view"_s), Patience);
        auto *grid = named<QTableView>(u"Table view"_s);
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() >= 26, Patience);
        grid->setFocus();
        open();
        QTest::keyClicks(line(), u"TenGigabit"_s);
        const auto shown = [grid] { return grid->currentIndex().data().toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(shown(), u"TenGigabitEthernet1/1/1"_s, Patience);
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), u"TenGigabitEthernet1/1/2"_s, Patience);
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), u"TenGigabitEthernet1/1/1"_s, Patience);
        QCOMPARE(outcome(), u"Went on from the top"_s);
        key(Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), u"TenGigabitEthernet1/1/2"_s, Patience);
        QCOMPARE(outcome(), u"Went on from the end"_s);
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line());
        QVERIFY(grid->isVisible());
        QCOMPARE(shown(), u"TenGigabitEthernet1/1/2"_s);
    }

    void findsInTheLog() {
        auto *log = named<QTableView>(u"Log"_s, false);
        QVERIFY(log);
        for (QWidget *at = log; at; at = at->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(at)) {
                dock->show();
                dock->raise();
            }
        }
        qWarning("the first needle");
        qWarning("hay");
        qWarning("the second needle");
        QTRY_COMPARE_WITH_TIMEOUT(rowsWith(log->model(), LogModel::Text, u"needle"_s).size(), 2, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(log->isVisible(), Patience);
        const QList<int> rows = rowsWith(log->model(), LogModel::Text, u"needle"_s);
        log->setFocus();
        log->setCurrentIndex(log->model()->index(0, 0));
        open();
        QTest::keyClicks(line(), u"needle"_s);
        QTRY_COMPARE_WITH_TIMEOUT(log->currentIndex().row(), rows.first(), Patience);
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(log->currentIndex().row(), rows.last(), Patience);
        key(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(log->currentIndex().row(), rows.first(), Patience);
        QCOMPARE(outcome(), u"Went on from the top"_s);
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line());
        QVERIFY(log->isVisible());
    }

private:
    /// Of the view that has the focus.
    void open() {
        key(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(line());
        QCOMPARE(QApplication::focusWidget(), line());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    QLineEdit *line() { return named<QLineEdit>(u"Find"_s); }
    QString outcome() {
        const auto *label = named<QLabel>(u"Find: outcome"_s);
        return label ? label->text() : u"no bar"_s;
    }
    static QList<int> rowsWith(const QAbstractItemModel *model, int column, const QString &text) {
        QList<int> rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, column).data().toString().contains(text))
                rows += row;
        }
        return rows;
    }
};

QTEST_MAIN(TestWindowFind)
#include "tst_windowfind.moc"
