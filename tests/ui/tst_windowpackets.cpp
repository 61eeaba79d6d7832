// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"
#include "ui/packet/packetmodel.h"
#include "windowtest.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What the window sends and hears, in its packets panel.
class TestWindowPackets : public WindowTest {
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aGetIsAQuestionAndItsAnswer() {
        openPanel();
        askDemo(u"SNMPv2-MIB::sysName.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(packets()->model()->rowCount(), 2, Patience);
        QCOMPARE(text(0, PacketModel::Pdu), u"get"_s);
        QCOMPARE(text(1, PacketModel::Pdu), u"response"_s);
        QCOMPARE(text(0, PacketModel::Direction), u"→ out"_s);
        QCOMPARE(text(1, PacketModel::Direction), u"← in"_s);
        QVERIFY(!text(0, PacketModel::Id).isEmpty());
        QCOMPARE(text(0, PacketModel::Id), text(1, PacketModel::Id));
        QVERIFY(text(0, PacketModel::RoundTrip).isEmpty());
        QVERIFY2(text(1, PacketModel::RoundTrip).endsWith(u" ms"), qPrintable(text(1, PacketModel::RoundTrip)));
        QCOMPARE(text(0, PacketModel::Content), u"sysName.0"_s);
        QVERIFY2(text(1, PacketModel::Content).startsWith(u"sysName.0 = "), qPrintable(text(1, PacketModel::Content)));
        QVERIFY(toggle());
        QCOMPARE(toggle()->text(), u"Pac&kets 2"_s);
    }

    void whatWentByBeforeThePanelWasOpenedIsThere() {
        askDemo(u"IF-MIB::ifTable"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        openPanel();
        QTRY_VERIFY_WITH_TIMEOUT(packets()->model()->rowCount() >= 4, Patience);
        QCOMPARE(packets()->model()->rowCount() % 2, 0);
    }

    void aTryThatWasLostIsListedToo() {
        FakeAgent agent(m_parts->engine, FakeAgent::LosesAnswers, 1);
        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        openPanel();
        QTRY_VERIFY_WITH_TIMEOUT(packets()->model()->rowCount() >= 3, Patience);
        QVERIFY2(text(1, PacketModel::Content).startsWith(u"try 2: "), qPrintable(text(1, PacketModel::Content)));
        QCOMPARE(text(2, PacketModel::Pdu), u"response"_s);
    }

    void anEncryptedMessageIsShownInClearWhileItsDeviceIsOpen() {
        QString why;
        const auto agent = Snmpd::start(&why);
        if (!agent)
            QSKIP(qPrintable(why));
        const Credential::User user = Snmpd::sha256aes().user();
        Device device;
        device.name = u"core1"_s;
        device.endpoint = agent->endpoint();
        device.version = Version::V3;
        device.user = QString::fromUtf8(user.name);
        device.level = user.level;
        device.auth = user.auth;
        device.priv = user.priv;
        QVERIFY(!m_parts->devices.save(device));
        Secrets secrets;
        secrets.authPassphrase = user.authPassphrase;
        secrets.privPassphrase = user.privPassphrase;
        m_parts->secrets.write(device.id, secrets, this, {});
        type(u"Device address"_s, u"core1"_s);
        type(u"Address"_s, u"SNMPv2-MIB::sysDescr.0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        openPanel();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"sysDescr.0 = Linux"_s) > 0, Patience);
        const int row = rowOf(u"sysDescr.0 = Linux"_s);
        QCOMPARE(text(row, PacketModel::Version), u"v3"_s);
        QCOMPARE(text(row, PacketModel::Pdu), u"response"_s);
        QVERIFY(!text(row, PacketModel::RoundTrip).isEmpty());
        packets()->setCurrentIndex(packets()->model()->index(row, 0));
        QVERIFY(below(u"sysDescr.0 = Linux"_s));
        QVERIFY(below(u"octets, decrypted"_s));

        // Its description changes: it closes, and with it go the keys.
        device.bounds.retries = 1;
        QVERIFY(!m_parts->devices.save(device));
        QCOMPARE(text(row, PacketModel::Content), u"the keys are not here"_s);
        QCOMPARE(named<QLabel>(u"Packet note"_s)->text(),
            u"Encrypted: the keys are not here, or went with the device that was open."_s);
        QVERIFY(!below(u"sysDescr.0"_s));
    }

    void aTrapIsListedWithItsSender() {
        auto *start = named<QPushButton>(u"Start listening"_s, false);
        named<QLineEdit>(u"Listen address"_s, false)->setText(u"127.0.0.1"_s);
        QUdpSocket sender;
        QVERIFY(sender.bind(QHostAddress::LocalHost));
        quint16 port = 0;
        {
            QUdpSocket free;
            QVERIFY(free.bind(QHostAddress::LocalHost));
            port = free.localPort();
        }
        named<QSpinBox>(u"Listen port"_s, false)->setValue(port);
        start->click();
        // An inform, so that there is an answer too.
        const QByteArray inform
            = QByteArray::fromHex("304102010104067075626c6963a634020200de0201000201003028300d06082b0601020101030043"
                                  "01073017060a2b06010603010104010006092b0601060301010501");
        sender.writeDatagram(inform, QHostAddress::LocalHost, port);
        openPanel();
        QTRY_COMPARE_WITH_TIMEOUT(packets()->model()->rowCount(), 2, Patience);
        QCOMPARE(text(0, PacketModel::Device), u"127.0.0.1"_s);
        QCOMPARE(text(0, PacketModel::Pdu), u"inform"_s);
        QCOMPARE(text(1, PacketModel::Pdu), u"response"_s);
        QVERIFY(!text(1, PacketModel::RoundTrip).isEmpty());
    }

    void aWalkOfAllWithTheListInViewHoldsUpNothing() {
        openPanel();
        named<QLineEdit>(u"Filter packets"_s)->setText(u"-report"_s);
        const Ticker ticker;
        askDemo(u"1.3.6.1"_s, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(packets()->model()->rowCount() > 50, Patience);
        QVERIFY2(ticker.longestBusy() < 100 * Slowdown, QByteArray::number(ticker.longestBusy()));
    }

    void ctrlShiftFGoesToItsFilter() {
        openPanel();
        packets()->setFocus();
        QTest::keyClick(packets(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(u"Filter packets"_s));
    }

private:
    [[nodiscard]] QAction *toggle() const {
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().startsWith(u"Pac&kets"))
                return action;
        }
        return nullptr;
    }
    void openPanel() {
        if (!packets())
            toggle()->trigger();
        QVERIFY(packets());
    }
    [[nodiscard]] QTableView *packets() const { return named<QTableView>(u"Packets"_s); }
    [[nodiscard]] QString text(int row, int column) const {
        return packets()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rowOf(const QString &content) const {
        for (int row = 0; row < packets()->model()->rowCount(); ++row) {
            if (text(row, PacketModel::Content).startsWith(content))
                return row;
        }
        return -1;
    }
    /// Some element of the current packet reads so.
    [[nodiscard]] bool below(const QString &part) const {
        const QAbstractItemModel *model = named<QTreeView>(u"Packet tree"_s)->model();
        return !model->match(model->index(0, 1), Qt::DisplayRole, part, 1, Qt::MatchContains | Qt::MatchRecursive)
                    .isEmpty();
    }
};

QTEST_MAIN(TestWindowPackets)
#include "tst_windowpackets.moc"
