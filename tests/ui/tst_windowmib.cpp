// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mib/mibpanel.h"
#include "ui/mib/sourceview.h"
#include "windowtest.h"

#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTreeView>

#include <array>
#include <functional>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// MIB tree and details as they stand in the window.
class TestWindowMib : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(tree()->currentIndex().isValid(), Patience);
    }
    void cleanup() { closeWindow(); }

    void altLeftGoesBackOverObjectsWhereObjectsAreLookedAt() {
        for (const QString &name : {u"ifDescr"_s, u"ifType"_s, u"ifMtu"_s})
            look(name);
        QVERIFY(!button(u"Object forward"_s)->isEnabled());
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(shows(u"ifType"_s));
        QCOMPARE(tree()->currentIndex().data().toString(), u"ifType"_s);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"IF-MIB::ifType"_s);
        button(u"Object back"_s)->click();
        QVERIFY(shows(u"ifDescr"_s));
        key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(shows(u"ifType"_s));
        look(u"ifSpeed"_s);
        QVERIFY(!button(u"Object forward"_s)->isEnabled());
        // A new library changes nothing.
        m_window->setLibrary(madeLibrary());
        key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(shows(u"ifType"_s));
    }

    void favouritesAreStarredByKeyAndThereAfterARestart() {
        look(u"ifDescr"_s);
        QVERIFY(!button(u"Favourite object"_s)->isChecked());
        key(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(button(u"Favourite object"_s)->isChecked());
        look(u"sysName"_s);
        QVERIFY(!button(u"Favourite object"_s)->isChecked());
        button(u"Favourite object"_s)->click();
        quit();
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(tree()->currentIndex().isValid(), Patience);
        auto *list = named<QAbstractItemView>(u"Favourite objects"_s);
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY(shows(u"sysName"_s));
        QTRY_COMPARE_WITH_TIMEOUT(tree()->currentIndex().data().toString(), u"sysName"_s, Patience);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"SNMPv2-MIB::sysName"_s);
        // What is found has their room while it is looked at.
        named<QLineEdit>(u"Search MIBs"_s)->setText(u"ifDescr"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!list->isVisible(), Patience);
        named<QLineEdit>(u"Search MIBs"_s)->clear();
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), Patience);
    }

    void sourcesAreAskedForByKeyButtonAndLink() {
        look(u"ifDescr"_s);
        const NodeRef node = m_library->named(u"ifDescr").first();
        auto *details = named<QTextBrowser>(u"Object details"_s);
        const auto at = details->toHtml().indexOf(u"source:");
        QVERIFY(at > 0);
        const QString link = details->toHtml().mid(at).section(u'"', 0, 0);
        const std::array<std::function<void()>, 3> ways{[this] { key(Qt::Key_U, Qt::ControlModifier); },
            [this] { button(u"Show source"_s)->click(); }, [&] { emit details->anchorClicked(QUrl(link)); }};
        for (const auto &way : ways) {
            way();
            auto *view = m_window->findChild<SourceView *>();
            QVERIFY(view && view->isVisible());
            QCOMPARE(view->file(), node.file());
            auto *edit = named<QPlainTextEdit>(u"MIB source"_s, true, view);
            QTRY_COMPARE_WITH_TIMEOUT(edit->textCursor().blockNumber() + 1, node.line(), Patience);
            edit->moveCursor(QTextCursor::Start);
            view->close();
        }
    }

    void whatIsClickedIsTold() {
        const QModelIndex index = tree()->model()->index(0, 0, tree()->currentIndex());
        tree()->scrollTo(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
        QVERIFY(shows(index.data().toString()));
    }

    void aModuleWithoutIdentityIsToldWhereItIsClicked() {
        m_window->setLibrary(madeLibrary("BARE-MIB DEFINITIONS ::= BEGIN\nIMPORTS enterprises FROM SNMPv2-SMI;\n"
                                         "bare OBJECT IDENTIFIER ::= { enterprises 99997 }\nEND\n"));
        button(u"MIB tree options"_s)->menu()->actions().at(1)->trigger();
        const auto *model = tree()->model();
        QModelIndexList found;
        QTRY_VERIFY_WITH_TIMEOUT(
            !(found = model->match(model->index(0, 0), Qt::DisplayRole, u"BARE-MIB"_s, 1)).isEmpty(), Patience);
        tree()->scrollTo(found.first());
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(found.first()).center());
        QVERIFY(shows(u"BARE-MIB"_s));
    }

    void filterAndEscActInTheTreeThatHasTheFocus() {
        look(u"ifDescr"_s);
        key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *module = named<QLineEdit>(u"Filter by module"_s);
        QVERIFY(module && module->hasFocus());
        QTest::keyClicks(module, u"IP-MIB"_s);
        QTest::keyClick(module, Qt::Key_Return);
        auto *said = named<QLabel>(u"MIB filter"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(said->isVisible(), Patience);
        QTest::keyClick(module, Qt::Key_Escape);
        QVERIFY(!module->isVisible());
        QVERIFY(tree()->hasFocus());
        QVERIFY(said->isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!said->isVisible(), Patience);
        auto *search = named<QLineEdit>(u"Search MIBs"_s);
        search->setFocus();
        QTest::keyClicks(search, u"ifDescr"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
    }

private:
    QTreeView *tree() { return named<QTreeView>(u"MIB tree"_s); }
    QToolButton *button(const QString &name) { return named<QToolButton>(name); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// As a click in the tree does.
    void look(const QString &name) {
        const Oid oid = m_library->named(name).first().oid();
        auto *panel = m_window->findChild<MibPanel *>();
        panel->reveal(oid);
        tree()->setFocus();
        emit panel->selected(oid);
        QCOMPARE(tree()->currentIndex().data().toString(), name);
    }
    bool shows(const QString &name) {
        return named<QTextBrowser>(u"Object details"_s)->toPlainText().section(u'\n', 0, 0) == name;
    }
};

QTEST_MAIN(TestWindowMib)
#include "tst_windowmib.moc"
