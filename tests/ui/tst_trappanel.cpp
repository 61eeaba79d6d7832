// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "testlibrary.h"
#include "tests/core/trap/maderecord.h"
#include "tests/ui/named.h"
#include "ui/trap/bindingmodel.h"
#include "ui/trap/trapmodel.h"
#include "ui/trap/trappanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
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
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

Notification numbered(int number) {
    Notification notification;
    notification.time = utcNow();
    notification.peer.address = QHostAddress(u"192.0.2.1"_s);
    notification.oid = TestRoot + Oid{0, 1};
    notification.varBinds
        = {{TestEntryOid + Oid{3, 1, 10, 0, 0, 1}, Value::octets("number " + QByteArray::number(number))}};
    return notification;
}

QList<TrapRecord> events(int from, int count) {
    QList<TrapRecord> records;
    for (int i = 0; i < count; ++i)
        records << madeRecord(from + i);
    return records;
}

/// A journal on disk, and what a person would have it receive.
class Kept {
    QTemporaryDir m_folder;

public:
    Kept() { open(); }
    void open() {
        journal = std::make_unique<Journal>(path());
        QSignalSpy opened(journal.get(), &Journal::opened);
        journal->open();
        QVERIFY(opened.wait());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"traps.sqlite"_s); }
    void add(QList<TrapRecord> records) {
        for (TrapRecord &record : records)
            record.id = journal->number();
        QSignalSpy committed(journal.get(), &Journal::committed);
        journal->append(records);
        QTRY_VERIFY(!committed.isEmpty() && committed.last()[0].toUInt() >= records.last().id);
    }
    std::unique_ptr<Journal> journal;
};

quint16 freePort() {
    QUdpSocket socket;
    socket.bind(QHostAddress::LocalHost, 0);
    return socket.localPort();
}

bool send(const QStringList &arguments) {
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SNMP_PERSISTENT_DIR"_s, u"/dev/null"_s);
        environment.insert(u"MIBS"_s, QString());
        return environment;
    }());
    process.start(u"snmptrap"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
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
    void putsTheNewestOnTop();
    void readsOnlyWhatIsInView();
    void showsYesterdaysTraps();
    void saysWhoseJournalItShows();
    void filtersWhatCameAndWhatComes();
    void showsWhatATrapCarried();
    void marksWhatTheDefinitionDoesNotHave();
    void receivesRealTraps();
    void doesNotJumpUnderAReader();
    void saysWhyItCannotListen();
    void leavesTheJournalToAnotherWhenItStops();
    void leavesAJournalThatWasStillOpening();

private:
    /// "event 7": the end of a row's summary.
    static QString event(const QAbstractItemModel &model, int row);
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

QString TestTrapPanel::event(const QAbstractItemModel &model, int row) {
    const QString text = model.index(row, TrapModel::Content).data().toString();
    return text.mid(text.lastIndexOf(u"event "_s));
}

void TestTrapPanel::putsTheNewestOnTop() {
    Kept kept;
    kept.add(events(1, 3));
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 3);
    kept.add(events(4, 1));
    QTRY_COMPARE(model.rowCount(), 4);
    QTRY_COMPARE(event(model, 0), u"event 4"_s);
    QTRY_COMPARE(event(model, 3), u"event 1"_s);
    QCOMPARE(model.index(0, TrapModel::Source).data().toString(), u"192.0.2.1"_s);
    QCOMPARE(model.index(0, TrapModel::Kind).data().toString(), u"v2c"_s);
    QCOMPARE(model.index(0, TrapModel::Level).data().toString(), u"major"_s);
    model.setNames({{u"192.0.2.1"_s, u"core1"_s}});
    QCOMPARE(model.index(0, TrapModel::Source).data().toString(), u"core1 · 192.0.2.1"_s);
}

