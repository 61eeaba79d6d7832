// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "ui/device/devicedialog.h"
#include "ui/shared/fonts.h"
#include "windowtest.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Tabs and their devices: whose a tab is, when it is used again, what its list looks like.
class TestWindowTabs : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
        m_agent = std::make_unique<FakeAgent>(m_parts->engine);
        m_agent->objects[Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}] = Value::octets("core1");
    }
    void cleanup() {
        m_agent.reset();
        closeWindow();
    }

    void aTabBringsItsDeviceAndAddressAlong() {
        saveLab();
        ask(u"demo"_s, u"IF-MIB::ifTable"_s);
        ask(u"lab"_s, u"SNMPv2-MIB::sysName.0"_s);
        QCOMPARE(titles(), QStringList({u"demo: scratch"_s, u"ifTable @ demo"_s, u"lab: scratch"_s}));
        const int questions = m_agent->questions;
        tabs().setCurrentIndex(1);
        QCOMPARE(device(), u"demo"_s);
        QCOMPARE(address(), u"IF-MIB::ifTable"_s);
        QVERIFY(named<QToolButton>(u"Set"_s)->text().endsWith(u"demo"));
        named<QToolButton>(u"Next"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(titles().at(tabs().currentIndex()), u"demo: scratch"_s);
        QCOMPARE(m_agent->questions, questions);
        tabs().setCurrentIndex(2);
        QCOMPARE(device(), u"lab"_s);
        QVERIFY(named<QToolButton>(u"Set"_s)->text().endsWith(u"lab"));
        QVERIFY(!named<QToolButton>(u"Set"_s)->isEnabled());
    }

    void aTabCarriesItsDevicesColourHoweverItStands() {
        Device lab = saveLab();
        lab.colour = u"#ff00ff"_s;
        QVERIFY(!m_parts->devices.save(lab));
        ask(u"lab"_s, u"SNMPv2-MIB::sysName.0"_s);
        QVERIFY(hasColour(0, u"#ff00ff"_s));
        m_agent->setHabit(FakeAgent::Silent);
        type(u"Address"_s, u"SNMPv2-MIB::sysName.0"_s);
        QVERIFY(tabs().current()->isRunning());
        QVERIFY(hasColour(0, u"#ff00ff"_s));
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->endedBadly(), Patience);
        QVERIFY(hasColour(0, u"#ff00ff"_s));
        // Another colour is seen at once.
        lab.colour = u"#00ff00"_s;
        QVERIFY(!m_parts->devices.save(lab));
        QVERIFY(hasColour(0, u"#00ff00"_s));
    }

    void aDeviceThatIsSavedIsTheSameOneUnderItsName() {
        const QString typed = m_agent->endpoint().toString();
        type(u"Device address"_s, typed);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        named<QToolButton>(u"Save device"_s)->click();
        QTRY_VERIFY(m_window->findChild<DeviceDialog *>());
        auto *dialog = m_window->findChild<DeviceDialog *>();
        named<QLineEdit>(u"Name"_s, true, dialog)->setText(u"core1"_s);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(m_parts->devices.devices().size(), 1);
        QCOMPARE(titles(), QStringList{u"core1: scratch"_s});
        QCOMPARE(device(), u"core1"_s);
        QTRY_VERIFY(!named<QToolButton>(u"Save device"_s));
        type(u"Address"_s, u"SNMPv2-MIB::sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QLineEdit>(u"Community"_s)); // it is known
        QCOMPARE(tabs().count(), 1);
    }

    void getsAndNextsStandOneBelowTheOtherWithTheirTime() {
        ask(u"demo"_s, u"SNMPv2-MIB::sysName.0"_s);
        const int first = model().total();
        QTest::qWait(5);
        named<QToolButton>(u"Next"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(ended() && model().total() == first + 1, Patience);
        QCOMPARE(tabs().count(), 1);
        QCOMPARE(cell(first - 1, ResultModel::Name), u"sysName.0"_s);
        QCOMPARE(cell(first, ResultModel::Name), u"sysLocation.0"_s);
        QVERIFY(cell(first, ResultModel::Time) > cell(first - 1, ResultModel::Time));
    }

    void aWalkUsesTheTabOfTheSameObjectHoweverItIsWritten() {
        ask(u"demo"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        const int before = tabs().count();
        for (const QString &name : {u"ifDescr"_s, u"1.3.6.1.2.1.2.2.1.2"_s, u"IF-MIB::ifDescr"_s}) {
            ask({}, name, Qt::ControlModifier);
            QCOMPARE(tabs().count(), before);
            const auto last = [this] { return cell(results()->model()->rowCount() - 1, 0); };
            QTRY_VERIFY2_WITH_TIMEOUT(last().startsWith(u"Since the run before"), qPrintable(last()), Patience);
        }
        ask({}, u"IF-MIB::ifType"_s, Qt::ControlModifier);
        QCOMPARE(tabs().count(), before + 1);
    }

    void aPinnedTabIsLeftAsItIs() {
        ask(u"demo"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        const int before = tabs().count();
        const QWidget *pinned = tabs().currentWidget();
        named<QToolButton>(u"Pin tab"_s, true, tabs().currentWidget())->click();
        ask({}, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QCOMPARE(tabs().count(), before + 1);
        QVERIFY(tabs().currentWidget() != pinned);
    }

    void aListShowsWhatIsPromised() {
        ask(u"demo"_s, u"IF-MIB::ifEntry"_s, Qt::ControlModifier);
        QStringList shown;
        for (int column = 0; column < ResultModel::ColumnCount; ++column) {
            if (!results()->isColumnHidden(column))
                shown += results()->model()->headerData(column, Qt::Horizontal).toString();
        }
        QCOMPARE(shown, QStringList({u"Name"_s, u"Value"_s, u"Units"_s, u"Type"_s}));
        // The others are one click away.
        named<QToolButton>(u"Columns"_s, true, tabs().currentWidget())->click();
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        auto *menu = static_cast<QMenu *>(QApplication::activePopupWidget());
        for (QAction *action : menu->actions()) {
            if (action->text() == u"OID" || action->text() == u"Time")
                action->trigger();
        }
        menu->close();
        QVERIFY(!results()->isColumnHidden(ResultModel::ObjectId) && !results()->isColumnHidden(ResultModel::Time));
        // Dense, one line each, numbers at the right, what is compared by its digits in letters of one width.
        const int row = results()->rowHeight(0);
        QVERIFY2(row >= 16 && row <= 24, qPrintable(QString::number(row)));
        QVERIFY(!results()->wordWrap());
        const int number = rowOf(u"ifMtu["_s);
        QVERIFY(number >= 0);
        const QModelIndex value = model().index(number, ResultModel::ValueText);
        QVERIFY(value.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QCOMPARE(value.data(Qt::FontRole).value<QFont>(), monospaced());
        QCOMPARE(model().index(number, ResultModel::ObjectId).data(Qt::FontRole).value<QFont>(), monospaced());
        QVERIFY(!model().index(number, ResultModel::Name).data(Qt::FontRole).isValid());
        const int words = rowOf(u"ifDescr["_s);
        QVERIFY(model().index(words, ResultModel::ValueText).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        QVERIFY(results()->itemDelegateForColumn(ResultModel::ObjectId)); // which elides at the left
    }

    void selectedCellsAreCopiedAsLinesOfTabs() {
        ask(u"demo"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        results()->setFocus();
        const QItemSelection block(model().index(0, ResultModel::Name), model().index(1, ResultModel::ValueText));
        results()->selectionModel()->select(block, QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringList({cell(0, ResultModel::Name) + u'\t' + cell(0, ResultModel::ValueText),
                            cell(1, ResultModel::Name) + u'\t' + cell(1, ResultModel::ValueText)})
                .join(u'\n'));
    }

    void aCommandOpensItsDeviceAndObjectHoweverItComes_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("pasted");
        QTest::newRow("pasted into Address") << u"Address"_s << true;
        QTest::newRow("typed into Address") << u"Address"_s << false;
        QTest::newRow("pasted into Device") << u"Device address"_s << true;
    }

    void aCommandOpensItsDeviceAndObjectHoweverItComes() {
        QFETCH(QString, line);
        QFETCH(bool, pasted);
        const QString text = u"$ snmpwalk -v2c -c public %1 SNMPv2-MIB::system"_s.arg(m_agent->endpoint().toString());
        auto *edit = named<QLineEdit>(line);
        edit->setFocus();
        edit->selectAll();
        if (pasted) {
            QGuiApplication::clipboard()->setText(text);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        } else {
            edit->setText(text); // as the menu's Paste does
        }
        if (!tabs().current())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && model().total() > 0, Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Walk);
        QCOMPARE(device(), m_agent->endpoint().toString());
        QCOMPARE(address(), u"SNMPv2-MIB::system"_s);
        QVERIFY(!named<QLineEdit>(u"Community"_s));
    }

private:
    Device saveLab() {
        Device lab;
        lab.name = u"lab"_s;
        lab.endpoint = m_agent->endpoint();
        lab.bounds = {std::chrono::milliseconds(300), 0};
        if (m_parts->devices.save(lab))
            qFatal("the device cannot be saved");
        m_parts->secrets.write(lab.id, {Secret("public"), {}, {}, {}}, this, {});
        return lab;
    }
    /// Nothing where the device stays as it is.
    void ask(const QString &device, const QString &object, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        if (!device.isEmpty()) {
            type(u"Device address"_s, device);
            QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        }
        type(u"Address"_s, object, modifiers);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
    }
    QString device() { return named<QLineEdit>(u"Device address"_s)->text(); }
    QString address() { return named<QLineEdit>(u"Address"_s)->text(); }
    QStringList titles() {
        QStringList titles;
        for (int at = 0; at < tabs().count(); ++at)
            titles += tabs().tabText(at);
        return titles;
    }
    bool hasColour(int tab, const QString &colour) {
        const QImage image = tabs().tabIcon(tab).pixmap(16, 16).toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += int(image.pixelColor(x, y) == QColor(colour));
        }
        return found >= 16;
    }
    int rowOf(const QString &name) {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (cell(row, ResultModel::Name).startsWith(name))
                return row;
        }
        return -1;
    }

    std::unique_ptr<FakeAgent> m_agent;
};

QTEST_MAIN(TestWindowTabs)
#include "tst_windowtabs.moc"
