// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
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
#include <QTest>
#include <QTextBrowser>
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

QList<Notification> numbers(int from, int count) {
    QList<Notification> list;
    for (int i = 0; i < count; ++i)
        list << numbered(from + i);
    return list;
}

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

} // namespace

class TestTrapPanel : public QObject {
    Q_OBJECT

private slots:
    void putsTheNewestOnTop();
    void keepsABoundedNumber();
    void filtersWhatCameAndWhatComes();
    void showsWhatATrapCarried();
    void receivesRealTraps();
    void doesNotJumpUnderAReader();
    void saysWhyItCannotListen();

private:
    TestLibrary m_library;
    Engine m_engine;
};

void TestTrapPanel::putsTheNewestOnTop() {
    TrapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.add(numbers(1, 3));
    model.add(numbers(4, 1));
    QStringList contents;
    for (int row = 0; row < model.rowCount(); ++row)
        contents << model.index(row, TrapModel::Content).data().toString().right(8);
    QCOMPARE(contents.join(u','), u"number 4,number 3,number 2,number 1"_s);
    QCOMPARE(model.index(0, TrapModel::Name).data().toString(), u"testEvent"_s);
    QCOMPARE(model.index(0, TrapModel::Source).data().toString(), u"192.0.2.1"_s);
    QCOMPARE(model.index(0, TrapModel::Kind).data().toString(), u"v2c"_s);
}

void TestTrapPanel::keepsABoundedNumber() {
    TrapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(numbers(1, TrapModel::Kept));
    QCOMPARE(model.dropped(), 0);
    model.add(numbers(TrapModel::Kept + 1, 7));
    QCOMPARE(model.kept(), TrapModel::Kept);
    QCOMPARE(model.rowCount(), TrapModel::Kept);
    QCOMPARE(model.dropped(), 7);
    QCOMPARE(model.at(model.rowCount() - 1).varBinds.first().value, Value::octets("number 8"));
}

void TestTrapPanel::filtersWhatCameAndWhatComes() {
    TrapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLibrary(m_library.get());
    model.add(numbers(1, 1000));
    model.setFilter(u"\"number 77\""_s); // 77 and 770 to 779
    QTRY_COMPARE(model.rowCount(), 11);
    model.add({numbered(3), numbered(7700)});
    QCOMPARE(model.rowCount(), 12);
    QCOMPARE(model.at(0).varBinds.first().value, Value::octets("number 7700"));
    QCOMPARE(model.at(11).varBinds.first().value, Value::octets("number 77"));
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 1002);
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
    QCOMPARE(names.size(), 6);
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

void TestTrapPanel::receivesRealTraps() {
    if (QStandardPaths::findExecutable(u"snmptrap"_s).isEmpty())
        QSKIP("snmptrap is not installed");
    TrapPanel panel(m_engine);
    panel.setLibrary(m_library.get());
    panel.resize(1200, 300);
    panel.show();
    const quint16 port = freePort();
    test::named<QLineEdit>(panel, u"Listen address"_s)->setText(u"127.0.0.1"_s);
    test::named<QSpinBox>(panel, u"Listen port"_s)->setValue(port);
    auto *start = test::named<QPushButton>(panel, u"Start listening"_s);
    QVERIFY(start);
    start->click();
    QCOMPARE(start->text(), u"Stop listening"_s);
    const QSignalSpy counts(&panel, &TrapPanel::countChanged);
    const QString agent = u"127.0.0.1:%1"_s.arg(port);
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    QVERIFY(send({u"-v2c"_s, u"-cpublic"_s, agent, u"1234"_s, u"1.3.6.1.4.1.99999.0.1"_s,
        u"1.3.6.1.4.1.99999.1.3.1.4.7.10.0.0.1"_s, u"i"_s, u"2"_s}));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(send({u"-v1"_s, u"-cpublic"_s, agent, u"1.3.6.1.4.1.99999"_s, u"192.0.2.9"_s, u"3"_s, u"0"_s, u"99"_s}));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(counts.last().first().toInt(), 2);
    QCOMPARE(list->model()->index(0, TrapModel::Name).data().toString(), u"linkUp"_s);
    QCOMPARE(list->model()->index(0, TrapModel::Kind).data().toString(), u"v1"_s);
    QCOMPARE(list->model()->index(1, TrapModel::Name).data().toString(), u"testEvent"_s);
    QVERIFY(list->model()->index(1, TrapModel::Content).data().toString().contains(u"down(2)"));

    list->setCurrentIndex(list->model()->index(1, 0));
    auto *bindings = test::named<QTableView>(panel, u"Trap bindings"_s);
    QCOMPARE(bindings->model()->rowCount(), 3);
    QVERIFY(test::named<QTextBrowser>(panel, u"Trap definition"_s)->toPlainText().contains(u"Something happened."));
    start->click();
    QCOMPARE(start->text(), u"Start listening"_s);
}

void TestTrapPanel::doesNotJumpUnderAReader() {
    TrapPanel panel(m_engine);
    panel.setLibrary(m_library.get());
    panel.resize(1200, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = test::named<QTableView>(panel, u"Traps"_s);
    auto *model = panel.findChild<TrapModel *>();
    model->add(numbers(1, 200));
    // At the top, the newest is in view.
    model->add(numbers(201, 3));
    QCOMPARE(list->indexAt({5, 5}).row(), 0);
    list->setCurrentIndex(model->index(50, 0));
    list->scrollTo(model->index(50, 0), QAbstractItemView::PositionAtTop);
    const int place = list->visualRect(list->currentIndex()).top();
    model->add(numbers(300, 40));
    QTRY_COMPARE(list->currentIndex().row(), 90);
    QCOMPARE(list->visualRect(list->currentIndex()).top(), place);
    auto *newer = test::named<QPushButton>(panel, u"Show newer traps"_s);
    QVERIFY(newer && newer->isVisible());
    newer->click();
    QCOMPARE(list->indexAt({5, 5}).row(), 0);
    QVERIFY(!newer->isVisible());
}

void TestTrapPanel::saysWhyItCannotListen() {
    TrapPanel panel(m_engine);
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

QTEST_MAIN(TestTrapPanel)
#include "tst_trappanel.moc"
