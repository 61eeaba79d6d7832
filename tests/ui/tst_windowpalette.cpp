// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/waiting.h"
#include "tests/ui/windowtest.h"

#include <QAbstractItemModel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Ctrl+K in the window: what is chosen there happens, by keys alone.
class TestWindowPalette final : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void opensByItsKeyAndGivesTheFocusBack() {
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setFocus();
        open();
        QVERIFY(line()->hasFocus());
        QVERIFY(line()->placeholderText().contains(u'>') && line()->placeholderText().contains(u'@'));
        QTest::keyClick(line(), Qt::Key_Escape);
        QVERIFY(!line());
        QVERIFY(address->hasFocus());
        open();
        QTest::keyClick(line(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!line());
        QVERIFY(address->hasFocus());
    }

    void opensOverALineThatHasTheKeyForItself() {
        auto *address = named<QLineEdit>(u"Address"_s);
        address->setText(u"sysName"_s);
        address->setCursorPosition(0);
        address->setFocus();
        QTest::keyClick(address, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(line());
        QCOMPARE(address->text(), u"sysName"_s);
        QTest::keyClick(line(), Qt::Key_Escape);
        auto *details = named<QWidget>(u"Object details"_s);
        details->setFocus();
        QTest::keyClick(details, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(line());
    }

    void isNotModalAndGoesWithTheFocus() {
        open();
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(!QApplication::activePopupWidget());
        named<QLineEdit>(u"Address"_s)->setFocus();
        QVERIFY(!line());
    }

    void aTableOpensAsAGridOnTheDevice() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        choose(u"ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(named<QAbstractItemView>(u"Table view"_s) && ended(), Patience);
        QCOMPARE(tabs().current()->address(), u"IF-MIB::ifTable"_s);
        QCOMPARE(tabs().current()->device().device().label(), u"demo"_s);
    }

    void anObjectIsShownAndWithControlAsked() {
        choose(u"sysUpTime"_s);
        QTRY_COMPARE(named<QLineEdit>(u"Address"_s)->text(), u"SNMPv2-MIB::sysUpTime"_s);
        QCOMPARE(tabs().count(), 0);
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const qint64 before = model().rowCount();
        choose(u"sysUpTime"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && model().rowCount() > before, Patience);
        QCOMPARE(tabs().current()->address(), u"SNMPv2-MIB::sysUpTime"_s);
    }

    void aDeviceIsMet() {
        choose(u"@demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->device().device().label(), u"demo"_s);
        QCOMPARE(model().rowCount() >= 6, true);
    }

    void whatWasAskedLatelyIsAskedAgain() {
        askDemo(u"SNMPv2-MIB::sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        tabs().closeTab(0);
        choose(u"sysName.0 on demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->address(), u"SNMPv2-MIB::sysName.0"_s);
    }

    void anActionHappensWhereTheFocusWas() {
        askDemo(u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        results()->setFocus();
        choose(u"> find"_s);
        QTRY_VERIFY(named<QLineEdit>(u"Find"_s));
        QVERIFY(tabs().current()->isAncestorOf(named<QLineEdit>(u"Find"_s)));
    }

    void aPanelsOwnActionBringsItForward() {
        QVERIFY(!named<QLineEdit>(u"Filter packets"_s));
        choose(u"packets pause"_s);
        QVERIFY(named<QLineEdit>(u"Filter packets"_s));
    }

    void aSettingSaysHowItStandsAndIsSwitched() {
        open();
        QTest::keyClicks(line(), u"> theme dark"_s);
        QVERIFY2(current().endsWith(u"off"_s), qPrintable(current()));
        QTest::keyClick(line(), Qt::Key_Return);
        QCOMPARE(m_parts->theme.choice(), Theme::Choice::Dark);
        m_parts->theme.choose(Theme::Choice::Light);
    }

    void everyActionOfTheMenusIsThereWithItsKey() {
        open();
        QTest::keyClicks(line(), u">"_s);
        QStringList offered;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            offered += list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        int checked = 0;
        for (const QAction *top : m_window->menuBar()->actions()) {
            for (const QAction *action : top->menu()->actions()) {
                if (action->isSeparator() || action->menu() || action->shortcut() == QKeySequence(u"Ctrl+K"_s))
                    continue;
                const QString name = action->text().remove(u'&').remove(u'…').trimmed();
                const QString key = action->shortcut().toString(QKeySequence::NativeText);
                const bool found = std::ranges::any_of(
                    offered, [&](const QString &row) { return row.startsWith(name) && row.endsWith(key); });
                QVERIFY2(found, qPrintable(name));
                ++checked;
            }
        }
        QVERIFY(checked > 30);
    }

    void whatWasChosenIsOfferedFirstAlsoAfterARestart() {
        choose(u"> reset layout"_s);
        quit();
        openWindow();
        open();
        QTRY_VERIFY(current().startsWith(u"Reset Layout"_s));
    }

    void enterBeforeTheAnswerWaitsForIt() {
        open();
        QTest::keyClicks(line(), u"sysContact"_s);
        QTest::keyClick(line(), Qt::Key_Return); // in the same turn of the event loop
        QTRY_COMPARE(named<QLineEdit>(u"Address"_s)->text(), u"SNMPv2-MIB::sysContact"_s);
        QVERIFY(!line());
    }

    void typingNeverHoldsUpTheWindow() {
        open();
        const Ticker ticker;
        for (const QChar letter : u"interface status"_s) {
            QTest::keyClick(line(), letter.toLatin1());
            QTest::qWait(10);
        }
        QTRY_VERIFY(list() && list()->model()->rowCount() > 3);
        QVERIFY2(ticker.longestBusy() <= 50 * Slowdown, qPrintable(QString::number(ticker.longestBusy())));
    }

    void isReadAloudWhileTheFocusStaysInTheLine() {
        open();
        QTest::keyClicks(line(), u"> new tab"_s);
        QCOMPARE(line()->accessibleDescription(), u"New Tab, File, Ctrl+T"_s);
        QCOMPARE(list()->accessibleName(), u"Palette offers"_s);
        QVERIFY(line()->hasFocus());
    }

    void fitsASmallWindow() {
        m_window->resize(800, 600);
        open();
        const QWidget *palette = named<QWidget>(u"Command palette"_s);
        QVERIFY(m_window->rect().contains(palette->geometry()));
        QTest::keyClicks(line(), u"zzzzzz"_s);
        QTRY_VERIFY(!list());
        QVERIFY(m_window->rect().contains(palette->geometry()));
    }

private:
    QLineEdit *line() const { return named<QLineEdit>(u"Palette"_s); }
    QListView *list() const { return named<QListView>(u"Palette offers"_s); }
    QString current() const { return list()->currentIndex().data(Qt::AccessibleTextRole).toString(); }

    void open() {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(line());
    }

    void choose(const QString &typed, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        open();
        QTest::keyClicks(line(), typed);
        QTest::keyClick(line(), Qt::Key_Return, modifiers);
        QTRY_VERIFY(!line());
    }
};

QTEST_MAIN(TestWindowPalette)
#include "tst_windowpalette.moc"
