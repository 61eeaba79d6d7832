// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "testlibrary.h"
#include "tests/support/freeport.h"
#include "tests/support/tool.h"
#include "tests/ui/keptjournal.h"
#include "tests/ui/named.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trappanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
bool send(const QStringList &arguments) {
    return runTool(u"snmptrap"_s, QStringList{u"-m"_s, QString()} + arguments, 30s).status == 0;
}

/// Once no other program writes it.
bool opens(Journal &journal) {
    return QTest::qWaitFor([&] {
        if (journal.state().kind != JournalState::Kind::Opening && !journal.isWritten())
            journal.open();
        return journal.isWritten();
    });
}

} // namespace

class TestTrapPanel : public QObject {
    Q_OBJECT

private slots:
    void showsYesterdaysTraps();
    void saysWhoseJournalItShows();
    void receivesRealTraps();
    void readsWhatSavedUsersSend();
    void doesNotJumpUnderAReader();
    void saysWhyItCannotListen();
    void leavesTheJournalToAnotherWhenItStops();
    void leavesAJournalThatWasStillOpening();

private:
    [[nodiscard]] TrapPanel::Parts parts(const QString &journal = {}) {
        const QString path = journal.isEmpty() ? m_folder.filePath(QUuid::createUuid().toString()) : journal;
        return {m_engine, m_devices, m_secrets, m_settings, path};
    }

    QTemporaryDir m_folder;
    TestLibrary m_library;
    Engine m_engine;
    DeviceStore m_devices{m_folder.path()};
    MemorySecretStore m_secrets;
    Settings m_settings{m_folder.path()};
};

