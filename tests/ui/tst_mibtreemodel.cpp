// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/support/madelibrary.h"
#include "tests/ui/named.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/mibtreemodel.h"
#include "ui/mib/moduletreemodel.h"
#include "ui/mib/nodeface.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

// Name, tag, "w" where it can be written; two spaces a level.
QString printed(const QAbstractItemModel &model, const QModelIndex &index, int depth = 0) {
    QString text = QString(depth * 2, u' ') + index.data().toString();
    if (const QString tag = index.data(nodeface::TagRole).toString(); !tag.isEmpty())
        text += u' ' + tag;
    if (index.data(nodeface::WritableRole).toBool())
        text += u" w";
    text += u'\n';
    for (int row = 0; row < model.rowCount(index); ++row)
        text += printed(model, model.index(row, 0, index), depth + 1);
    return text;
}

ShownNodes::Pointer shown(const Library::Pointer &library, bool obsolete = false) {
    NodeFilter filter;
    filter.currentOnly = !obsolete;
    return ShownNodes::find(library, filter);
}

// The tree follows once its nodes are found.
bool showsLibrary(MibPanel &panel, const Library::Pointer &library) {
    const QSignalSpy shown(&panel, &MibPanel::shown);
    panel.setLibrary(library);
    return QTest::qWaitFor([&] { return !shown.isEmpty(); }, 30'000);
}

QTreeView &treeOf(MibPanel &panel) { return *test::named<QTreeView>(panel, u"MIB tree"_s); }

} // namespace

class TestMibTreeModel : public QObject {
    Q_OBJECT

private slots:
    void showsTheLibraryByOid();
    void showsWhatIsObsoleteWhenAsked();
    void listsWhatCouldNotBePlaced();
    void saysWhoOwnsAnEnterprise();
    void showsTheLibraryByModule();
    void opensAtMib2AndEnterprises();
    void revealsWithoutCollapsingSiblings();
    void keepsSelectionAndBranchesAcrossLibraries();
    void revealsOnceTheLibraryIsThere();
    void letsAnOldLibraryGo();
    void nestsAModuleAcrossWhatOthersDefine();
    void activatesLeavesAndTogglesFolders();
    void copiesNameNumberAndQualifiedName();
    void saysWhereSourcesAre();

private:
    TestLibrary m_library;
};

void TestMibTreeModel::showsTheLibraryByOid() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    QCOMPARE(printed(model, model.indexOf(TestRoot)), uR"(testMib (99999) · The Test Makers
  testEvents (0)
    testEvent (1)
  testObjects (1)
    testName (1) w
    testTable (3)
      testEntry (1)
        testPort (1)
        testAddress (2)
        testDescr (3)
        testState (4) w
        testErrors (5)
        testMac (6) w
        testFlags (7) w
    testLevel (4) w
)"_s);
    QVERIFY(nodeface::isIndex(m_library.get()->node(TestEntryOid + 1)));
    QVERIFY(nodeface::isIndex(m_library.get()->node(TestEntryOid + 2)));
    QVERIFY(!nodeface::isIndex(m_library.get()->node(TestEntryOid + 3)));
    // Not-accessible is dim.
    QVERIFY(model.indexOf(TestEntryOid + 2).data(Qt::ForegroundRole).isValid());
    QVERIFY(!model.indexOf(TestEntryOid + 3).data(Qt::ForegroundRole).isValid());
}

void TestMibTreeModel::showsWhatIsObsoleteWhenAsked() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    const Oid old = TestRoot + Oid{1, 2};
    QVERIFY(!model.indexOf(old).isValid());
    model.show(shown(m_library.get(), true));
    QCOMPARE(model.indexOf(old).data().toString(), u"testOld"_s);
}

void TestMibTreeModel::listsWhatCouldNotBePlaced() {
    MibTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QCOMPARE(last.data().toString(), u"Not placed"_s);
    QCOMPARE(model.rowCount(last), 1);
    QCOMPARE(model.index(0, 0, last).data().toString(), u"testLost"_s);
    QVERIFY(!model.index(0, 0, last).data(nodeface::TagRole).toString().isEmpty());
}

