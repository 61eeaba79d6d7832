// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/ui/windowtest.h"

#include <QClipboard>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The equivalent command below the window, and its two copies.
class TestWindowCommand final : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void isCopiedWithoutSecretsUnlessAskedFor() {
        FakeAgent agent(m_parts->engine);
        Device device;
        device.name = u"lab"_s;
        device.endpoint = agent.endpoint();
        QVERIFY(!m_parts->devices.save(device));
        m_parts->secrets.write(device.id, {Secret("public"), {}, {}, {}}, this, {});
        type(u"Device address"_s, u"lab"_s);
        type(u"Address"_s, u"sysDescr.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        const QString rest = agent.endpoint().toString();
        auto *shown = named<QLineEdit>(u"Equivalent command"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown->text().startsWith(u"snmpget -v 2c -c \"$COMMUNITY\" "_s), Patience);
        QVERIFY(shown->text().contains(rest));

        QGuiApplication::clipboard()->clear();
        named<QToolButton>(u"Copy command"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), shown->text());

        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            QGuiApplication::clipboard()->text().startsWith(u"snmpget -v 2c -c public "_s), Patience);
        QVERIFY(!shown->text().contains(u"-c public"_s));

        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), shown->text());
    }

    void isNothingBeforeAnythingWasAsked() {
        QVERIFY(!named<QToolButton>(u"Copy command"_s, true));
        QGuiApplication::clipboard()->setText(u"kept"_s);
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"kept"_s);
    }
};

QTEST_MAIN(TestWindowCommand)
#include "tst_windowcommand.moc"