void TestTrapPanel::receivesRealTraps() {
    if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
        QSKIP("snmptrap is not installed");
    QWidget window;
    auto &panel = *new TrapPanel(parts(), &window);
    panel.setLibrary(m_library.get());
    window.resize(1200, 300);
    panel.resize(window.size());
    window.show();
    const quint16 port = freePort();
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(port);
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    QVERIFY(start);
    start->click();
    QCOMPARE(start->text(), u"Stop listening"_s);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QSignalSpy counts(&panel, &TrapPanel::unreadChanged);
    const QString agent = u"127.0.0.1:%1"_s.arg(port);
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    QVERIFY(send({u"-v2c"_s, u"-cpublic"_s, agent, u"1234"_s, u"1.3.6.1.4.1.99999.0.1"_s,
        u"1.3.6.1.4.1.99999.1.3.1.4.7.10.0.0.1"_s, u"i"_s, u"2"_s}));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(send({u"-v1"_s, u"-cpublic"_s, agent, u"1.3.6.1.4.1.99999"_s, u"192.0.2.9"_s, u"3"_s, u"0"_s, u"99"_s}));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QVERIFY(counts.isEmpty()); // they came under a person's eyes
    panel.hide();
    QVERIFY(send({u"-v1"_s, u"-cpublic"_s, agent, u"1.3.6.1.4.1.99999"_s, u"192.0.2.9"_s, u"0"_s, u"0"_s, u"99"_s}));
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(counts.last().first().toInt(), 1);
    panel.show();
    QTRY_COMPARE(counts.last().first().toInt(), 0);
    test::named<QLineEdit>(panel, u"Filter traps"_s)->setText(u"-name:coldStart"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTRY_COMPARE(list->model()->index(0, TrapModel::Name).data().toString(), u"linkUp"_s);
    QCOMPARE(list->model()->index(0, TrapModel::Kind).data().toString(), u"v1"_s);
    QCOMPARE(list->model()->index(1, TrapModel::Name).data().toString(), u"testEvent"_s);
    QVERIFY(list->model()->index(1, TrapModel::Content).data().toString().contains(u"down(2)"));

    list->setCurrentIndex(list->model()->index(1, 0));
    auto *bindings = test::named<QTableView>(panel, u"Trap bindings"_s);
    QCOMPARE(bindings->model()->rowCount(), 4); // one that its definition lists is missing
    QVERIFY(test::named<QTextBrowser>(panel, u"Trap definition"_s)->toPlainText().contains(u"Something happened."));
    start->click();
    QCOMPARE(start->text(), u"Start listening"_s);
}

void TestTrapPanel::showsYesterdaysTraps() {
    KeptJournal kept;
    kept.add(events(1, 5));
    kept.journal.reset(); // the program that received them has ended
    TrapPanel panel(parts(kept.path()));
    panel.setLibrary(m_library.get());
    panel.show();
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    QTRY_COMPARE(list->model()->rowCount(), 5);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto *bindings = test::named<QTableView>(panel, u"Trap bindings"_s);
    QTRY_VERIFY(bindings->model()->rowCount() > 0);
    test::named<QLineEdit>(panel, u"Filter traps"_s)->setText(u"/event 3/"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    test::named<QLineEdit>(panel, u"Filter traps"_s)->setText(u"severity:loud"_s);
    auto *message = test::named<QLabel>(panel, u"Trap journal message"_s, false);
    QTRY_VERIFY(message->isVisible() && message->text().contains(u"loud"));
    test::named<QLineEdit>(panel, u"Filter traps"_s)->clear();
    QTRY_COMPARE(list->model()->rowCount(), 5);
    QTRY_VERIFY(!message->isVisible());
    test::named<QToolButton>(panel, u"Clear traps"_s)->click();
    QTRY_COMPARE(list->model()->rowCount(), 0);
    test::named<QToolButton>(panel, u"Clear traps"_s)->click();
    QTRY_COMPARE(list->model()->rowCount(), 5);
}

void TestTrapPanel::saysWhoseJournalItShows() {
    KeptJournal kept; // written by a program that goes on
    kept.add(events(1, 2));
    TrapPanel panel(parts(kept.path()));
    panel.show();
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(freePort());
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    start->click();
    auto *message = test::named<QLabel>(panel, u"Trap journal message"_s, false);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE(start->text(), u"Start listening"_s); // what it would take, it could not keep
    kept.add(events(3, 1)); // and follows the other
    QTRY_COMPARE(list->model()->rowCount(), 3);
}

// A device saved while it listens: from then on its user is known, from whatever engine.
void TestTrapPanel::readsWhatSavedUsersSend() {
    if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
        QSKIP("snmptrap is not installed");
    TrapPanel panel(parts());
    panel.setLibrary(m_library.get());
    panel.show();
    const quint16 port = freePort();
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(port);
    test::named<QPushButton>(panel, u"Start listening"_s)->click();
    auto *model = panel.findChild<TrapModel *>();
    const QStringList letters{u"-v3"_s, u"-e"_s, u"0x80001f8880aabbccee"_s, u"-u"_s, u"watcher"_s, u"-l"_s,
        u"authPriv"_s, u"-a"_s, u"SHA-256"_s, u"-A"_s, u"authentic phrase"_s, u"-x"_s, u"AES"_s, u"-X"_s,
        u"private phrase"_s, u"127.0.0.1:%1"_s.arg(port), u"1"_s, u"1.3.6.1.6.3.1.1.5.1"_s};
    const auto name = [&] { return model->index(0, TrapModel::Name).data().toString(); };
    QVERIFY(send(letters));
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_COMPARE(name(), u"not readable"_s);
    Device device;
    device.name = u"core9"_s;
    device.endpoint.host = u"127.0.0.1"_s;
    device.version = Version::V3;
    device.user = u"watcher"_s;
    m_secrets.write(device.id,
        {.authPassphrase = Secret("authentic phrase"), .privPassphrase = Secret("private phrase")}, this, {});
    QVERIFY(!m_devices.save(device));
    QTest::qWait(50); // its keys are made on the pool
    QVERIFY(send(letters));
    QTRY_COMPARE(model->rowCount(), 2);
    QTRY_COMPARE(name(), u"coldStart"_s);
    QTRY_COMPARE(model->index(0, TrapModel::Source).data().toString(), u"core9 · 127.0.0.1"_s);
    QVERIFY(!m_devices.remove(device.id));
}

void TestTrapPanel::doesNotJumpUnderAReader() {
    KeptJournal kept;
    kept.add(events(1, 200));
    TrapPanel panel(parts(kept.path()));
    panel.setLibrary(m_library.get());
    panel.resize(1200, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    auto *model = panel.findChild<TrapModel *>();
    QTRY_COMPARE(model->rowCount(), 200);
    // At the top, the newest is in view.
    kept.add(events(201, 3));
    QTRY_COMPARE(model->rowCount(), 203);
    QCOMPARE(list->indexAt({5, 5}).row(), 0);
    list->setCurrentIndex(model->index(50, 0));
    list->scrollTo(model->index(50, 0), QAbstractItemView::PositionAtTop);
    const int place = list->visualRect(list->currentIndex()).top();
    kept.add(events(300, 40));
    QTRY_COMPARE(list->currentIndex().row(), 90);
    QCOMPARE(list->visualRect(list->currentIndex()).top(), place);
    auto *newer = test::named<QPushButton>(panel, u"Show newer traps"_s);
    QVERIFY(newer && newer->isVisible());
    newer->click();
    QCOMPARE(list->indexAt({5, 5}).row(), 0);
    QVERIFY(!newer->isVisible());
}

void TestTrapPanel::saysWhyItCannotListen() {
    TrapPanel panel(parts());
    panel.show();
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, 0, QUdpSocket::DontShareAddress));
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(taken.localPort());
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    start->click();
    auto *banner = test::named<QLabel>(panel, u"Trap listener message"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(!banner->text().isEmpty());
    QCOMPARE(start->text(), u"Start listening"_s);
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"nowhere"_s);
    start->click();
    QVERIFY(banner->text().contains(u"nowhere"));
}

void TestTrapPanel::leavesTheJournalToAnotherWhenItStops() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"traps.sqlite"_s);
    TrapPanel panel(parts(path));
    panel.show();
    const quint16 port = freePort();
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(port);
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    start->click();
    QUdpSocket().writeDatagram("no SNMP at all", QHostAddress::LocalHost, port);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    start->click();
    Journal other(path);
    QVERIFY(opens(other));
    TrapRecord record = madeRecord(1);
    record.id = other.number();
    other.append({record});
    QTRY_COMPARE(list->model()->rowCount(), 2); // as it comes
    start->click();
    auto *message = test::named<QLabel>(panel, u"Trap journal message"_s, false);
    QTRY_VERIFY(message->isVisible()); // it has the other's again
    QCOMPARE(start->text(), u"Start listening"_s);
}

void TestTrapPanel::leavesAJournalThatWasStillOpening() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"traps.sqlite"_s);
    TrapPanel panel(parts(path));
    panel.show();
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(freePort());
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    start->click();
    start->click();
    QTRY_VERIFY(QFile::exists(path));
    Journal other(path);
    QVERIFY(opens(other));
}

QTEST_MAIN(TestTrapPanel)
#include "tst_trappanel.moc"
