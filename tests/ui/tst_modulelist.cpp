// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/compiler.h"
#include "core/store/switchedoffmodules.h"
#include "ui/mib/modulelistfilter.h"
#include "ui/mib/modulelistmodel.h"
#include "ui/mib/modulepanel.h"
#include "ui/mib/modulepaneltree.h"
#include "ui/mib/sourceview.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The collection as a list: in use, off, missing; and what is known of one module.
class TestModuleList final : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(QDir(m_mibs.path()).mkpath(u"old"_s));
        write(u"A-MIB"_s, "A-MIB", "IMPORTS b FROM B-MIB lost, gone FROM NO-MIB;\na OBJECT IDENTIFIER ::= { iso 9 }");
        write(u"B-MIB"_s, "B-MIB", "IMPORTS a FROM A-MIB;\nb OBJECT IDENTIFIER ::= { iso 10 }");
        write(u"old/b-again.mib"_s, "B-MIB", "b OBJECT IDENTIFIER ::= { iso 10 }");
        write(u"C-MIB"_s, "C-MIB",
            "IMPORTS a FROM A-MIB;\nc OBJECT IDENTIFIER ::= { nowhere 1 }\nd OBJECT IDENTIFIER ::= { a 1 }");
        m_library = compiled({});
    }
    void cleanup() { closeWindow(); }

    void showsWhatIsInUseAndWhatIsMissing() {
        ModuleListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(ModuleListRows::make(m_library));
        const auto text = [&model](const QString &module, int column) {
            return model.index(model.rowOf(module), column).data().toString();
        };
        QCOMPARE(text(u"B-MIB"_s, ModuleListModel::Status), u"in use"_s);
        QCOMPARE(text(u"B-MIB"_s, ModuleListModel::From), u"yours"_s);
        QCOMPARE(text(u"B-MIB"_s, ModuleListModel::Definitions), u"1"_s);
        QCOMPARE(text(u"B-MIB"_s, ModuleListModel::File), m_mibs.filePath(u"B-MIB"_s));
        QVERIFY(text(u"A-MIB"_s, ModuleListModel::Status).contains(u"lacks 1 module"));
        QVERIFY(text(u"C-MIB"_s, ModuleListModel::Status).startsWith(u"1 error"));
        QCOMPARE(text(u"NO-MIB"_s, ModuleListModel::Status), u"missing: 2 symbols wanted"_s);
        QVERIFY(text(u"NO-MIB"_s, ModuleListModel::File).isEmpty());
        QCOMPARE(text(u"IF-MIB"_s, ModuleListModel::From), u"shipped"_s);
        QCOMPARE(text(u"IF-MIB"_s, ModuleListModel::Updated).size(), 10);
        QVERIFY(model.index(model.rowOf(u"A-MIB"_s), 0).flags().testFlag(Qt::ItemIsUserCheckable));
        QVERIFY(!model.index(model.rowOf(u"NO-MIB"_s), 0).flags().testFlag(Qt::ItemIsUserCheckable));
    }

    void filtersAndPutsWhatNeedsAPersonFirst() {
        ModuleListModel model;
        ModuleListFilter filter;
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        model.set(ModuleListRows::make(m_library));
        filter.setText(u"yours -b-mib"_s);
        QCOMPARE(names(filter), (QStringList{u"A-MIB"_s, u"C-MIB"_s}));
        filter.setText({});
        filter.sort(ModuleListModel::Status);
        const QString first = filter.index(0, ModuleListModel::Status).data().toString();
        QVERIFY2(first.startsWith(u"missing"), qPrintable(first));
    }

    void aBoxSwitchesAModuleOffAndOnAgain() {
        openWindow();
        QSignalSpy changed(m_window.get(), &MainWindow::modulesChanged);
        ModulePanel &panel = open();
        auto *list = named<QTableView>(u"Modules"_s);
        select(*list, u"B-MIB"_s);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(switchedoff::modules(m_parts->settings), QStringList{u"B-MIB"_s});
        QCOMPARE(status(*list, u"B-MIB"_s), u"being switched off"_s);
        QSignalSpy shown(&panel, &ModulePanel::shown);
        m_window->setLibrary(compiled({u"B-MIB"_s}));
        QVERIFY(shown.wait(Patience));
        QCOMPARE(status(*list, u"B-MIB"_s), u"off"_s);
        QCOMPARE(list->currentIndex().data().toString(), u"B-MIB"_s); // the place is kept
        QVERIFY(status(*list, u"A-MIB"_s).contains(u"lacks 2 modules"));
        QVERIFY(named<QLabel>(u"Modules in all"_s)->text().contains(u"1 off, "_s));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(changed.size(), 2);
        QVERIFY(switchedoff::modules(m_parts->settings).isEmpty());
        QCOMPARE(status(*list, u"B-MIB"_s), u"being switched on"_s);
    }

    void tellsFilesMissingModulesAndDiagnostics() {
        ModulePanelTree tree;
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch while a reset is being told
        const ModuleListRows::Pointer rows = ModuleListRows::make(m_library);
        tree.show(rows, u"B-MIB"_s);
        QCOMPARE(
            below(tree, u"Files"_s), (QStringList{m_mibs.filePath(u"B-MIB"_s), m_mibs.filePath(u"old/b-again.mib"_s)}));
        tree.show(ModuleListRows::make(compiled({u"B-MIB"_s})), u"B-MIB"_s); // and when it is switched off
        QCOMPARE(
            below(tree, u"Files"_s), (QStringList{m_mibs.filePath(u"B-MIB"_s), m_mibs.filePath(u"old/b-again.mib"_s)}));
        tree.show(rows, u"A-MIB"_s);
        QCOMPARE(below(tree, u"Missing modules"_s), QStringList{u"NO-MIB"_s});
        const QModelIndex lost = tree.index(0, 1, heading(tree, u"Missing modules"_s));
        QCOMPARE(lost.data().toString(), u"lost, gone"_s);
        tree.show(rows, u"NO-MIB"_s);
        QCOMPARE(below(tree, u"Missing, wanted by"_s), QStringList{u"A-MIB"_s});
        tree.show(rows, u"C-MIB"_s);
        const QModelIndex diagnostics = heading(tree, u"Diagnostics"_s);
        QVERIFY(diagnostics.isValid());
        const QModelIndex first = tree.index(0, 0, diagnostics);
        QVERIFY(tree.target(first).line > 1);
        QVERIFY(tree.index(0, 1, first).data().toString().contains(u"nowhere"));
    }

    void opensBothWaysAndEndsWhereModulesNeedOneAnother() {
        ModulePanelTree tree;
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch while a reset is being told
        tree.show(ModuleListRows::make(m_library), u"A-MIB"_s);
        QCOMPARE(below(tree, u"Imported by"_s), (QStringList{u"B-MIB"_s, u"C-MIB"_s}));
        QCOMPARE(below(tree, u"Imports"_s), (QStringList{u"B-MIB"_s, u"NO-MIB"_s}));
        const QModelIndex b = tree.index(0, 0, heading(tree, u"Imports"_s));
        QVERIFY(tree.canFetchMore(b));
        tree.fetchMore(b);
        QCOMPARE(tree.rowCount(b), 1);
        const QModelIndex again = tree.index(0, 0, b);
        QCOMPARE(again.data().toString(), u"A-MIB"_s);
        QVERIFY(!tree.hasChildren(again));
        const QModelIndex byC = tree.index(1, 0, heading(tree, u"Imported by"_s));
        QVERIFY(!tree.hasChildren(byC));
    }

    void theOnlyOneThatTheFilterLeavesIsTold() {
        openWindow();
        open();
        named<QLineEdit>(u"Filter modules"_s)->setText(u"yours c-mib"_s);
        auto *list = named<QTableView>(u"Modules"_s);
        QCOMPARE(list->currentIndex().data().toString(), u"C-MIB"_s);
        QVERIFY(heading(*named<QTreeView>(u"Module details"_s)->model(), u"Imports"_s).isValid());
    }

    void enterShowsTheSource() {
        openWindow();
        open();
        auto *list = named<QTableView>(u"Modules"_s);
        select(*list, u"C-MIB"_s);
        QTest::keyClick(list, Qt::Key_Return);
        auto *view = m_window->findChild<SourceView *>();
        QVERIFY(view && view->isVisible());
        QCOMPARE(view->file(), m_mibs.filePath(u"C-MIB"_s));
        view->close();
        auto *tree = named<QTreeView>(u"Module details"_s);
        const QModelIndex line = tree->model()->index(0, 0, heading(*tree->model(), u"Diagnostics"_s));
        tree->setCurrentIndex(line);
        QTest::keyClick(tree, Qt::Key_Return);
        QVERIFY(view->isVisible());
        auto *edit = named<QPlainTextEdit>(u"MIB source"_s, true, view);
        QTRY_COMPARE_WITH_TIMEOUT(edit->textCursor().blockNumber() + 1, 3, Patience);
        view->close();
        // A module beside it is gone to, also where the filter hides it.
        named<QLineEdit>(u"Filter modules"_s)->setText(u"c-mib"_s);
        tree->setCurrentIndex(tree->model()->index(0, 0, heading(*tree->model(), u"Imports"_s)));
        QTest::keyClick(tree, Qt::Key_Return);
        QCOMPARE(list->currentIndex().data().toString(), u"A-MIB"_s);
    }

    void fiveThousandModulesAreListedAtOnce() {
        auto rows = std::make_shared<ModuleListRows>();
        rows->library = Library::empty();
        for (int i = 0; i < 5000; ++i) {
            ModuleListRows::Row row;
            row.module.name = u"MODULE-%1-MIB"_s.arg(i, 4, 10, QChar(u'0'));
            row.module.file = u"/somewhere/"_s + row.module.name;
            rows->rows.append(row);
        }
        ModuleListModel model;
        ModuleListFilter filter;
        filter.setSourceModel(&model);
        filter.sort(0);
        model.set(rows);
        QCOMPARE(filter.rowCount(), 5000);
        QBENCHMARK { filter.setText(filter.rowCount() == 5000 ? u"4999"_s : QString()); }
    }