void TestTrapPanel::readsOnlyWhatIsInView() {
    Kept kept;
    kept.add(events(1, 30'000));
    JournalReader reader(kept.path());
    QSignalSpy fetched(&reader, &JournalReader::fetched);
    reader.open();
    TrapModel model(reader);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 30'000);
    QCOMPARE(fetched.size(), 0);
    QTRY_COMPARE(event(model, 29'990), u"event 10"_s);
    QCOMPARE(fetched.size(), 1);
    QCOMPARE(fetched[0][0].value<QList<TrapRecord>>().size(), 1);
}

void TestTrapPanel::filtersWhatCameAndWhatComes() {
    Kept kept;
    kept.add(events(1, 1'000));
    JournalReader reader(kept.path());
    reader.open();
    TrapModel model(reader);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.setFilter(TrapFilter::parse(u"/event 77/"_s, utcNow())); // 77 and 770 to 779
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 11);
    kept.add({madeRecord(3), madeRecord(7'700)});
    QTRY_COMPARE(model.rowCount(), 12);
    QTRY_COMPARE(event(model, 0), u"event 7700"_s);
    QTRY_COMPARE(event(model, 11), u"event 77"_s);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1'002);
    model.setOnlyNew(true);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 0);
    kept.add({madeRecord(8)});
    QTRY_COMPARE(model.rowCount(), 1);
}

void TestTrapPanel::showsWhatATrapCarried() {
    BindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    Notification notification = numbered(5);
    notification.version = Version::V1;
    notification.original = TrapHeadV1{{1, 3, 6, 1, 4, 1, 99999}, QHostAddress(u"192.0.2.9"_s), 6, 17, 500};
    model.show(notification);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, BindingModel::Name).data().toString();
    QCOMPARE(names.size(), 7); // with testState, which its definition lists
    QVERIFY(names.contains(u"v1 enterprise"));
    QCOMPARE(model.index(3, BindingModel::Content).data().toString(), u"192.0.2.9"_s);
    QCOMPARE(model.index(4, BindingModel::Content).data().toString(), u"6, 17"_s);
    QCOMPARE(model.index(5, BindingModel::Content).data().toString(), u"number 5"_s);
    notification.failure = Failure(Failure::Kind::Malformed, {u"192.0.2.1"_s, u"a length beyond the end"_s});
    notification.bytes = QByteArray::fromHex("30820001");
    model.show(notification);
    QCOMPARE(model.index(1, BindingModel::Content).data().toString(), u"30 82 00 01"_s);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTrapPanel::marksWhatTheDefinitionDoesNotHave() {
    BindingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    const auto remark = [&](int row) { return model.index(row, BindingModel::Type).data().toString(); };
    Notification notification = numbered(5);
    notification.oid = Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3}; // linkDown: ifIndex, ifAdminStatus, ifOperStatus
    const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};
    notification.varBinds = {{ifEntry + Oid{8, 3}, Value::integer(2)}, {ifEntry + Oid{1, 3}, Value::integer(3)},
        {ifEntry + Oid{2, 3}, Value::octets("eth0")}};
    model.show(notification);
    QCOMPARE(model.rowCount(), 2 + 3 + 1);
    QCOMPARE(remark(2), u"Integer32"_s); // nothing is wrong with it
    QCOMPARE(remark(3), u"out of order"_s);
    QCOMPARE(remark(4), u"not in its definition"_s);
    QCOMPARE(model.index(5, BindingModel::Name).data().toString(), u"ifAdminStatus"_s);
    QCOMPARE(model.index(5, BindingModel::Content).data().toString(), u"missing"_s);
    notification.oid = Oid{1, 3, 6, 1, 4, 1, 32473, 0, 1}; // no module has it: nothing is expected
    model.show(notification);
    QCOMPARE(model.rowCount(), 2 + 3);
    QCOMPARE(remark(4), u"OctetString"_s);
}

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
    Kept kept;
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
    Kept kept; // written by a program that goes on
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

void TestTrapPanel::doesNotJumpUnderAReader() {
    Kept kept;
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
