// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowtest.h"

#include "core/sim/demo.h"
#include "core/sim/responder.h"
#include "tests/support/fakeagent.h"
#include "ui/device/keepingbar.h"
#include "ui/device/vaultbar.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFile>
#include <QHostAddress>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using Place = ChosenSecretStore::Place;

/// Where secrets are kept: asked once, said always, changed when wanted; the vault's pass-phrase.
class TestWindowSecrets : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void asksNothingBeforeADeviceIsSaved() {
        const FakeAgent agent(m_parts->engine);
        QVERIFY(secretsLine().startsWith(u"Secrets: memory"));
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!keepingBar()->isVisible());
    }

    void asksOnceForTheFirstSavedDevice() {
        addDevice(u"core1"_s);
        QVERIFY(keepingBar()->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
        auto *places = named<QComboBox>(u"Keep secrets in"_s);
        // Where no keyring answers, the vault is offered first.
        QTRY_COMPARE_WITH_TIMEOUT(places->currentData().toInt(), int(Place::Vault), Patience);
        places->setCurrentIndex(places->findData(int(Place::Memory)));
        named<QPushButton>(u"Keep secrets there"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!keepingBar()->isVisible(), Patience);
        QCOMPARE(m_parts->settings.value(u"secrets"_s).toString(), u"memory"_s);
        addDevice(u"core2"_s);
        QVERIFY(!keepingBar()->isVisible());
        startAgain();
        addDevice(u"core3"_s);
        QVERIFY(!keepingBar()->isVisible());
    }

    void aQuestionLeftOpenIsNotAskedAgainInThisRun() {
        addDevice(u"core1"_s);
        named<QToolButton>(u"Decide later"_s)->click();
        QVERIFY(!keepingBar()->isVisible());
        addDevice(u"core2"_s);
        QVERIFY(!keepingBar()->isVisible());
        QVERIFY(!m_parts->settings.value(u"secrets"_s).isString());
        startAgain();
        addDevice(u"core3"_s);
        QVERIFY(keepingBar()->isVisible());
    }

    void aNewVaultWantsItsPassphraseTwice() {
        addDevice(u"core1"_s);
        choosePlace(Place::Vault);
        auto *keep = named<QPushButton>(u"Keep secrets there"_s);
        QVERIFY(!keep->isEnabled());
        named<QLineEdit>(u"Master pass-phrase"_s)->setText(u"open sesame"_s);
        QVERIFY(!keep->isEnabled());
        named<QLineEdit>(u"Master pass-phrase again"_s)->setText(u"open sesamy"_s);
        QVERIFY(!keep->isEnabled());
        named<QLineEdit>(u"Master pass-phrase again"_s)->setText(u"short"_s);
        named<QLineEdit>(u"Master pass-phrase"_s)->setText(u"short"_s);
        QVERIFY(!keep->isEnabled());
    }

    void theLockedVaultAsksOnceASecretIsNeeded() {
        keepInVault();
        startAgain();
        QCOMPARE(secretsLine(), u"Secrets: encrypted vault, locked"_s);
        QVERIFY(!vaultBar()->isVisible()); // nothing is asked before
        const auto agent = agentOfCore1();
        type(u"Device address"_s, u"core1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(vaultBar()->isVisible(), Patience);
        unlock(u"open barley"_s);
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Vault pass-phrase"_s)->isEnabled(), Patience);
        QVERIFY(vaultBar()->isVisible());
        unlock(u"open sesame"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!vaultBar()->isVisible(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience); // read with its community, which nobody typed again
        QVERIFY(model().total() > 0);
        QVERIFY(!named<QLineEdit>(u"Community"_s));
        QCOMPARE(secretsLine(), u"Secrets: encrypted vault"_s);
    }

    void leftLockedItAsksForTheDevicesOwnSecret() {
        keepInVault();
        startAgain();
        type(u"Device address"_s, u"core1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(vaultBar()->isVisible(), Patience);
        named<QToolButton>(u"Leave it locked"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
    }

    void editingADeviceOfALockedVaultDoesNotLoseItsSecret() {
        keepInVault();
        startAgain();
        chooseDevice(u"core1"_s);
        named<QToolButton>(u"Edit device"_s, false)->click();
        QTRY_VERIFY_WITH_TIMEOUT(vaultBar()->isVisible(), Patience);
        named<QToolButton>(u"Leave it locked"_s)->click();
        QTRY_VERIFY(m_window->findChild<QDialog *>());
        auto *dialog = m_window->findChild<QDialog *>();
        QCOMPARE(test::named<QLineEdit>(*dialog, u"Read community"_s)->text(), QString()); // nothing is made up
        test::named<QLineEdit>(*dialog, u"Notes"_s)->setText(u"first floor"_s);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(m_parts->devices.devices().first().notes, u"first floor"_s);
        std::optional<Failure> failure;
        m_parts->secrets.unlock(Secret("open sesame"), this, [&failure](const auto &why) { failure = why; });
        std::optional<Secrets> secrets;
        QTRY_VERIFY(!m_parts->secrets.isLocked());
        m_parts->secrets.read(m_parts->devices.devices().first().id, this,
            [&secrets](const Result<Secrets> &found) { secrets = *found; });
        QTRY_VERIFY(secrets);
        QCOMPARE(secrets->readCommunity, Secret("seen-by-nobody"));
    }

    void aRecordingOpensNoVault() {
        keepInVault();
        startAgain();
        QFile file(m_folder->filePath(u"small.snmprec"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1.3.6.1.2.1.1.5.0|4|recorded\n");
        file.close();
        Device device;
        device.name = u"old"_s;
        device.kind = Device::Kind::Recording;
        device.recording = file.fileName();
        QVERIFY(!m_parts->devices.save(device));
        type(u"Device address"_s, u"old"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!vaultBar()->isVisible());
    }

    void anotherPlaceIsChosenInTheStatusLine() {
        keepInVault();
        named<QToolButton>(secretsLine())->click();
        QVERIFY(keepingBar()->isVisible());
        choosePlace(Place::Memory);
        named<QPushButton>(u"Keep secrets there"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(secretsLine().startsWith(u"Secrets: memory"), Patience);
        QFile vault(m_folder->filePath(u"secrets.vault"_s));
        QVERIFY(vault.open(QIODevice::ReadOnly));
        QVERIFY(!vault.readAll().contains(m_parts->devices.devices().first().id.toByteArray(QUuid::WithoutBraces)));
    }

    void aLockedVaultIsOpenedBeforeItMoves() {
        keepInVault();
        startAgain();
        named<QToolButton>(secretsLine())->click();
        QVERIFY(vaultBar()->isVisible());
        for (QPushButton *button : vaultBar()->findChildren<QPushButton *>()) {
            if (button->text() == u"Keep elsewhere…"_s)
                button->click();
        }
        QVERIFY(keepingBar()->isVisible());
        choosePlace(Place::Memory);
        named<QPushButton>(u"Keep secrets there"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(vaultBar()->isVisible(), Patience);
        unlock(u"open sesame"_s);
        QTRY_VERIFY_WITH_TIMEOUT(secretsLine().startsWith(u"Secrets: memory"), Patience);
        std::optional<Secrets> secrets;
        m_parts->secrets.read(m_parts->devices.devices().first().id, this,
            [&secrets](const Result<Secrets> &found) { secrets = *found; });
        QTRY_VERIFY(secrets);
        QCOMPARE(secrets->readCommunity, Secret("seen-by-nobody"));
    }

    void aRemovedDeviceTakesItsSecretsAlongAndUndoBringsThemBack() {
        keepInVault();
        const Device device = m_parts->devices.devices().first();
        const auto isKept = [this, &device] {
            QFile vault(m_folder->filePath(u"secrets.vault"_s));
            return vault.open(QIODevice::ReadOnly)
                && vault.readAll().contains(device.id.toByteArray(QUuid::WithoutBraces));
        };
        QVERIFY(isKept());
        chooseDevice(u"core1"_s);
        named<QToolButton>(u"Remove device"_s, false)->click();
        QTRY_VERIFY(!isKept());
        QVERIFY(m_parts->devices.devices().isEmpty());
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->text() == u"Undo"_s)
                button->click();
        }
        QTRY_VERIFY(isKept());
        QCOMPARE(m_parts->devices.devices().size(), 1);
    }

    void noSecretStandsInAFileOrInTheLog() {
        m_parts->log.setLeast(LogLevel::Debug);
        keepInVault();
        auto agent = agentOfCore1();
        type(u"Device address"_s, u"core1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(model().total() > 0);
        QVERIFY(!named<QLineEdit>(u"Equivalent command"_s)->text().contains(u"seen-by-nobody"));
        for (const LogRecord &record : m_parts->log.records())
            QVERIFY2(!record.text.contains(u"seen-by-nobody") && !record.text.contains(u"open sesame"),
                qPrintable(record.text));
        agent.reset();
        quit();
        int files = 0;
        for (QDirIterator each(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             each.hasNext(); ++files) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(!text.contains("seen-by-nobody") && !text.contains("open sesame"), qPrintable(file.fileName()));
        }
        QVERIFY(files >= 3); // devices, settings, vault
    }

private:
    void startAgain() {
        quit();
        openWindow();
        QVERIFY(!m_parts->devices.load());
    }
    /// It answers to core1's community alone.
    std::unique_ptr<Responder> agentOfCore1() {
        auto agent = std::make_unique<Responder>(
            m_parts->engine, makeDemoDevice(), Responder::Access{Secret("seen-by-nobody"), {}, {}});
        if (agent->listen(QHostAddress(QHostAddress::LocalHost), 0))
            return {};
        Device device = m_parts->devices.devices().first();
        device.endpoint = {Endpoint::Transport::Udp, true, agent->address().toString(), agent->port()};
        return m_parts->devices.save(device) ? nullptr : std::move(agent);
    }
    KeepingBar *keepingBar() { return m_window->findChild<KeepingBar *>(); }
    VaultBar *vaultBar() { return m_window->findChild<VaultBar *>(); }
    QString secretsLine() {
        for (const QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->accessibleName().startsWith(u"Secrets: "))
                return button->accessibleName();
        }
        return {};
    }
    void addDevice(const QString &name) {
        named<QToolButton>(u"Add device"_s, false)->click();
        auto *dialog = m_window->findChild<QDialog *>();
        QVERIFY(dialog);
        test::named<QLineEdit>(*dialog, u"Name"_s)->setText(name);
        test::named<QLineEdit>(*dialog, u"Address"_s)->setText(u"192.0.2.1"_s);
        test::named<QLineEdit>(*dialog, u"Read community"_s)->setText(u"seen-by-nobody"_s);
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(!m_window->findChild<QDialog *>());
    }
    void chooseDevice(const QString &name) {
        auto *tree = named<QAbstractItemView>(u"Devices"_s, false);
        for (int row = 0; row < tree->model()->rowCount(); ++row) {
            if (tree->model()->index(row, 0).data().toString().contains(name))
                tree->setCurrentIndex(tree->model()->index(row, 0));
        }
    }
    void choosePlace(Place place) {
        auto *places = named<QComboBox>(u"Keep secrets in"_s);
        places->setCurrentIndex(places->findData(int(place)));
        emit places->activated(places->currentIndex());
    }
    void unlock(const QString &passphrase) {
        named<QLineEdit>(u"Vault pass-phrase"_s)->setText(passphrase);
        named<QPushButton>(u"Unlock the vault"_s)->click();
    }
    void keepInVault() {
        addDevice(u"core1"_s);
        choosePlace(Place::Vault);
        named<QLineEdit>(u"Master pass-phrase"_s)->setText(u"open sesame"_s);
        named<QLineEdit>(u"Master pass-phrase again"_s)->setText(u"open sesame"_s);
        named<QPushButton>(u"Keep secrets there"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!keepingBar()->isVisible(), Patience);
        QCOMPARE(secretsLine(), u"Secrets: encrypted vault"_s);
    }
};

QTEST_MAIN(TestWindowSecrets)
#include "tst_windowsecrets.moc"
