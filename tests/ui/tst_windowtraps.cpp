// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeagent.h"
#include "tests/support/freeport.h"
#include "tests/ui/keptjournal.h"
#include "ui/device/devicedialog.h"
#include "ui/trap/rulemodel.h"
#include "ui/trap/senddialog.h"
#include "ui/trap/trapmodel.h"
#include "windowtest.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTextBrowser>
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// Where a row of the trap list leads in the window: the menu of the row, on a journal that was kept.
class TestWindowTraps : public WindowTest {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"data"_s));
        Journal journal(m_folder->filePath(u"data/traps.sqlite"_s));
        QSignalSpy opened(&journal, &Journal::opened);
        QSignalSpy committed(&journal, &Journal::committed);
        journal.open();
        QVERIFY(opened.wait());
        TrapRecord unread = madeRecord(1, u"192.0.2.9"_s);
        unread.notification.failure = Failure(Failure::Kind::UnknownUser, {u"eve"_s});
        unread.notification.oid = {};
        QList<TrapRecord> records{unread, madeRecord(2)};
        for (TrapRecord &record : records)
            record.id = journal.number();
        journal.append(records);
        QVERIFY(committed.wait());
    }
    void cleanup() { closeWindow(); }

    void showsWhatATrapIsInTheTree() {
        openTraps();
        choose(0);
        act(u"Show in &MIB Tree"_s);
        QTRY_VERIFY(named<QTextBrowser>(u"Object details"_s)->toPlainText().contains(u"linkDown"_s));
        const auto *tree = named<QAbstractItemView>(u"MIB tree"_s);
        QTRY_VERIFY(tree && tree->currentIndex().data().toString().startsWith(u"linkDown"_s));
    }

    void goesToTheDeviceThatSentIt() {
        openTraps();
        choose(0);
        QVERIFY(!action(u"Go to &Device"_s)->isEnabled()); // no one knows it
        Device device;
        device.name = u"core1"_s;
        device.endpoint.host = u"192.0.2.1"_s;
        QVERIFY(!m_parts->devices.save(device));
        choose(1);
        choose(0);
        QVERIFY(action(u"Go to &Device"_s)->isEnabled());
        act(u"Go to &Device"_s);
        QTRY_COMPARE(named<QLineEdit>(u"Device address"_s)->text(), u"core1"_s);
    }

    void offersToAddAUserWhoIsUnknown() {
        openTraps();
        choose(0);
        QVERIFY(!action(u"Add This &User ..."_s)->isEnabled());
        choose(1);
        QVERIFY(!action(u"Show in &MIB Tree"_s)->isEnabled()); // no one knows what it is
        act(u"Add This &User ..."_s);
        QTRY_VERIFY(m_window->findChild<DeviceDialog *>());
        const Device offered = m_window->findChild<DeviceDialog *>()->device();
        QCOMPARE(offered.user, u"eve"_s);
        QCOMPARE(offered.endpoint.host, u"192.0.2.9"_s);
        QCOMPARE(offered.version, Version::V3);
    }

    void showsThePacketOrSaysThatItIsGone() {
        openTraps();
        choose(0);
        act(u"Show &Packet"_s);
        const auto says = [this](const QString &part) {
            const auto labels = m_window->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
        };
        QTRY_VERIFY(says(u"no longer among the packets"_s));

        const quint16 port = listen();
        QUdpSocket().writeDatagram(madeTrap(3), QHostAddress(QHostAddress::LocalHost), port);
        QTRY_COMPARE(traps()->model()->rowCount(), 3);
        choose(0);
        act(u"Show &Packet"_s);
        QTRY_VERIFY(named<QTableView>(u"Packets"_s));
        QTRY_VERIFY(named<QTableView>(u"Packets"_s)->currentIndex().isValid());
    }

    void callsInterfacesAsTheOpenDeviceDoesAndAsksItNothing() {
        openTraps();
        FakeAgent agent(m_parts->engine);
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 2, 2}] = Value::octets("GigabitEthernet1/0/2");
        agent.objects[Oid{1, 3, 6, 1, 2, 1, 31, 1, 1, 1, 1, 2}] = Value::octets("Gi1/0/2");
        const quint16 port = listen();
        const auto sendOne
            = [port] { QUdpSocket().writeDatagram(madeTrap(1), QHostAddress(QHostAddress::LocalHost), port); };
        sendOne();
        QTRY_COMPARE_WITH_TIMEOUT(content(0), u"ifDescr[2] = event 1"_s, Patience);
        QCOMPARE(agent.questions, 0);

        type(u"Device address"_s, agent.endpoint().toString());
        QTRY_VERIFY_WITH_TIMEOUT(named<QLineEdit>(u"Community"_s), Patience);
        QTest::keyClick(named<QLineEdit>(u"Community"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        type(u"Address"_s, u"IF-MIB::ifDescr"_s, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(
            content(0), u"ifDescr[Gi1/0/2] = event 1"_s, Patience); // it came before its device was open
        QTRY_VERIFY_WITH_TIMEOUT(ended(), Patience);
        QTest::qWait(100);
        const int questions = agent.questions;
        sendOne();
        QTRY_COMPARE_WITH_TIMEOUT(traps()->model()->rowCount(), 4, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(content(0), u"ifDescr[Gi1/0/2] = event 1"_s, Patience);
        choose(0);
        const auto *bindings = named<QTableView>(u"Trap bindings"_s)->model();
        QTRY_COMPARE_WITH_TIMEOUT(bindings->index(2, 0).data().toString(), u"ifDescr[Gi1/0/2]"_s, Patience);
        QCOMPARE(agent.questions, questions);
    }

    void narrowsToOneKindOrOneSource() {
        openTraps();
        choose(0);
        act(u"Only This &Notification"_s);
        QCOMPARE(named<QLineEdit>(u"Filter traps"_s)->text(), u"name:linkDown"_s);
        QTRY_COMPARE(traps()->model()->rowCount(), 1);
        choose(0);
        act(u"Only This &Source"_s);
        QCOMPARE(named<QLineEdit>(u"Filter traps"_s)->text(), u"name:linkDown source:192.0.2.1"_s);
    }

    void makesARuleAndSendsAgain() {
        openTraps();
        choose(0);
        act(u"New &Rule from This ..."_s);
        QTRY_VERIFY(m_window->findChild<RuleModel *>());
        QCOMPARE(m_window->findChild<RuleModel *>()->rules().last().notification, u"IF-MIB::linkDown"_s);
        act(u"Send &Again ..."_s);
        QTRY_VERIFY(m_window->findChild<SendDialog *>());
        QTRY_COMPARE(named<QLineEdit>(u"Notification"_s)->text(), u"IF-MIB::linkDown"_s);
    }

private:
    void openTraps() {
        openWindow();
        auto *dock = m_window->findChild<QDockWidget *>(u"traps"_s);
        dock->show();
        dock->raise();
        QTRY_VERIFY(traps());
        QTRY_COMPARE(traps()->model()->rowCount(), 2);
    }
    /// The port that it listens on.
    quint16 listen() {
        const quint16 port = freePort();
        named<QLineEdit>(u"Listen address"_s)->setText(u"127.0.0.1"_s);
        named<QSpinBox>(u"Listen port"_s)->setValue(port);
        named<QPushButton>(u"Start listening"_s)->click();
        return port;
    }
    QString content(int row) { return traps()->model()->index(row, TrapModel::Content).data().toString(); }
    QTableView *traps() { return named<QTableView>(u"Traps"_s); }
    /// A row, once it has been read.
    void choose(int row) {
        const QModelIndex index = traps()->model()->index(row, TrapModel::Source);
        QTRY_VERIFY(index.data().toString().startsWith(u"192.0.2."_s)
            || index.data().toString().contains(u"127.0.0.1"_s) || index.data().toString().startsWith(u"core1"_s));
        traps()->setCurrentIndex(index);
    }
    QAction *action(const QString &text) {
        for (QAction *action : traps()->actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }
    void act(const QString &text) {
        QVERIFY(action(text) && action(text)->isEnabled());
        action(text)->trigger();
    }
};

QTEST_MAIN(TestWindowTraps)
#include "tst_windowtraps.moc"
