// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowtest.h"

#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Keys and letters of the window: each means one thing wherever it is pressed.
class TestActions final : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void noTwoActionsShareAKey() {
        QMap<QString, QString> window;
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
                continue;
            for (const QKeySequence &key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!window.contains(text), qPrintable(u"%1: %2, %3"_s.arg(text, window[text], action->text())));
                window[text] = action->text();
            }
        }
        QVERIFY(window.size() > 25);
        // A panel's own key would be ambiguous where the window has the same.
        for (const auto *dock : m_window->findChildren<QDockWidget *>()) {
            QMap<QString, QString> panel;
            for (const QAction *action : dock->widget()->actions()) {
                const QString text = action->shortcut().toString();
                if (text.isEmpty())
                    continue;
                QVERIFY2(!window.contains(text) && !panel.contains(text), qPrintable(text + u' ' + action->text()));
                panel[text] = action->text();
            }
            for (const QShortcut *shortcut : dock->findChildren<QShortcut *>())
                QVERIFY2(!window.contains(shortcut->key().toString()), qPrintable(shortcut->key().toString()));
        }
    }

    void noTwoEntriesOfAMenuShareALetter() {
        int menus = 0;
        for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
            QMap<QString, QString> letters;
            for (const QAction *action : menu->actions()) {
                const QString letter = QKeySequence::mnemonic(action->text()).toString();
                if (letter.isEmpty())
                    continue;
                QVERIFY2(!letters.contains(letter),
                    qPrintable(u"%1: %2 and %3"_s.arg(letter, letters[letter], action->text())));
                letters[letter] = action->text();
            }
            ++menus;
        }
        QVERIFY(menus >= 6);
    }

    void theKeysPromisedAreThere_data() {
        QTest::addColumn<QString>("key");
        for (const char *key : {"F5", "Shift+F5", "Esc", "Ctrl+F", "F3", "Ctrl+Shift+M", "F2", "Ctrl+T", "Ctrl+W",
                 "Ctrl+Tab", "Alt+Left", "Alt+Right", "Ctrl+L", "Ctrl+D", "Ctrl+K"})
            QTest::newRow(key) << QString::fromLatin1(key);
    }

    void theKeysPromisedAreThere() {
        QFETCH(QString, key);
        int found = 0;
        for (const QAction *action : m_window->actions())
            found += int(action->shortcuts().contains(QKeySequence(key)));
        QCOMPARE(found, 1);
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