void TestMibTreeModel::saysWhoOwnsAnEnterprise() {
    MibTreeModel model;
    model.show(shown(m_library.get()));
    QVERIFY(model.indexOf(TestRoot).data(nodeface::TagRole).toString().contains(u"The Test Makers"));
    QVERIFY(!model.indexOf(TestRoot + 1).data(nodeface::TagRole).toString().contains(u"The Test Makers"));
}

void TestMibTreeModel::showsTheLibraryByModule() {
    ModuleTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(m_library.get()));
    QModelIndex module;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data().toString() == u"TEST-MIB")
            module = model.index(row, 0);
    }
    QCOMPARE(printed(model, module).section(u'\n', 0, 6), uR"(TEST-MIB
  testMib (99999)
    testEvents (0)
      testEvent (1)
    testObjects (1)
      testName (1) w
      testTable (3))"_s);
    QCOMPARE(model.indexOf(TestEntryOid + 4).data().toString(), u"testState"_s);
}

void TestMibTreeModel::opensAtMib2AndEnterprises() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    QTreeView &tree = treeOf(panel);
    auto *model = qobject_cast<MibTreeModel *>(tree.model());
    QVERIFY(model);
    QVERIFY(tree.isExpanded(model->indexOf({1, 3, 6, 1, 2, 1})));
    QVERIFY(tree.isExpanded(model->indexOf({1, 3, 6, 1, 4, 1})));
    QVERIFY(!tree.isExpanded(model->indexOf({1, 3, 6, 1, 2, 1, 2})));
    QVERIFY(!tree.isExpanded(model->indexOf(TestRoot)));
}

void TestMibTreeModel::revealsWithoutCollapsingSiblings() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    QTreeView &tree = treeOf(panel);
    auto *model = qobject_cast<MibTreeModel *>(tree.model());
    panel.reveal(TestRoot + Oid{1, 1});
    panel.reveal({1, 3, 6, 1, 2, 1, 2, 2, 1, 14});
    QCOMPARE(tree.currentIndex().data().toString(), u"ifInErrors"_s);
    QVERIFY(tree.isExpanded(model->indexOf(TestRoot)));
    QVERIFY(tree.isExpanded(model->indexOf(TestRoot + 1)));
    // What is obsolete is shown once it is asked for.
    panel.reveal(TestRoot + Oid{1, 2});
    QTRY_COMPARE(tree.currentIndex().data().toString(), u"testOld"_s);
}

void TestMibTreeModel::keepsSelectionAndBranchesAcrossLibraries() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    panel.reveal(TestEntryOid + 5);
    const QSignalSpy selected(&panel, &MibPanel::selected);
    QVERIFY(showsLibrary(panel, m_library.compiledAgain()));
    QTreeView &tree = treeOf(panel);
    QCOMPARE(tree.currentIndex().data().toString(), u"testErrors"_s);
    QVERIFY(tree.isExpanded(tree.currentIndex().parent()));
    QVERIFY(selected.isEmpty());
    // A library that lacks it falls back on what is nearest, and comes back to nothing worse than that.
    QVERIFY(showsLibrary(panel, Library::empty()));
    QVERIFY(showsLibrary(panel, m_library.get()));
    QVERIFY(tree.model()->rowCount() > 0);
}

void TestMibTreeModel::activatesLeavesAndTogglesFolders() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    panel.show();
    QTreeView &tree = treeOf(panel);
    const QSignalSpy activated(&panel, &MibPanel::activated);
    panel.reveal(TestRoot);
    tree.setFocus();
    const bool open = tree.isExpanded(tree.currentIndex());
    QTest::keyClick(&tree, Qt::Key_Return);
    QCOMPARE(tree.isExpanded(tree.currentIndex()), !open);
    QVERIFY(activated.isEmpty());
    panel.reveal(TestEntryOid.parent());
    QTest::keyClick(&tree, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<Oid>(), TestEntryOid.parent());
}

