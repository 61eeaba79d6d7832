// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/snmp/engine.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "tests/support/fakeagent.h"
#include "tests/support/madelibrary.h"
#include "ui/mainwindow.h"
#include "ui/query/resultmodel.h"
#include "ui/query/resulttabs.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace walkabout;
using namespace Qt::StringLiterals;

// A loaded machine is slow, not wrong.
constexpr int Patience = 30'000;

/// The window as a person at the keyboard or a screen reader has it: everything is found by its accessible name.
class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_library = test::madeLibrary(); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void cleanup() {
        m_window.reset();
        m_parts.reset();
        m_folder.reset();
    }

    void everyControlHasItsName_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Get", "Next", "Bulk", "Walk", "Table", "Set", "Stop", "Allow writes"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyControlHasItsName() {
        QFETCH(QString, name);
        QVERIFY(named<QToolButton>(name));
    }

    void theCaretStandsInTheDeviceBox() {
        QVERIFY(named<QComboBox>(u"Device"_s));
        QCOMPARE(QApplication::focusWidget(), named<QComboBox>(u"Device"_s));
    }

    void enterInDeviceAsksWhoItIs() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(results(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), 6, Patience);
        QVERIFY(cell(0, ResultModel::Name).startsWith(u"sysDescr"));
        QCOMPARE(tabs().tabText(0), u"demo: scratch"_s);
        QVERIFY(named<QLineEdit>(u"Summary"_s)->text().startsWith(u"6 varbinds, "));
    }

    void enterInAddressDoesTheObvious() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Walk);
        QVERIFY(tabs().current()->store().size() >= 24);
        const QAbstractItemModel *model = results()->model();
        QVERIFY(model->index(model->rowCount() - 1, 0).data().toString().contains(u"whole"));

        type(u"Address"_s, u"IF-MIB::ifTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Table);
        QVERIFY(named<QAbstractItemView>(u"Table view"_s));

        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().current()->query().verb, Verb::Get);
    }

    void theMainButtonNamesTheObviousVerb() {
        named<QLineEdit>(u"Address"_s)->setText(u"IF-MIB::ifTable"_s);
        QCOMPARE(obvious(), u"Table"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"SNMPv2-MIB::sysName.0"_s);
        QCOMPARE(obvious(), u"Get"_s);
        named<QLineEdit>(u"Address"_s)->setText(u"IF-MIB::ifMIB"_s);
        QCOMPARE(obvious(), u"Walk"_s);
    }

    void aFilterLeavesTheRowsItNamesAndEscClearsIt() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"IF-MIB::ifEntry"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int all = results()->model()->rowCount();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Filter results"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"ifOperStatus"_s);
        QTRY_VERIFY_WITH_TIMEOUT(cell(0, ResultModel::Name).startsWith(u"ifOperStatus"), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(results()->model()->rowCount() < all / 10, Patience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(results()->model()->rowCount(), all, Patience);
        QCOMPARE(tabs().count(), 2);
    }

    void copiesTheBareValueAndTheNumericOid() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int row = results()->model()->rowCount() - 1;
        results()->setCurrentIndex(results()->model()->index(row, ResultModel::ValueText));
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), cell(row, ResultModel::ValueText));
        QTest::keyClick(results(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"1.3.6.1.2.1.1.5.0"_s);
        QVERIFY(named<QLineEdit>(u"Address"_s)->text().contains(u"sysName"));
    }

    void f5AsksAgainInTheSameTabAndCompares() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"SNMPv2-MIB::system"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const int tabsBefore = tabs().count();
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QCOMPARE(tabs().count(), tabsBefore);
        const auto last = [this] { return cell(results()->model()->rowCount() - 1, 0); };
        QTRY_VERIFY2_WITH_TIMEOUT(last().startsWith(u"Since the run before"), qPrintable(last()), Patience);
    }

    void saysThatARecordingIsBeingRead() {
        QFile file(m_folder->filePath(u"large.snmprec"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int row = 200'000; row > 0; --row)
            file.write("1.3.6.1.4.1.32473.1." + QByteArray::number(row) + "|4|a row\n");
        file.write("1.3.6.1.2.1.1.5.0|4|recorded\n");
        file.close();
        type(u"Device address"_s, file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(named<QLineEdit>(u"Summary"_s)->text(), u"Reading large.snmprec …"_s, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY2(named<QLineEdit>(u"Summary"_s)->text().startsWith(u"6 varbinds, "),
            qPrintable(named<QLineEdit>(u"Summary"_s)->text()));
    }

    void anUnknownObjectIsOneSentenceAndNothingTypedIsLost() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, u"noSuchThing"_s);
        const QFrame *notice = m_window->findChild<QFrame *>(u"notice"_s);
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), Patience);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"noSuchThing"_s);
        QVERIFY(!qobject_cast<QDialog *>(QApplication::activeModalWidget()));
    }

    void aTypedAddressOffersItsCommunityAndStopsOnEsc() {
        const test::FakeAgent agent(m_parts->engine, test::FakeAgent::Silent);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QCOMPARE(named<QLineEdit>(u"Community"_s)->text(), u"public"_s);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Summary"_s)->text().contains(u"try 2 of 6"), Patience);
        QVERIFY(named<QToolButton>(u"Stop"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QToolButton>(u"Stop"_s)->isEnabled());
    }

    void aLiveDeviceOpensReadOnly() {
        test::FakeAgent agent(m_parts->engine);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!named<QToolButton>(u"Allow writes"_s)->isChecked());
        QVERIFY(!named<QToolButton>(u"Set"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_F2);
        QVERIFY(!m_window->findChild<QDialog *>());
        named<QToolButton>(u"Allow writes"_s)->click();
        QVERIFY(named<QToolButton>(u"Set"_s)->isEnabled());
        QVERIFY(named<QToolButton>(u"Set"_s)->text().contains(u"127.0.0.1"));
        QCOMPARE(agent.changes, 0);
    }

    void aDeviceIsAddedInItsDialog() {
        named<QToolButton>(u"Add device"_s, false)->click();
        auto *dialog = m_window->findChild<QDialog *>();
        QVERIFY(dialog);
        QPushButton *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        named<QLineEdit>(u"Name"_s)->setText(u"core1"_s);
        named<QLineEdit>(u"Address"_s, true, dialog)->setText(u"192.0.2.1"_s);
        QVERIFY(ok->isEnabled());
        QCOMPARE(named<QLineEdit>(u"Read community"_s)->text(), u"public"_s);
        QVERIFY(named<QLineEdit>(u"Write community"_s)->text().isEmpty());
        auto *version = named<QComboBox>(u"SNMP version"_s);
        version->setCurrentIndex(version->count() - 1);
        QVERIFY(!ok->isEnabled()); // a user is wanted
        named<QLineEdit>(u"User"_s)->setText(u"operator"_s);
        named<QLineEdit>(u"Authentication pass-phrase"_s)->setText(u"short"_s);
        QVERIFY(!ok->isEnabled());
        named<QLineEdit>(u"Authentication pass-phrase"_s)->setText(u"long enough"_s);
        QVERIFY(ok->isEnabled());
        ok->click();
        QCOMPARE(m_parts->devices.devices().size(), 1);
        QCOMPARE(m_parts->devices.devices().first().name, u"core1"_s);
        QFile file(m_parts->devices.path());
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(!file.readAll().contains("long enough"));
        const auto *tree = named<QAbstractItemView>(u"Devices"_s, false);
        QVERIFY(tree);
        QCOMPARE(tree->model()->rowCount(), 2);
    }

    void tabsOpenAndCloseByKeys() {
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(tabs().count(), 2, Patience);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs().count(), 0);
        QVERIFY(named<QPushButton>(u"Try the demo switch"_s));
    }

    void oneClickShowsTheDemosInterfaces() {
        named<QPushButton>(u"Try the demo switch"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(tabs().current() && ended(), Patience);
        const auto *grid = named<QAbstractItemView>(u"Table view"_s);
        QVERIFY(grid);
        QVERIFY(tabs().current()->store().size() > 24);
    }

    void deviceAndAddressAreRemembered() {
        type(u"Device address"_s, u"demo"_s);
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        m_window->close();
        m_window.reset();
        open();
        QCOMPARE(named<QComboBox>(u"Device"_s)->currentText(), u"demo"_s);
        QCOMPARE(named<QLineEdit>(u"Address"_s)->text(), u"sysName.0"_s);
        QCOMPARE(tabs().count(), 0);
    }

private:
    struct Parts {
        explicit Parts(const QString &folder)
            : engine(folder)
            , devices(folder)
            , settings(folder) {}
        Log log;
        Engine engine;
        DeviceStore devices;
        MemorySecretStore secrets;
        Settings settings;
        Theme theme{Theme::Choice::Light, false};
    };

    void open() {
        if (!m_parts)
            m_parts = std::make_unique<Parts>(m_folder->path());
        m_window = std::make_unique<MainWindow>(MainWindow::Parts{
            m_parts->engine, m_parts->devices, m_parts->secrets, m_parts->log, m_parts->settings, m_parts->theme});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setLibrary(m_library);
    }

    template <class W>
    W *named(const QString &name, bool visible = true, QWidget *in = nullptr) const {
        for (W *widget : (in ? in : m_window.get())->template findChildren<W *>()) {
            if (widget->accessibleName() == name && (!visible || widget->isVisible()))
                return widget;
        }
        return nullptr;
    }

    /// Types into the line and presses Enter.
    void type(const QString &name, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        auto *line = named<QLineEdit>(name);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return, modifiers);
    }

    ResultTabs &tabs() { return m_window->tabs(); }
    bool ended() { return tabs().current() && !tabs().current()->isRunning() && caughtUp(); }
    bool caughtUp() {
        return tabs().current()->model().shown() == tabs().current()->store().size()
            || tabs().current()->model().isFiltering();
    }
    QAbstractItemView *results() {
        return tabs().current() ? tabs().current()->findChild<QAbstractItemView *>(u"results"_s) : nullptr;
    }
    QString cell(int row, int column) { return results()->model()->index(row, column).data().toString(); }
    QString obvious() {
        for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->menu() && button->font().bold())
                return button->accessibleName();
        }
        return {};
    }

    Library::Pointer m_library;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
