// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/freeport.h"
#include "tests/support/tool.h"
#include "ui/device/vaultbar.h"
#include "ui/trap/trapmodel.h"
#include "windowtest.h"

#include <QDockWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whose notifications are read, where their pass-phrases lie in a vault.
class TestWindowTrapUsers : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        touchNoKeyring();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void aVaultThatIsUnlockedLaterTellsItsUsersToo() {
        if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
            QSKIP("snmptrap is not installed");
        keepUserInVault();
        quit();
        openWindow();
        QVERIFY(!m_parts->devices.load());
        QVERIFY(m_parts->secrets.isLocked());
        const quint16 port = freePort();
        auto *dock = m_window->findChild<QDockWidget *>(u"traps"_s);
        dock->show();
        dock->raise();
        QTRY_VERIFY(named<QLineEdit>(u"Listen address"_s));
        named<QLineEdit>(u"Listen address"_s)->setText(u"127.0.0.1"_s);
        named<QSpinBox>(u"Listen port"_s)->setValue(port);
        named<QPushButton>(u"Start listening"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<VaultBar *>()->isVisible(), Patience);
        named<QToolButton>(u"Leave it locked"_s)->click();
        const auto *model = m_window->findChild<TrapModel *>();
        const auto name = [&] { return model->index(0, TrapModel::Name).data().toString(); };
        QVERIFY(send(port));
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 1, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(name(), u"not readable"_s, Patience);
        std::optional<Failure> failure;
        m_parts->secrets.unlock(Secret("open sesame"), this, [&failure](const auto &why) { failure = why; });
        QTRY_VERIFY_WITH_TIMEOUT(!m_parts->secrets.isLocked(), Patience);
        QTest::qWait(100); // its keys are made on the pool
        QVERIFY(send(port));
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(name(), u"coldStart"_s, Patience);
    }

private:
    void keepUserInVault() {
        bool chosen = false;
        m_parts->secrets.choose(ChosenSecretStore::Place::Vault, Secret("open sesame"), this,
            [&chosen](const std::optional<Failure> &failure) { chosen = !failure; });
        QTRY_VERIFY_WITH_TIMEOUT(chosen, Patience);
        Device device;
        device.name = u"core1"_s;
        device.endpoint.host = u"192.0.2.1"_s;
        device.version = Version::V3;
        device.user = u"watcher"_s;
        QVERIFY(!m_parts->devices.save(device));
        bool kept = false;
        m_parts->secrets.write(device.id,
            {.authPassphrase = Secret("authentic phrase"), .privPassphrase = Secret("private phrase")}, this,
            [&kept](const std::optional<Failure> &failure) { kept = !failure; });
        QTRY_VERIFY_WITH_TIMEOUT(kept, Patience);
    }
    static bool send(quint16 port) {
        return runTool(u"snmptrap"_s,
                   {u"-m"_s, QString(), u"-v3"_s, u"-e"_s, u"0x80001f8880aabbccee"_s, u"-u"_s, u"watcher"_s, u"-l"_s,
                       u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s, u"authentic phrase"_s, u"-x"_s, u"AES"_s, u"-X"_s,
                       u"private phrase"_s, u"127.0.0.1:%1"_s.arg(port), u"1"_s, u"1.3.6.1.6.3.1.1.5.1"_s},
                   30s)
                   .status
            == 0;
    }
};

QTEST_MAIN(TestWindowTrapUsers)
#include "tst_windowtrapusers.moc"
