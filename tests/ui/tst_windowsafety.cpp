// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "ui/device/devicebox.h"
#include "ui/shared/namebutton.h"
#include "ui/shared/palette.h"
#include "windowtest.h"

#include <QNetworkDatagram>
#include <QPushButton>
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What stands between a person and a device that should not be written to.
class TestWindowSafety : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        openWindow();
        m_agent = std::make_unique<FakeAgent>(m_parts->engine);
        m_agent->objects[Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}] = Value::octets("core1");
        m_lab = Device();
        m_lab.name = u"lab"_s;
        m_lab.endpoint = m_agent->endpoint();
        save();
        m_parts->secrets.write(m_lab.id, {Secret("public"), Secret("private"), {}, {}}, this, {});
    }
    void cleanup() {
        m_agent.reset();
        closeWindow();
    }

    void thePadlockClosesAfterItsIdleTime() {
        open();
        OpenDevice &device = tabs().current()->device();
        QCOMPARE(device.idleTime(), 10min);
        device.setIdleTime(300ms);
        padlock()->click();
        QVERIFY(padlock()->isChecked());
        QVERIFY(named<QToolButton>(u"Set"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!padlock()->isChecked(), Patience);
        QVERIFY(!named<QToolButton>(u"Set"_s)->isEnabled());
        QVERIFY(!device.isWritable());
    }

    void whatIsDoneMeanwhileKeepsItOpen() {
        open();
        OpenDevice &device = tabs().current()->device();
        device.setIdleTime(900ms);
        const std::function<void()> deeds[] = {[this] { QTest::keyClick(m_window.get(), Qt::Key_F5); },
            [&device] {
                device.changes().put({Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("x")});
            },
            [&device] { device.changes().clear(); }};
        padlock()->click();
        QElapsedTimer clock;
        clock.start();
        for (const auto &deed : deeds) {
            QTest::qWait(500);
            if (clock.restart() > 850)
                QSKIP("the machine is too busy to tell");
            QVERIFY(padlock()->isChecked());
            deed();
        }
        QVERIFY(device.isWritable());
    }

    void aProductionDeviceStandsInARedFrameAndAsksForItsName() {
        m_lab.production = true;
        save();
        type(u"Device address"_s, u"demo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QVERIFY(!hasRedFrame());
        open();
        QVERIFY(hasRedFrame());
        padlock()->click();
        QVERIFY(!tabs().current()->device().isWritable());
        QVERIFY(!padlock()->isChecked());
        auto *name = named<QLineEdit>(u"Device name"_s);
        QVERIFY(name && name->hasFocus());
        QTest::keyClicks(name, u"demo"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!tabs().current()->device().isWritable());
        QVERIFY(name->isVisible());
        name->clear();
        QTest::keyClicks(name, u"lab"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!name->isVisible());
        QVERIFY(tabs().current()->device().isWritable());
        QVERIFY(padlock()->isChecked());
        tabs().setCurrentIndex(0);
        QVERIFY(!hasRedFrame());
    }

    void whatBecomesAnotherDeviceOrProductionIsReadOnlyAgain() {
        open();
        OpenDevice &device = tabs().current()->device();
        padlock()->click();
        m_lab.notes = u"first floor"_s;
        save();
        QVERIFY(device.isWritable()); // still the same
        m_lab.production = true;
        save();
        QVERIFY(!device.isWritable());
        QVERIFY(!padlock()->isChecked());
        m_lab.production = false;
        save();
        padlock()->click();
        QVERIFY(device.isWritable());
        m_lab.endpoint.port = quint16(m_lab.endpoint.port + 1);
        save();
        QVERIFY(!device.isWritable());
    }

    void aStoredCommunityIsNotSentToADeviceOfVersion3() {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress::LocalHost, 0));
        QByteArray sent;
        connect(&silent, &QUdpSocket::readyRead, this, [&] {
            while (silent.hasPendingDatagrams())
                sent += silent.receiveDatagram().data();
        });
        m_lab.version = Version::V3;
        m_lab.user = u"ada"_s;
        m_lab.endpoint.port = silent.localPort();
        m_lab.bounds = {50ms, 0};
        save();
        m_parts->secrets.write(m_lab.id,
            {Secret("seen-by-nobody"), Secret("seen-by-nobody"), Secret("authentic-pass"), Secret("private-pass")},
            this, {});
        open();
        QVERIFY(sent.contains("\x02\x01\x03")); // version 3
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(named<QPushButton>(u"Start diagnosis"_s), Patience);
        const qsizetype before = sent.size();
        named<QPushButton>(u"Start diagnosis"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(sent.size() > before, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            named<QPushButton>(u"Start diagnosis"_s) && named<QPushButton>(u"Start diagnosis"_s)->isEnabled(),
            Patience);
        QVERIFY(!sent.contains("seen-by-nobody"));
    }

    void silenceOfACommunityIsNotExplainedAway() {
        m_agent->setHabit(FakeAgent::Silent);
        m_lab.bounds = {50ms, 0};
        save();
        open();
        const QString said = cell(results()->model()->rowCount() - 1, 0);
        QVERIFY2(said.contains(u"wrong community, access list, firewall or SNMP off; from here these look the same"),
            qPrintable(said));
    }

    void aLongNameGivesWayInItsMiddle() {
        m_lab.name = u"zurich-hardbruecke-building-7-rack-12-distribution-switch-east-b"_s;
        save();
        m_window->resize(900, 700);
        open();
        const auto *verb = named<QToolButton>(u"Set"_s);
        QVERIFY2(
            verb->text().startsWith(u"Set on zurich") && verb->text().endsWith(u"east-b"), qPrintable(verb->text()));
        QCOMPARE(verb->accessibleDescription(), u"Set on "_s + m_lab.name);
        padlock()->click();
        QVERIFY(named<QToolButton>(u"Set"_s)->toolTip().contains(m_lab.name));
        tabs().current()->device().changes().put({Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("x")});
        auto *sheet = named<QPushButton>(u"Set 1 value on "_s + m_lab.name);
        QVERIFY(sheet);
        QVERIFY(sheet->toolTip().contains(m_lab.name));
        sheet->setFixedWidth(260);
        QTest::qWait(20);
        const QString shown = static_cast<NameButton *>(sheet)->shownText();
        QVERIFY2(
            shown.startsWith(u"Set 1 value on zu") && shown.endsWith(u"-b") && shown.contains(u'…'), qPrintable(shown));
        QVERIFY(sheet->fontMetrics().horizontalAdvance(shown) <= 260);
    }

private:
    void save() { QVERIFY(!m_parts->devices.save(m_lab)); }
    void open() {
        type(u"Device address"_s, m_lab.name);
        QTRY_VERIFY_WITH_TIMEOUT(ended() && tabs().current()->device().device().id == m_lab.id, Patience);
    }
    QToolButton *padlock() { return named<QToolButton>(u"Allow writes"_s); }
    bool hasRedFrame() {
        auto *box = m_window->findChild<DeviceBox *>();
        const QImage image = box->grab().toImage();
        const QColor red = tint(box->palette(), Tint::Bad);
        int found = 0;
        for (int x = 0; x < image.width(); ++x)
            found += int(image.pixelColor(x, 1) == red);
        return found > image.width() / 2;
    }

    Device m_lab;
    std::unique_ptr<FakeAgent> m_agent;
};

QTEST_MAIN(TestWindowSafety)
#include "tst_windowsafety.moc"
