// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mib/importexamination.h"
#include "tests/support/importfolders.h"
#include "tests/ui/named.h"
#include "ui/mib/importmodel.h"
#include "ui/mib/importsheet.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The sheet and its model over a plan of everything: new, there, in conflict, missing, no MIB.
class TestImportSheet final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folders = std::make_unique<ImportFolders>();
        m_folders->write(u"system/THERE-MIB"_s, module("THERE-MIB", "201001010000Z", 1));
        m_folders->write(u"system/CLASH-MIB"_s, module("CLASH-MIB", "201001010000Z", 2));
        m_folders->write(u"dropped/CLASH-MIB"_s, module("CLASH-MIB", "200501010000Z", 3, " z FROM ZEBRA-MIB"));
        m_folders->write(u"dropped/NEW-MIB"_s,
            module("NEW-MIB", "202001010000Z", 4, " y FROM YAK-MIB")
                .replace("END\n", "\tx_y OBJECT IDENTIFIER ::= { newmib 1 }\nEND\n"));
        m_folders->write(u"dropped/THERE-MIB"_s, module("THERE-MIB", "201001010000Z", 1));
        m_folders->write(u"dropped/page.html"_s, "<html>");
    }

    void thePlanIsShownInGroups() {
        ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(examine());
        const QStringList wanted{u"1 conflict"_s,
            u"  CLASH-MIB | Keep the one in use | older than the system's (2010-01-01) | 2005-01-01 | 1"_s,
            u"1 missing module"_s, u"  YAK-MIB | 1 module lacks 1 symbol | NEW-MIB"_s, u"1 file will be added"_s,
            u"  NEW-MIB | will be added | 1 warning | 2020-01-01 | 2"_s, u"1 file already here"_s,
            u"  THERE-MIB | already here | %1 | 2010-01-01 | 1"_s.arg(m_folders->path(u"system/THERE-MIB"_s)),
            u"1 file without a module"_s,
            u"  page.html | This is a web page, not a MIB module. Download the plain (raw) file instead."_s};
        QCOMPARE(tree(model), wanted);
    }

    void aChoiceChangesWhatIsMissing() {
        ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(examine());
        const QSignalSpy chosen(&model, &ImportModel::chosen);
        const QModelIndex choice = model.index(0, ImportModel::Fate, model.index(0, 0));
        QVERIFY(model.setData(choice, 1, Qt::EditRole));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(choice.data().toString(), u"Use this one"_s);
        QVERIFY(tree(model).contains(u"  ZEBRA-MIB | 1 module lacks 1 symbol | CLASH-MIB"_s));
        QVERIFY(model.setData(choice, 0, Qt::EditRole));
        QVERIFY(!tree(model).join(u'\n').contains(u"ZEBRA-MIB"));
        QVERIFY(!model.setData(model.index(0, ImportModel::Fate, model.index(2, 0)), 1, Qt::EditRole));
    }

    void allConflictsAreDecidedAtOnce() {
        m_folders->write(u"system/ALSO-MIB"_s, module("ALSO-MIB", "201001010000Z", 7));
        m_folders->write(u"dropped/ALSO-MIB"_s, module("ALSO-MIB", "200501010000Z", 8));
        m_folders->write(u"dropped/again/ALSO-MIB"_s, module("ALSO-MIB", "200401010000Z", 9));
        ImportModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(examine());
        QCOMPARE(model.plan().moduleCount(), 1);
        const QModelIndex all = model.index(0, ImportModel::Fate);
        QVERIFY(all.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(model.setData(all, 1, Qt::EditRole));
        QCOMPARE(model.plan().moduleCount(), 3); // of the two ALSO-MIBs one
        QVERIFY(model.setData(all, 0, Qt::EditRole));
        QCOMPARE(model.plan().moduleCount(), 1);
    }

    void everyControlHasItsName() {
        const ImportSheet sheet;
        QCOMPARE(sheet.accessibleName(), u"Import sheet"_s);
        QVERIFY(named<QTreeView>(sheet, u"Modules to import"_s));
        QVERIFY(named<QPlainTextEdit>(sheet, u"Import diagnostics"_s));
        QVERIFY(named<QPushButton>(sheet, u"Import"_s));
        QVERIFY(named<QPushButton>(sheet, u"Cancel"_s));
        QVERIFY(named<QProgressBar>(sheet, u"Import progress"_s));
    }

    void theSelectedRowTellsItsComplaintsWithTheirLines() {
        ImportSheet sheet;
        sheet.showPlan(examine(), m_folders->user());
        auto *view = named<QTreeView>(sheet, u"Modules to import"_s);
        QCOMPARE(view->currentIndex().data().toString(), u"1 conflict"_s);
        view->setCurrentIndex(view->model()->index(0, 0, view->model()->index(2, 0)));
        const QString text = named<QPlainTextEdit>(sheet, u"Import diagnostics"_s)->toPlainText();
        QVERIFY2(text.contains(m_folders->path(u"dropped/NEW-MIB"_s) + u":4:2: warning: "_s), qPrintable(text));
        QVERIFY2(text.contains(u"\n    \tx_y OBJECT IDENTIFIER ::= { newmib 1 }\n    \t^"_s), qPrintable(text));
        view->setCurrentIndex(view->model()->index(0, 0, view->model()->index(1, 0)));
        QVERIFY(named<QPlainTextEdit>(sheet, u"Import diagnostics"_s)
                    ->toPlainText()
                    .contains(u"Wanted by:\n    NEW-MIB\n"));
    }

    void aConflictIsDecidedByTheKeyboard() {
        ImportSheet sheet;
        sheet.resize(1200, 600);
        sheet.show();
        sheet.showPlan(examine(), m_folders->user());
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QCOMPARE(named<QPushButton>(sheet, u"Import"_s)->text(), u"&Import 1 module"_s);
        auto *view = named<QTreeView>(sheet, u"Modules to import"_s);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        auto *choice = view->findChild<QComboBox *>();
        QVERIFY(choice);
        QCOMPARE(choice->currentText(), u"Keep the one in use"_s);
        QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice, Qt::Key_Return);
        QTRY_COMPARE(named<QPushButton>(sheet, u"Import"_s)->text(), u"&Import 2 modules"_s);
        QVERIFY(named<QLabel>(sheet, sheet.plan().summary()));
        QCOMPARE(sheet.plan().summary(), u"2 modules, 1 lacks YAK-MIB (1 symbol), 1 lacks ZEBRA-MIB (1 symbol)"_s);
    }

    void enterImportsAndEscStopsOnlyWhatRuns() {
        ImportSheet sheet;
        const QSignalSpy asked(&sheet, &ImportSheet::importAsked);
        const QSignalSpy cancelled(&sheet, &ImportSheet::cancelAsked);
        sheet.show();
        sheet.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        sheet.showWork(u"Reading"_s, 3, 10);
        QCOMPARE(named<QProgressBar>(sheet, u"Import progress"_s)->value(), 3);
        QVERIFY(!named<QPushButton>(sheet, u"Import"_s)->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        sheet.showPlan(examine(), m_folders->user());
        QVERIFY(!named<QProgressBar>(sheet, u"Import progress"_s)->isVisible());
        QCOMPARE(QApplication::focusWidget(), named<QPushButton>(sheet, u"Import"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void nothingToImportCannotBeImported() {
        ImportSheet sheet;
        sheet.showPlan(
            examineImport({m_folders->path(u"dropped/page.html"_s)}, m_folders->library(), m_folders->user()),
            m_folders->user());
        QVERIFY(!named<QPushButton>(sheet, u"Import"_s)->isEnabled());
        QVERIFY(named<QLabel>(sheet, u"Nothing to import"_s));
    }

    void whatCouldNotBeCopiedIsToldInTheSheet() {
        ImportSheet sheet;
        sheet.showPlan(examine(), m_folders->user());
        const auto isNew = [](const ImportFile &file) { return file.name == u"NEW-MIB"; };
        const auto at = std::ranges::find_if(sheet.plan().files(), isNew) - sheet.plan().files().begin();
        const Failure failure(Failure::Kind::File, {u"/full/NEW-MIB"_s, u"No space left on device"_s});
        sheet.showFailures({{at, {}, {}, failure}}, u"0 modules imported, 1 file was not"_s);
        const auto *view = named<QTreeView>(sheet, u"Modules to import"_s);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"1 file was not imported"_s);
        QCOMPARE(
            view->model()->index(0, ImportModel::Fate, view->model()->index(0, 0)).data().toString(), failure.text());
        QVERIFY(!named<QPushButton>(sheet, u"Import"_s)->isEnabled());
        QCOMPARE(named<QPushButton>(sheet, u"Cancel"_s)->text(), u"&Close"_s);
    }

private:
    static QByteArray module(
        const QByteArray &name, const QByteArray &date, int number, const QByteArray &imports = {}) {
        return ImportFolders::module(name, date, number, imports);
    }
    ImportPlan examine() { return examineImport({m_folders->dropped()}, m_folders->library(), m_folders->user()); }

    /// The rows as indented text, without the file's path.
    static QStringList tree(const QAbstractItemModel &model) {
        QStringList lines;
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            lines += parent.data().toString();
            for (int row = 0; row < model.rowCount(parent); ++row) {
                QStringList cells;
                for (int column = 0; column < ImportModel::File; ++column) {
                    if (const QString cell = model.index(row, column, parent).data().toString(); !cell.isEmpty())
                        cells += cell;
                }
                lines += u"  "_s + cells.join(u" | "_s);
            }
        }
        return lines;
    }

    std::unique_ptr<ImportFolders> m_folders;
};

QTEST_MAIN(TestImportSheet)
#include "tst_importsheet.moc"
