// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/ui/named.h"
#include "ui/mib/favourites.h"
#include "ui/mib/mibpanel.h"
#include "ui/mib/mibtreemodel.h"

#include <QAction>
#include <QApplication>
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

// The tree follows once its nodes are found.
bool showsLibrary(MibPanel &panel, const Library::Pointer &library) {
    const QSignalSpy shown(&panel, &MibPanel::shown);
    panel.setLibrary(library);
    return QTest::qWaitFor([&] { return !shown.isEmpty(); }, 30'000);
}

QTreeView &treeOf(MibPanel &panel) { return *test::named<QTreeView>(panel, u"MIB tree"_s); }

} // namespace

/// The tree of the panel: what it opens, reveals, keeps and copies.
class TestMibPanel : public QObject {
    Q_OBJECT

private slots:
    void opensAtMib2AndEnterprises();
    void revealsWithoutCollapsingSiblings();
    void keepsSelectionAndBranchesAcrossLibraries();
    void revealsOnceTheLibraryIsThere();
    void letsAnOldLibraryGo();
    void activatesLeavesAndTogglesFolders();
    void copiesNameNumberAndQualifiedName();
    void saysWhereSourcesAre();
    void tabLeadsFromTheTopToTheTree();
    void aTableItsEntryAndItsColumnsAreOneBranch();
    void aFoundNodeLeavesItsSiblingsOpen();

private:
    TestLibrary m_library;
};

void TestMibPanel::opensAtMib2AndEnterprises() {
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

void TestMibPanel::revealsWithoutCollapsingSiblings() {
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

void TestMibPanel::aTableItsEntryAndItsColumnsAreOneBranch() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    QTreeView &tree = treeOf(panel);
    panel.reveal(TestEntryOid.parent());
    const QModelIndex table = tree.currentIndex();
    QCOMPARE(table.data().toString(), u"testTable"_s);
    QVERIFY(!tree.isExpanded(table));
    tree.expand(table); // one step to the columns
    const QModelIndex entry = tree.model()->index(0, 0, table);
    QVERIFY(tree.isExpanded(entry));
    QCOMPARE(tree.model()->index(0, 0, entry).data().toString(), u"testPort"_s);
    QTRY_VERIFY(tree.visualRect(tree.model()->index(0, 0, entry)).isValid());
}

void TestMibPanel::aFoundNodeLeavesItsSiblingsOpen() {
    MibPanel panel;
    QVERIFY(showsLibrary(panel, m_library.get()));
    QTreeView &tree = treeOf(panel);
    auto *model = qobject_cast<MibTreeModel *>(tree.model());
    const Oid system{1, 3, 6, 1, 2, 1, 1};
    const Oid snmp{1, 3, 6, 1, 2, 1, 11};
    for (const Oid &sibling : {system, snmp})
        tree.expand(model->indexOf(sibling));
    named<QLineEdit>(panel, u"Search MIBs"_s)->setText(u"ifInErrors"_s);
    auto *results = named<QAbstractItemView>(panel, u"MIB search results"_s);
    QTRY_VERIFY(!results->isHidden() && results->model()->rowCount() > 0);
    results->setCurrentIndex(results->model()->index(0, 0));
    QCOMPARE(tree.currentIndex().data().toString(), u"ifInErrors"_s);
    for (const Oid &sibling : {system, snmp})
        QVERIFY(tree.isExpanded(model->indexOf(sibling)));
}

void TestMibPanel::keepsSelectionAndBranchesAcrossLibraries() {
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

void TestMibPanel::revealsOnceTheLibraryIsThere() {
    MibPanel panel;
    const QSignalSpy shown(&panel, &MibPanel::shown);
    panel.setLibrary(m_library.get());
    panel.reveal(TestEntryOid + 5);
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(treeOf(panel).currentIndex().data().toString(), u"testErrors"_s);
}

void TestMibPanel::letsAnOldLibraryGo() {
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

void TestMibPanel::activatesLeavesAndTogglesFolders() {
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

void TestMibPanel::copiesNameNumberAndQualifiedName() {
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

void TestMibPanel::saysWhereSourcesAre() {
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

void TestMibPanel::tabLeadsFromTheTopToTheTree() {
    const QTemporaryDir folder;
    Settings settings(folder.path());
    Favourites favourites(settings);
    favourites.toggle(*m_library.get(), TestRoot);
    MibPanel panel;
    panel.setFavourites(favourites);
    QVERIFY(showsLibrary(panel, m_library.get()));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.openFilter();
    panel.focusSearch();
    QStringList names;
    while (names.size() < 12 && !names.contains(u"MIB tree"_s)) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        names += QApplication::focusWidget()->accessibleName();
    }
    QCOMPARE(names.join(u", "_s),
        u"MIB tree filter, MIB tree options, Filter by module, Filter by vendor, Filter by kind, Filter by access, "
        "Show obsolete, Reset MIB filter, Favourite objects, MIB tree"_s);
}

QTEST_MAIN(TestMibPanel)
#include "tst_mibpanel.moc"
