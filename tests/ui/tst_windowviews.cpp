// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/copyas.h"
#include "ui/query/exporting.h"
#include "ui/query/octetmemory.h"
#include "ui/query/treeview.h"
#include "windowtest.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// One result is a list, a tree or its tables, and leaves the window as it is looked at.
class TestWindowViews : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aWalkIsATreeAndItsTablesWithoutAskingAgain() {
        walk(u"mib-2"_s);
        const int read = tabs().currentResult()->store().size();
        press(Qt::Key_2, Qt::ControlModifier);
        auto *tree = named<QTableView>(u"Result tree"_s);
        QVERIFY(tree);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*tree).contains(u"ifTable"_s), Patience);
        QVERIFY(textOf(*tree).last().startsWith(u"End: "));
        press(Qt::Key_3, Qt::ControlModifier);
        auto *chooser = named<QComboBox>(u"Table of this result"_s);
        QVERIFY(chooser);
        QTRY_VERIFY_WITH_TIMEOUT(chooser->findText(u"IF-MIB::ifTable ("_s, Qt::MatchStartsWith) >= 0, Patience);
        const int at = chooser->findText(u"IF-MIB::ifTable ("_s, Qt::MatchStartsWith);
        chooser->setCurrentIndex(at);
        emit chooser->activated(at);
        auto *grid = named<QTableView>(u"Table view"_s);
        QVERIFY(grid);
        QTRY_VERIFY_WITH_TIMEOUT(
            chooser->currentText().endsWith(u"(%1 rows)"_s.arg(grid->model()->rowCount())), Patience);
        press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(results()->isVisible());
        QCOMPARE(tabs().currentResult()->store().size(), read);
        QVERIFY(!tabs().current()->isRunning());
    }

    void aTabKeepsItsViewOverRuns() {
        walk(u"IF-MIB::ifEntry"_s);
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        auto *tree = named<QTableView>(u"Result tree"_s);
        QVERIFY(tree);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*tree).contains(u"ifDescr"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(textOf(*tree).last().startsWith(u"Since the run before: "_s), Patience);
        QCOMPARE(tabs().currentResult()->view(), ResultView::Tree);
    }

    void theTreeOpensByKeysAndFindsWhatIsClosedIn() {
        walk(u"IF-MIB::ifEntry"_s);
        press(Qt::Key_2, Qt::ControlModifier);
        auto *tree = named<QTableView>(u"Result tree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > 3, Patience);
        const int before = tree->model()->rowCount();
        const int line = int(textOf(*tree).indexOf(u"ifDescr"_s));
        tree->setCurrentIndex(tree->model()->index(line, 0));
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() > before, Patience);
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"1.3.6.1.2.1.2.2.1.2"_s);
        QTest::keyClick(tree, Qt::Key_Left);
        QCOMPARE(tree->model()->rowCount(), before);
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"ifOperStatus[Vl10]"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(
            tree->currentIndex().siblingAtColumn(0).data().toString(), u"ifOperStatus[Vl10]"_s, Patience);
    }

    void whatIsShownIsExportedAndSaidSo() {
        walk(u"IF-MIB::ifEntry"_s);
        QTest::keyClicks(named<QLineEdit>(u"Filter results"_s), u"ifDescr"_s);
        QTRY_VERIFY_WITH_TIMEOUT(model().isFiltering() && model().isCaughtUp(), Patience);
        const int shown = model().shown();
        results()->setFocus();
        press(Qt::Key_S, Qt::ControlModifier);
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString file = m_folder->filePath(u"a.csv"_s);
        emit dialog->fileSelected(file);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(file), shown + 1, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLabel>(u"%1 varbinds saved as a.csv."_s.arg(shown)), Patience);
    }

    void aGridIsExportedWithItsIndexColumns() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        auto *grid = named<QTableView>(u"Table view"_s);
        QTRY_VERIFY_WITH_TIMEOUT(grid && grid->model()->rowCount() > 5, Patience);
        auto *exporting = m_window->findChild<Exporting *>();
        const QString csv = m_folder->filePath(u"grid.csv"_s);
        exporting->write(*tabs().current(), ExportScope::Shown, csv);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(csv), grid->model()->rowCount() + 1, Patience);
        QVERIFY(firstLine(csv).startsWith("ifIndex,"));
        QTRY_VERIFY_WITH_TIMEOUT(!exporting->isRunning(), Patience);
        const QString json = m_folder->filePath(u"grid.jsonl"_s);
        exporting->write(*tabs().current(), ExportScope::Shown, json);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(json), grid->model()->rowCount() + 1, Patience);
        QVERIFY2(firstLine(json).startsWith(
                     "{\"table\":\"IF-MIB::ifTable\",\"index\":{\"ifIndex\":10},\"row\":{\"ifDescr\":{"),
            firstLine(json).constData());
    }

    void copiesAreWhatOtherProgramsTake() {
        const VarBind up{{1, 3, 6, 1, 2, 1, 2, 2, 1, 8, 3}, Value::integer(1)};
        const VarBind mac{{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 3}, Value::octets("a b")};
        Device device;
        device.kind = Device::Kind::Demo;
        const copyas::Copied copied{{up, mac}, Describe(m_library), device};
        QCOMPARE(copyas::text(copyas::Form::Name, copied), u"ifOperStatus[3]\nifDescr[3]"_s);
        QCOMPARE(copyas::text(copyas::Form::QualifiedName, copied), u"IF-MIB::ifOperStatus.3\nIF-MIB::ifDescr.3"_s);
        QCOMPARE(copyas::text(copyas::Form::Line, copied),
            u"IF-MIB::ifOperStatus.3 = INTEGER: up(1)\nIF-MIB::ifDescr.3 = STRING: \"a b\""_s);
        QVERIFY(copyas::text(copyas::Form::Json, copied).startsWith(u"{\"oid\":\"1.3.6.1.2.1.2.2.1.8.3\",\"name\":"));
        QCOMPARE(copyas::text(copyas::Form::Command, copied),
            u"walkabout-cli get demo IF-MIB::ifOperStatus.3 IF-MIB::ifDescr.3"_s);
    }

    void whatOctetsAreShownAsIsRememberedForTheObject() {
        walk(u"IF-MIB::ifDescr"_s);
        const QString text = cell(0, ResultModel::ValueText);
        OctetMemory(m_parts->settings).set({1, 3, 6, 1, 2, 1, 2, 2, 1, 2}, OctetForm::Hex);
        quit();
        openWindow();
        walk(u"IF-MIB::ifDescr"_s);
        QCOMPARE(cell(0, ResultModel::ValueText), QString::fromLatin1(text.toLatin1().toHex(' ')));
    }

private:
    void walk(const QString &object) {
        askDemo(object, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        if (QWidget *completions = QApplication::activePopupWidget())
            completions->close();
        results()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    static QStringList textOf(const QTableView &view) {
        QStringList lines;
        for (int line = 0; line < view.model()->rowCount(); ++line)
            lines += view.model()->index(line, 0).data().toString();
        return lines;
    }
    static QByteArray bytesOf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static int linesOf(const QString &path) { return int(bytesOf(path).count('\n')); }
    static QByteArray firstLine(const QString &path) { return bytesOf(path).split('\n').first(); }
};

QTEST_MAIN(TestWindowViews)
#include "tst_windowviews.moc"
