// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowtest.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QTabBar>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Each control that is on screen has a name for those who hear the window: in it, in each panel, in each dialog.
class TestNames final : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void inTheWindowAndEachPanel() {
        for (auto *dock : m_window->findChildren<QDockWidget *>()) {
            dock->show();
            dock->raise();
            QTRY_VERIFY(dock->widget()->isVisible());
            QCOMPARE(nameless(*m_window).join(u", "_s), QString());
        }
    }

    void inATableAndAList() {
        askDemo(u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(nameless(*m_window).join(u", "_s), QString());
        askDemo(u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(nameless(*m_window).join(u", "_s), QString());
    }

    void inThePalette() {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(nameless(*m_window).join(u", "_s), QString());
    }

    void inEachDialog_data() {
        QTest::addColumn<QString>("action");
        QTest::newRow("a device") << u"Add Device…"_s;
        QTest::newRow("a notification") << u"Send Notification ..."_s;
        QTest::newRow("trap rules") << u"Rules ..."_s;
    }

    void inEachDialog() {
        QFETCH(QString, action);
        for (QAction *each : m_window->findChildren<QAction *>()) {
            if (each->text().remove(u'&') == action)
                each->trigger();
        }
        QTRY_VERIFY(dialog());
        QCOMPARE(nameless(*dialog()).join(u", "_s), QString());
        QVERIFY(!dialog()->isModal() || dialog()->windowModality() == Qt::WindowModal);
        dialog()->close();
    }

    void whatHasNoNameIsFound() {
        auto *button = new QToolButton(m_window.get());
        button->show();
        QCOMPARE(nameless(*m_window).size(), 1);
    }

private:
    QDialog *dialog() const {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (auto *one = qobject_cast<QDialog *>(top); one && one->isVisible())
                return one;
        }
        return nullptr;
    }

    static bool isControl(const QWidget &widget) {
        if (qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
            || qobject_cast<const QAbstractSpinBox *>(&widget))
            return true;
        if (const auto *bar = qobject_cast<const QTabBar *>(&widget)) // the window keeps one where no panel is shown
            return bar->count() > 0;
        if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) // a spin box's own line has the box's name
            return !qobject_cast<const QAbstractSpinBox *>(line->parentWidget());
        return qobject_cast<const QAbstractScrollArea *>(&widget) && widget.focusPolicy() != Qt::NoFocus;
    }

    /// What a view puts into its corner or its headers is no control of ours.
    static bool isPartOfAView(const QWidget &widget) {
        return widget.inherits("QTableCornerButton") || widget.inherits("QHeaderView")
            || qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    }

    static QStringList nameless(const QWidget &in) {
        QStringList found;
        for (QWidget *widget : in.findChildren<QWidget *>()) {
            if (!widget->isVisible() || !isControl(*widget) || isPartOfAView(*widget))
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                found += QString::fromLatin1(widget->metaObject()->className()) + u" in "_s
                    + widget->parentWidget()->accessibleName()
                    + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        }
        return found;
    }
};

QTEST_MAIN(TestNames)
#include "tst_names.moc"
