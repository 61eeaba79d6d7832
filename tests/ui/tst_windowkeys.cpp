// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFrame>
#include <QMenu>
#include <QSpinBox>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What the keys of the window do where a person presses them, and what the verbs beside Address offer.
class TestWindowKeys : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }
    void cleanup() { closeWindow(); }

    void ctrlShiftEnterForcesANewTab() {
        ask(u"IF-MIB::ifTable"_s);
        const int before = tabs().count();
        ask(u"IF-MIB::ifTable"_s);
        QCOMPARE(tabs().count(), before);
        ask(u"IF-MIB::ifTable"_s, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(tabs().count(), before + 1);
        QCOMPARE(tabs().current()->query().verb, Verb::Table); // the obvious one, not a walk
    }

    void whatIsTypedIsAskedWhileAListIsOpen() {
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setFocus();
        address->selectAll();
        QTest::keyClicks(address, u"sysName.0"_s);
        QTest::qWait(200); // offers may have come
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->query().objects == QStringList{u"sysName.0"_s}, Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Get);
    }

    void ctrlTabTurnsTheTabs() {
        ask(u"IF-MIB::ifTable"_s);
        ask(u"SNMPv2-MIB::system"_s);
        QCOMPARE(tabs().count(), 3);
        for (QWidget *from :
            {static_cast<QWidget *>(named<QLineEdit>(u"Address"_s)), static_cast<QWidget *>(results())}) {
            tabs().setCurrentIndex(2);
            from->setFocus();
            QTest::keyClick(from, Qt::Key_Tab, Qt::ControlModifier);
            QCOMPARE(tabs().currentIndex(), 0);
            press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(tabs().currentIndex(), 2);
        }
        press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs().count(), 2);
    }

    void escNeverClosesAnything() {
        ask(u"IF-MIB::ifTable"_s);
        ask(u"noSuchThing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), Patience);
        const int tabsBefore = tabs().count();
        const QStringList docks = openDocks();
        for (const QString &name : {u"Address"_s, u"Device address"_s, u"Filter results"_s, u"Search MIBs"_s}) {
            named<QLineEdit>(name)->setFocus();
            for (int i = 0; i < 3; ++i)
                press(Qt::Key_Escape);
        }
        named<QWidget>(u"MIB tree"_s)->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(m_window->isVisible());
        QCOMPARE(tabs().count(), tabsBefore);
        QCOMPARE(openDocks(), docks);
        QVERIFY(notice()->isVisible()); // what it says, or offers to undo, stays to be read
    }

    void altLeftGoesBackOverWhatWasAsked() {
        ask(u"IF-MIB::ifTable"_s);
        ask(u"SNMPv2-MIB::system"_s);
        results()->setFocus();
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"IF-MIB::ifTable"_s);
        QCOMPARE(tabs().current()->query().verb, Verb::Table);
        press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"SNMPv2-MIB::system"_s);
    }

    void ctrlLAndCtrlDPutTheCaretThere() {
        results()->setFocus();
        press(Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Address"_s));
        press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(named<QComboBox>(u"Device"_s)->hasFocus() || named<QLineEdit>(u"Device address"_s)->hasFocus());
        QCOMPARE(named<QLineEdit>(u"Device address"_s)->selectedText(), u"demo"_s);
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Search MIBs"_s));
    }

    void theVerbsStandAsPromised() {
        auto *bulk = named<QToolButton>(u"Bulk"_s);
        QCOMPARE(bulk->text(), u"Bulk 0/10"_s); // with both of its numbers
        named<QSpinBox>(u"Max-repetitions"_s, false, bulk->menu())->setValue(25);
        QCOMPARE(bulk->text(), u"Bulk 0/25"_s);
        auto *set = named<QToolButton>(u"Set"_s);
        const int between = set->x() - bulk->geometry().right();
        const int among = bulk->x() - named<QToolButton>(u"Next"_s)->geometry().right();
        QVERIFY2(between > 2 * among && between >= 10, qPrintable(u"%1, %2"_s.arg(between).arg(among)));
        QStringList offered;
        for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (!button->menu() || !button->font().bold())
                continue;
            for (const QAction *action : button->menu()->actions())
                offered += action->text();
        }
        QCOMPARE(offered, QStringList({u"Get"_s, u"Next"_s, u"Bulk"_s, u"Walk"_s, u"Table"_s}));
    }

    void aPastedBlockIsSeveralObjects() {
        paste(u"Address"_s, u"SNMPv2-MIB::sysName.0\nSNMPv2-MIB::sysLocation.0\n"_s);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"SNMPv2-MIB::sysName.0 SNMPv2-MIB::sysLocation.0"_s);
        const int before = model().total();
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && model().total() == before + 2, Patience);
    }

    void aNameThatBeginsLikeACommandIsPastedAsAnyOther() {
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setText(u"SNMPv2-MIB::"_s);
        address->setFocus();
        address->end(false);
        QGuiApplication::clipboard()->setText(u"snmpInPkts.0"_s);
        QTest::keyClick(address, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(address->text(), u"SNMPv2-MIB::snmpInPkts.0"_s);
    }

    void aCommandThatWasNeverAskedLeavesNoSecretBehind() {
        named<QLineEdit>(u"Address"_s)->setText(u"snmpwalk -v2c -c seen-by-nobody 192.0.2.1"_s);
        named<QLineEdit>(u"Device address"_s)->setText(u"snmpget -v2c -c seen-by-nobody"_s); // on its way to be one
        m_window->close();
        QFile file(m_folder->filePath(u"settings.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(kept.contains("window.device") || kept.contains("window"));
        QVERIFY2(!kept.contains("seen-by-nobody"), kept.constData());
    }

private:
    void ask(const QString &object, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        type(u"Address"_s, object, modifiers);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void paste(const QString &name, const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        auto *line = named<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    }
    QFrame *notice() { return m_window->findChild<QFrame *>(u"notice"_s); }
    QStringList openDocks() {
        QStringList open;
        for (const auto *dock : m_window->findChildren<QDockWidget *>()) {
            if (!dock->isHidden())
                open += dock->objectName();
        }
        return open;
    }
};

QTEST_MAIN(TestWindowKeys)
#include "tst_windowkeys.moc"
