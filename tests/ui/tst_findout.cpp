// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/fakeagent.h"
#include "tests/support/snmpd.h"
#include "tests/ui/named.h"
#include "ui/device/devicedialog.h"
#include "ui/device/opendevices.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// "Find Out" in the device dialog, against a real snmpd.
class TestFindOut final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    void fillsTheBoxesWithWhatTheDeviceAccepts() {
        const Credential::User user = Snmpd::md5des().user();
        DeviceDialog dialog(m_devices, device(user.name), {{}, {}, user.authPassphrase, user.privPassphrase}, {});
        dialog.show();
        QCOMPARE(dialog.device().auth, AuthProtocol::Sha256);
        named<QPushButton>(dialog, u"Find out protocols"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.device().auth, AuthProtocol::Md5, 20'000);
        QCOMPARE(dialog.device().priv, PrivProtocol::Des);
        QCOMPARE(dialog.device().level, SecurityLevel::AuthPriv);
        QCOMPARE(named<QLabel>(dialog, u"What was found out"_s)->text(), u"MD5 and DES work."_s);
    }

    void saysWhatIsMissingAndSendsNothing() {
        DeviceDialog dialog(m_devices, device("ada"), {}, {});
        dialog.show();
        named<QPushButton>(dialog, u"Find out protocols"_s)->click();
        QVERIFY(named<QLabel>(dialog, u"What was found out"_s)->text().contains(u"pass-phrase"_s));
    }

    void stopsWhenItIsPressedAgain() {
        FakeAgent silent(m_engine, FakeAgent::Silent);
        Device asked = device("ada");
        asked.endpoint = silent.endpoint();
        DeviceDialog dialog(m_devices, asked, {{}, {}, Secret("one pass-phrase"), {}}, {});
        dialog.show();
        auto *button = named<QPushButton>(dialog, u"Find out protocols"_s);
        auto *text = named<QLabel>(dialog, u"What was found out"_s);
        button->click();
        QVERIFY(text->text().startsWith(u"Sends at most "_s));
        button->click();
        QCOMPARE(text->text(), u"Stopped."_s);
    }

private:
    [[nodiscard]] Device device(const QByteArray &user) const {
        Device device;
        device.name = u"lab"_s;
        device.version = Version::V3;
        device.user = QString::fromUtf8(user);
        device.endpoint = m_agent->endpoint();
        return device;
    }

    Engine m_engine;
    QTemporaryDir m_folder;
    DeviceStore m_saved{m_folder.path()};
    MemorySecretStore m_secrets;
    Log m_log;
    OpenDevices m_devices{m_engine, m_saved, m_secrets, m_log};
    std::unique_ptr<Snmpd> m_agent;
};

QTEST_MAIN(TestFindOut)
#include "tst_findout.moc"