private:
    void write(const QString &path, const QByteArray &module, const QByteArray &body) {
        QFile file(m_mibs.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(module + " DEFINITIONS ::= BEGIN\n" + body + "\nEND\n");
    }

    Library::Pointer compiled(const QStringList &off) {
        Collection collection;
        collection.folders
            = {{m_mibs.path(), Collection::User}, {u"" WALKABOUT_SOURCE_DIR "/mibs"_s, Collection::Shipped}};
        collection.switchedOff = off;
        return compileLibrary(collection);
    }

    static QStringList names(const QAbstractItemModel &model) {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }

    static QModelIndex heading(const QAbstractItemModel &tree, const QString &text) {
        for (int row = 0; row < tree.rowCount(); ++row) {
            if (tree.index(row, 0).data().toString() == text)
                return tree.index(row, 0);
        }
        return {};
    }

    static QStringList below(const QAbstractItemModel &tree, const QString &text) {
        QStringList names;
        const QModelIndex parent = heading(tree, text);
        for (int row = 0; parent.isValid() && row < tree.rowCount(parent); ++row)
            names.append(tree.index(row, 0, parent).data().toString());
        return names;
    }

    /// Shown by its key, and filled.
    ModulePanel &open() {
        auto *panel = m_window->findChild<ModulePanel *>();
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        const auto *list = named<QTableView>(u"Modules"_s);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(list && list->model()->rowCount() > 3, Patience); }();
        return *panel;
    }

    static void select(QTableView &list, const QString &module) {
        list.setCurrentIndex(list.model()->index(int(names(*list.model()).indexOf(module)), 0));
        list.setFocus();
    }

    static QString status(const QTableView &list, const QString &module) {
        const auto row = int(names(*list.model()).indexOf(module));
        return list.model()->index(row, ModuleListModel::Status).data().toString();
    }

    QTemporaryDir m_mibs;
};

QTEST_MAIN(TestModuleList)
#include "tst_modulelist.moc"
