// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/snmpd.h"
#include "tests/ui/windowtest.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// "Why?" on an ending, the sheet, and what it proposes.
class TestWindowDiagnosis final : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void saysWhatItWillSendAndWaits() {
        FakeAgent agent(m_parts->engine, FakeAgent::Silent);
        Device device = saved(agent.endpoint(), {Secret("public"), {}, {}, {}});
        device.bounds = {std::chrono::milliseconds(50), 0};
        QVERIFY(!m_parts->devices.save(device));
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"sysDescr.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(named<QToolButton>(u"Why?"_s), Patience);
        const int asked = agent.questions;
        named<QToolButton>(u"Why?"_s)->click();
        auto *warning = named<QLabel>(u"What the diagnosis sends"_s);
        QVERIFY(warning);
        QVERIFY2(warning->text().startsWith(u"Sends at most "_s), qPrintable(warning->text()));
        QVERIFY(!named<QListWidget>(u"Diagnosis steps"_s));
        QTest::qWait(100);
        QCOMPARE(agent.questions, asked); // nothing goes out before a person says so

        agent.setHabit(FakeAgent::Honest);
        named<QPushButton>(u"Start diagnosis"_s)->click();
        auto *sentence = named<QLabel>(u"Diagnosis"_s);
        QVERIFY(sentence);
        QTRY_VERIFY_WITH_TIMEOUT(sentence->text().startsWith(u"The device answers"_s), Patience);
        QVERIFY(named<QListWidget>(u"Diagnosis steps"_s)->count() >= 2);
        named<QToolButton>(u"Close the diagnosis"_s)->click();
        QVERIFY(!named<QPushButton>(u"Start diagnosis"_s));
    }

    void escapeStopsIt() {
        FakeAgent agent(m_parts->engine, FakeAgent::Silent);
        QVERIFY(!m_parts->devices.save(saved(agent.endpoint(), {Secret("public"), {}, {}, {}})));
        type(u"Device address"_s, u"lab"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(u"Start diagnosis"_s), Patience);
        named<QPushButton>(u"Start diagnosis"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(agent.questions > 0, Patience);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCOMPARE(named<QLabel>(u"Diagnosis"_s)->text(), u"Stopped."_s);
        QVERIFY(named<QPushButton>(u"Start diagnosis"_s)->isEnabled());
    }

    void aProtocolIsChangedByOneButton() {
        QString why;
        const auto agent = Snmpd::start(&why);
        if (!agent)
            QSKIP(qPrintable(why));
        const Credential::User user = Snmpd::sha256aes().user();
        Device device = saved(agent->endpoint(), {{}, {}, user.authPassphrase, user.privPassphrase});
        device.version = Version::V3;
        device.user = QString::fromUtf8(user.name);
        device.auth = AuthProtocol::Md5;
        QVERIFY(!m_parts->devices.save(device));
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(u"Start diagnosis"_s), Patience);
        named<QPushButton>(u"Start diagnosis"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(u"Apply: Use SHA-256"_s), Patience);
        named<QPushButton>(u"Apply: Use SHA-256"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->devices.find(device.id)->auth, AuthProtocol::Sha256, Patience);
        QVERIFY(!named<QPushButton>(u"Start diagnosis"_s));
        type(u"Address"_s, u"sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && !tabs().current()->endedBadly(), Patience);
        QVERIFY(!named<QToolButton>(u"Why?"_s));
    }

private:
    Device saved(const Endpoint &endpoint, const Secrets &secrets) {
        Device device;
        device.name = u"lab"_s;
        device.endpoint = endpoint;
        m_parts->secrets.write(device.id, secrets, this, {});
        return device;
    }
};

QTEST_MAIN(TestWindowDiagnosis)
#include "tst_windowdiagnosis.moc"
