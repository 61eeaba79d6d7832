// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "tests/support/fakeagent.h"
#include "ui/device/devicedialog.h"
#include "ui/device/profilesdialog.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The Devices panel in the window: groups made, named, filled, taken back; profiles; files of devices.
class TestWindowDeviceList : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aGroupIsMadeNamedFilledAndRemoved() {
        save(u"core1"_s, u"192.0.2.1"_s);
        named<QToolButton>(u"New group"_s, false)->click();
        QCOMPARE(m_parts->devices.groups(), QStringList{u"New group"_s});
        auto *editor = tree()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"Zurich"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_parts->devices.groups(), QStringList{u"Zurich"_s});

        select(u"core1"_s);
        auto *move = m_window->findChild<QMenu *>(u"moveToGroup"_s);
        QVERIFY(move);
        emit move->aboutToShow();
        move->actions().last()->trigger();
        QCOMPARE(m_parts->devices.named(u"core1")->group, u"Zurich"_s);
        button(u"Undo"_s)->click();
        QCOMPARE(m_parts->devices.named(u"core1")->group, QString());
        QVERIFY(m_parts->devices.groups().contains(u"Zurich"_s));
        emit move->aboutToShow();
        select(u"core1"_s);
        move->actions().last()->trigger();

        select(u"Zurich"_s);
        action(u"Remove &Group"_s)->trigger();
        QVERIFY(m_parts->devices.groups().isEmpty());
        QVERIFY(m_parts->devices.named(u"core1"));
        button(u"Undo"_s)->click();
        QCOMPARE(m_parts->devices.named(u"core1")->group, u"Zurich"_s);
    }

    void aGroupIsAskedTogether() {
        Device one = device(u"one"_s, u"192.0.2.1"_s);
        Device two = device(u"two"_s, u"192.0.2.2"_s);
        one.group = two.group = u"G"_s;
        QVERIFY(!m_parts->devices.apply({.devices = {one, two}}));
        select(u"G"_s);
        QVERIFY(named<QToolButton>(u"Ask Together"_s, false)->isEnabled());
        select(u"one"_s);
        QVERIFY(!named<QToolButton>(u"Ask Together"_s, false)->isEnabled());
    }

    void aProfileIsMadeAndADeviceReadWithIt() {
        FakeAgent agent(m_parts->engine);
        save(u"core1"_s, agent.endpoint().toString());
        action(u"Credential Pr&ofiles…"_s)->trigger();
        auto *sheet = m_window->findChild<ProfilesDialog *>();
        QVERIFY(sheet);
        named<QPushButton>(u"Add profile"_s, true, sheet)->click();
        named<QLineEdit>(u"Profile name"_s, true, sheet)->setText(u"operators"_s);
        QTest::qWait(0); // its secrets, which are none, are read
        named<QLineEdit>(u"Read community"_s, true, sheet)->setText(u"public"_s);
        named<QPushButton>(u"Save profile"_s, true, sheet)->click();
        sheet->reject();
        QVERIFY(m_parts->devices.profileNamed(u"operators"));
        const QUuid profile = m_parts->devices.profileNamed(u"operators")->id;

        select(u"core1"_s);
        named<QToolButton>(u"Edit device"_s, false)->click();
        QTRY_VERIFY(m_window->findChild<DeviceDialog *>());
        auto *dialog = m_window->findChild<DeviceDialog *>();
        auto *credentials = named<QComboBox>(u"Credentials"_s, true, dialog);
        credentials->setCurrentIndex(credentials->findData(profile));
        QVERIFY(!named<QLineEdit>(u"Read community"_s, true, dialog)); // it is the profile's
        named<QPushButton>(u"Test device"_s, true, dialog)->click();
        auto *result = named<QLabel>(u"Test result"_s, true, dialog);
        QTRY_VERIFY2_WITH_TIMEOUT(result->text().contains(u"answers"), qPrintable(result->text()), Patience);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(m_parts->devices.named(u"core1")->profile, profile);
        type(u"Device address"_s, u"core1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience); // nobody was asked for a community
    }

    void aTableOfDevicesIsShownBeforeItIsSaved() {
        save(u"core1"_s, u"192.0.2.1"_s);
        QFile file(m_folder->filePath(u"net.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,address,community,group\nnew,192.0.2.2,hidden,G\nsame,192.0.2.1,,\nbad,192.0.2.3:x,,\n");
        file.close();
        m_window->take({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(named<QTreeWidget>(u"Devices to import"_s), Patience);
        auto *rows = named<QTreeWidget>(u"Devices to import"_s);
        QCOMPARE(rows->topLevelItemCount(), 3);
        QCOMPARE(rows->topLevelItem(0)->text(3), u"4"_s); // the problem
        QVERIFY(rows->topLevelItem(2)->text(2).contains(u"core1 has this address"));
        auto *import = named<QPushButton>(u"Import the devices"_s);
        rows->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!import->isEnabled());
        rows->topLevelItem(1)->setCheckState(0, Qt::Checked);
        import->click();
        QCOMPARE(m_parts->devices.devices().size(), 2);
        const QUuid id = m_parts->devices.named(u"new")->id;
        std::optional<Secrets> kept;
        m_parts->secrets.read(id, this, [&kept](const Result<Secrets> &secrets) { kept = *secrets; });
        QTRY_VERIFY(kept);
        QCOMPARE(kept->readCommunity, Secret("hidden"));
        button(u"Undo"_s)->click();
        QCOMPARE(m_parts->devices.devices().size(), 1);
    }

    void thePanelStaysNarrow() { QVERIFY(m_window->minimumSizeHint().width() <= 800); }

private:
    static Device device(const QString &name, const QString &address) {
        Device made;
        made.name = name;
        made.endpoint = *Endpoint::parse(address);
        return made;
    }
    void save(const QString &name, const QString &address) { QVERIFY(!m_parts->devices.save(device(name, address))); }
    QTreeView *tree() const { return named<QTreeView>(u"Devices"_s, false); }
    void select(const QString &name) const {
        const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
            Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
        QVERIFY(!found.isEmpty());
        tree()->clearSelection();
        tree()->setCurrentIndex(found.first());
    }
    QAction *action(const QString &text) const {
        for (auto *action : m_window->findChildren<QAction *>()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const {
        for (auto *button : m_window->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestWindowDeviceList)
#include "tst_windowdevicelist.moc"
