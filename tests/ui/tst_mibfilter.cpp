// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/ui/named.h"
#include "ui/mib/checkmenu.h"
#include "ui/mib/filtertext.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/mibtreemodel.h"
#include "ui/mib/moduletreemodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What the filter leaves of the tree, and its form by the keyboard.
class TestMibFilter : public QObject {
    Q_OBJECT

private slots:
    void theTreeShowsMatchesAndTheWayToThem() {
        MibTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(ShownNodes::find(m_library.get(), writableOfTests()));
        QCOMPARE(model.nodes()->matchCount(), 5);
        QCOMPARE(printed(model, model.indexOf(TestRoot)), uR"(testMib
  testObjects
    testName
    testTable
      testEntry
        testState
        testMac
        testFlags
    testLevel
)"_s);
        QCOMPARE(model.rowCount(), 1); // iso alone, and nothing that could not be placed
        QVERIFY(model.indexOf(TestEntryOid).data(Qt::ForegroundRole).isValid()); // the way is dim
        QVERIFY(!model.indexOf(TestEntryOid + 4).data(Qt::ForegroundRole).isValid());
        QVERIFY(!model.indexOf(TestEntryOid + 5).isValid());
    }

    void theTreeByModuleShowsModulesThatHaveAny() {
        ModuleTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(ShownNodes::find(m_library.get(), writableOfTests()));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(printed(model, model.index(0, 0)), uR"(TEST-MIB
  testMib
    testObjects
      testName
      testTable
        testEntry
          testState
          testMac
          testFlags
      testLevel
)"_s);
    }

    void conditionsHoldTogether() {
        NodeFilter filter;
        filter.vendor = 99999;
        filter.kinds = 1U << quint32(NodeKind::Notification);
        QCOMPARE(ShownNodes::find(m_library.get(), filter)->matchCount(), 1);
        filter.module = u"IF-MIB"_s;
        const ShownNodes::Pointer none = ShownNodes::find(m_library.get(), filter);
        QCOMPARE(none->matchCount(), 0);
        MibTreeModel model;
        model.show(none);
        QCOMPARE(model.rowCount(), 0);
    }

    void aCancelledSearchGivesNothing() {
        const std::atomic<bool> cancelled = true;
        NodeFilter filter;
        filter.currentOnly = true;
        QVERIFY(m_library.get()->nodeCount() < 4096 || !ShownNodes::find(m_library.get(), filter, &cancelled));
    }

    void saysWhatItAsksFor() {
        QCOMPARE(filtertext::sentence(writableOfTests(), u"The Test Makers (99999)"_s),
            u"writable objects of The Test Makers (99999)"_s);
        NodeFilter filter;
        filter.kinds = 1U << quint32(NodeKind::Column) | 1U << quint32(NodeKind::Scalar);
        filter.accesses = 1U << quint32(Access::ReadOnly);
        filter.module = u"IF-MIB"_s;
        QCOMPARE(filtertext::sentence(filter, {}), u"read-only scalars, columns in IF-MIB"_s);
    }

    void aFormAtTheKeyboardNarrowsTheTree() {
        MibPanel panel;
        const QSignalSpy shown(&panel, &MibPanel::shown);
        panel.setLibrary(m_library.get());
        panel.resize(400, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        QTRY_COMPARE(shown.size(), 1);
        auto *tree = named<QTreeView>(panel, u"MIB tree"_s);
        const int rows = tree->model()->rowCount();
        panel.openFilter();
        auto *module = named<QLineEdit>(panel, u"Filter by module"_s, true);
        QVERIFY(module && module->hasFocus());
        QTest::keyClicks(module, u"test-m"_s);
        QTest::keyClick(module, Qt::Key_Return);
        QCOMPARE(module->text(), u"TEST-MIB"_s);
        QTRY_COMPARE(shown.size(), 2);
        auto *said = named<QLabel>(panel, u"MIB filter"_s);
        QVERIFY2(said->text().startsWith(u"Filter: objects in TEST-MIB · "), qPrintable(said->text()));
        auto *kinds = qobject_cast<CheckMenu *>(named<QToolButton>(panel, u"Filter by kind"_s, true)->menu());
        QVERIFY(kinds);
        kinds->popup(panel.mapToGlobal(QPoint(10, 10)));
        pick(*kinds, u"notifications"_s);
        QVERIFY(kinds->isVisible()); // for the next one
        kinds->close();
        QTRY_COMPARE(shown.size(), 3);
        QCOMPARE(said->text(), u"Filter: notifications in TEST-MIB · 1 node"_s);
        QVERIFY(said->isVisible());
        // Few matches are opened.
        auto *model = qobject_cast<MibTreeModel *>(tree->model());
        QVERIFY(model && tree->isExpanded(model->indexOf(TestRoot + 0)));
        // A name of no module is not taken.
        module->setFocus();
        module->selectAll();
        QTest::keyClicks(module, u"no such module"_s);
        QTest::keyClick(module, Qt::Key_Return);
        QCOMPARE(module->text(), u"TEST-MIB"_s);
        QTest::keyClick(module, Qt::Key_Escape);
        QVERIFY(!module->isVisible());
        QVERIFY(tree->hasFocus());
        QVERIFY(said->isVisible());
        QTest::mouseClick(named<QToolButton>(panel, u"Remove MIB filter"_s, true), Qt::LeftButton);
        QTRY_COMPARE(shown.size(), 4);
        QVERIFY(!said->isVisible());
        QCOMPARE(tree->model()->rowCount(), rows);
        // The tree as it was before: mib-2 open, the branch of the match closed.
        QVERIFY(tree->isExpanded(model->indexOf({1, 3, 6, 1, 2, 1})));
        QVERIFY(!tree->isExpanded(model->indexOf(TestRoot)));
        QVERIFY(!panel.clearFilter());
    }

    void obsoleteIsASwitchOfItsOwn() {
        MibPanel panel;
        const QSignalSpy shown(&panel, &MibPanel::shown);
        panel.setLibrary(m_library.get());
        QTRY_COMPARE(shown.size(), 1);
        named<QCheckBox>(panel, u"Show obsolete"_s)->click();
        QTRY_COMPARE(shown.size(), 2);
        auto *tree = named<QTreeView>(panel, u"MIB tree"_s);
        QVERIFY(qobject_cast<MibTreeModel *>(tree->model())->indexOf(TestRoot + Oid{1, 2}).isValid());
        named<QPushButton>(panel, u"Reset MIB filter"_s)->click();
        QVERIFY(named<QCheckBox>(panel, u"Show obsolete"_s)->isChecked());
    }

private:
    static NodeFilter writableOfTests() {
        NodeFilter filter;
        filter.vendor = 99999;
        filter.accesses = filtertext::Writable;
        filter.currentOnly = true;
        return filter;
    }
    static QString printed(const QAbstractItemModel &model, const QModelIndex &index, int depth = 0) {
        QString text = QString(depth * 2, u' ') + index.data().toString() + u'\n';
        for (int row = 0; row < model.rowCount(index); ++row)
            text += printed(model, model.index(row, 0, index), depth + 1);
        return text;
    }
    static void pick(CheckMenu &menu, const QString &text) {
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                menu.setActiveAction(action);
        }
        QTest::keyClick(&menu, Qt::Key_Space);
    }

    TestLibrary m_library;
};

QTEST_MAIN(TestMibFilter)
#include "tst_mibfilter.moc"