void TestMibTreeModel::copiesNameNumberAndQualifiedName() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.reveal(TestEntryOid + 5);
    treeOf(panel).setFocus();
    const auto copied = [&](Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(&treeOf(panel), Qt::Key_C, modifiers);
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(Qt::ControlModifier), u"testErrors"_s);
    QCOMPARE(copied(Qt::ControlModifier | Qt::ShiftModifier), u"1.3.6.1.4.1.99999.1.3.1.5"_s);
    QCOMPARE(copied(Qt::ControlModifier | Qt::AltModifier), u"TEST-MIB::testErrors"_s);
}

void TestMibTreeModel::revealsOnceTheLibraryIsThere() {
    MibPanel panel;
    const QSignalSpy shown(&panel, &MibPanel::shown);
    panel.setLibrary(m_library.get());
    panel.reveal(TestEntryOid + 5);
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(treeOf(panel).currentIndex().data().toString(), u"testErrors"_s);
}

void TestMibTreeModel::letsAnOldLibraryGo() {
    MibPanel panel;
    Library::Pointer library = m_library.compiledAgain();
    const std::weak_ptr<const Library> old = library;
    QVERIFY(showsLibrary(panel, library));
    // Each part has looked at it once.
    auto *search = named<QLineEdit>(panel, u"Search MIBs"_s);
    search->setText(u"testErrors"_s);
    QTRY_VERIFY(!named<QAbstractItemView>(panel, u"MIB search results"_s)->isHidden());
    search->clear();
    panel.openFilter();
    const QList<QAction *> options = named<QToolButton>(panel, u"MIB tree options"_s)->menu()->actions();
    options.at(1)->trigger();
    options.at(0)->trigger();
    library.reset();
    QVERIFY(showsLibrary(panel, m_library.get()));
    QTRY_VERIFY(old.expired());
}

void TestMibTreeModel::saysWhereSourcesAre() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QTreeView &tree = treeOf(panel);
    tree.setFocus();
    const QSignalSpy asked(&panel, &MibPanel::sourceRequested);
    panel.reveal(TestEntryOid + 5);
    QTest::keyClick(&tree, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.last().at(0).toString().endsWith(u"/TEST-MIB"));
    const NodeRef node = m_library.get()->node(TestEntryOid + 5);
    QVERIFY(node.line() > 1);
    QCOMPARE(asked.last().at(1).toInt(), node.line());
    // What could not be placed has no OID, but a line.
    const QModelIndex last = tree.model()->index(tree.model()->rowCount() - 1, 0);
    tree.setCurrentIndex(tree.model()->index(0, 0, last));
    QTest::keyClick(&tree, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().at(1).toInt(), m_library.get()->unplacedAt(0).line);
}

void TestMibTreeModel::nestsAModuleAcrossWhatOthersDefine() {
    // ONE-MIB's branch hangs below a node of TEST-MIB that hangs below one of ONE-MIB.
    const Library::Pointer library = madeLibrary(R"(
ONE-MIB DEFINITIONS ::= BEGIN
IMPORTS enterprises FROM SNMPv2-SMI;
oneTop OBJECT IDENTIFIER ::= { enterprises 99998 }
oneDeep OBJECT IDENTIFIER ::= { oneTop 1 2 3 }
oneOther OBJECT IDENTIFIER ::= { oneTop 2 }
END
TWO-MIB DEFINITIONS ::= BEGIN
IMPORTS oneTop FROM ONE-MIB;
twoBetween OBJECT IDENTIFIER ::= { oneTop 1 }
twoSame OBJECT IDENTIFIER ::= { oneTop 2 }
twoBelow OBJECT IDENTIFIER ::= { twoSame 7 }
END
)");
    ModuleTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(shown(library));
    const auto module = [&](const QString &name) {
        const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        return found.isEmpty() ? u"no "_s + name : printed(model, found.first());
    };
    QCOMPARE(module(u"ONE-MIB"_s), uR"(ONE-MIB
  oneTop (99998)
    oneDeep (3)
    oneOther (2)
)"_s);
    QCOMPARE(module(u"TWO-MIB"_s), uR"(TWO-MIB
  twoBetween (1)
  twoSame (2)
    twoBelow (7)
)"_s);
}

QTEST_MAIN(TestMibTreeModel)
#include "tst_mibtreemodel.moc"
