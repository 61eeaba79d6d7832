// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "tests/core/trap/maderecord.h"
#include "tests/ui/named.h"
#include "ui/trap/listenbar.h"
#include "ui/trap/porthelp.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

class TestListenBar final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void namesTheHolderAndListensElsewhere();
    void opensTheSheetBesideTheWork();
    void keepsTheSheetOverAStop();
    void namesTheHolderOfAnyOtherPort();
    void asksNothingWhereItListens();
    void forgetsTheReasonWithTheNextStart();
    void listensAtSeveralPlaces();

private:
    struct Shown {
        explicit Shown(Engine &engine, ListenBar::Ports ports)
            : receiver(engine)
            , bar(receiver, u"/home/anna/traps.sqlite"_s, ports) {
            named<QLineEdit>(bar, u"Listen address"_s)->setText(u"127.0.0.1"_s);
            bar.resize(900, 60);
            bar.show();
        }
        void press(const QString &name) { named<QPushButton>(bar, name)->click(); }
        [[nodiscard]] QString banner() const { return named<QLabel>(bar, u"Trap listener message"_s)->text(); }
        [[nodiscard]] QPushButton *why(quint16 port) const {
            return named<QPushButton>(bar, u"Why was port %1 refused?"_s.arg(port), true);
        }
        Receiver receiver;
        ListenBar bar;
    };
    /// "tst_listenbar (pid 4711) holds port 5000"
    [[nodiscard]] QString held() const {
        return u"tst_listenbar (pid %1) holds port %2"_s.arg(QCoreApplication::applicationPid()).arg(port());
    }
    [[nodiscard]] quint16 port() const { return m_taken->localPort(); }

    Engine m_engine;
    std::unique_ptr<QUdpSocket> m_taken;
};

void TestListenBar::init() {
    m_taken = std::make_unique<QUdpSocket>();
    QVERIFY(m_taken->bind(QHostAddress::LocalHost, 0, QUdpSocket::DontShareAddress));
}

void TestListenBar::namesTheHolderAndListensElsewhere() {
    Shown shown(m_engine, {port(), 0});
    shown.press(u"Start listening"_s);
    QVERIFY(shown.receiver.isListening());
    QVERIFY(shown.banner().contains(u"Port %1 was refused; listening on "_s.arg(port()))); // until it is known why
    QTRY_VERIFY(shown.banner().startsWith(held() + "; listening on "_L1));
    QVERIFY(shown.banner().endsWith(u": point devices there."));
    QVERIFY(shown.why(port()));
}

void TestListenBar::opensTheSheetBesideTheWork() {
    Shown shown(m_engine, {port(), 0});
    shown.press(u"Start listening"_s);
    QTRY_VERIFY(shown.why(port()));
    shown.why(port())->click();
    const auto *sheet = shown.bar.findChild<PortHelp *>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(!sheet->isModal());
    QCOMPARE(named<QLabel>(*sheet, u"Why the port was refused"_s)->text(), held() + u'.');
    const QString there = shown.banner().section(u"listening on "_s, 1).section(u':', 0, 0);
    const auto *rule = named<QPlainTextEdit>(
        *sheet, u"Commands: Redirect port %1 to %2 with nftables"_s.arg(QString::number(port()), there));
    QVERIFY(rule);
    QVERIFY(rule->toPlainText().contains(u"udp dport %1 redirect to :%2"_s.arg(QString::number(port()), there)));
    shown.why(port())->click();
    QCOMPARE(shown.bar.findChildren<PortHelp *>().size(), 1);
}

void TestListenBar::keepsTheSheetOverAStop() {
    Shown shown(m_engine, {port(), 0});
    shown.press(u"Start listening"_s);
    QTRY_VERIFY(shown.why(port()));
    shown.why(port())->click();
    const QPointer<PortHelp> sheet = shown.bar.findChild<PortHelp *>();
    shown.press(u"Stop listening"_s);
    QVERIFY(!shown.why(port()));
    QVERIFY(sheet && sheet->isVisible()); // "Stop listening here first"
    shown.press(u"Start listening"_s);
    QTRY_VERIFY(!sheet);
}

void TestListenBar::namesTheHolderOfAnyOtherPort() {
    Shown shown(m_engine, {quint16(port() + 1), 0});
    named<QSpinBox>(shown.bar, u"Listen port"_s)->setValue(port());
    shown.press(u"Start listening"_s);
    QVERIFY(!shown.receiver.isListening());
    QTRY_COMPARE(shown.banner(), held() + u'.');
    shown.why(port())->click();
    const auto *sheet = shown.bar.findChild<PortHelp *>();
    for (const QPlainTextEdit *commands : sheet->findChildren<QPlainTextEdit *>())
        QVERIFY(!commands->accessibleName().contains(u"Redirect")); // to nothing that listens
}

void TestListenBar::asksNothingWhereItListens() {
    const quint16 free = port();
    m_taken.reset();
    Shown shown(m_engine, {free, 0});
    shown.press(u"Start listening"_s);
    QVERIFY(shown.receiver.isListening());
    QVERIFY(!named<QLabel>(shown.bar, u"Trap listener message"_s, true));
    QVERIFY(!shown.why(free));
}

void TestListenBar::forgetsTheReasonWithTheNextStart() {
    const quint16 wanted = port();
    Shown shown(m_engine, {wanted, 0});
    shown.press(u"Start listening"_s);
    QTRY_VERIFY(shown.why(wanted));
    shown.press(u"Stop listening"_s);
    m_taken.reset();
    shown.press(u"Start listening"_s);
    QVERIFY(shown.receiver.isListening());
    QVERIFY(!shown.why(wanted));
    QVERIFY(!named<QLabel>(shown.bar, u"Trap listener message"_s, true));
}

void TestListenBar::listensAtSeveralPlaces() {
    QUdpSocket first;
    QUdpSocket second;
    QVERIFY(first.bind(QHostAddress::LocalHost, 0) && second.bind(QHostAddress::LocalHost, 0));
    const quint16 ports[] = {first.localPort(), second.localPort()};
    first.close();
    second.close();
    Shown shown(m_engine, {ports[0], 0});
    auto *places = named<QLineEdit>(shown.bar, u"Listen address"_s);
    places->setText(u"127.0.0.1, 127.0.0.1:%1 [::1]:%1"_s.arg(ports[1]));
    shown.press(u"Start listening"_s);
    if (!shown.receiver.isListening()) // a machine without IPv6
        places->setText(u"127.0.0.1, 127.0.0.1:%1"_s.arg(ports[1])), shown.press(u"Start listening"_s);
    QVERIFY2(shown.receiver.isListening(), qPrintable(shown.banner()));
    QList<TrapRecord> records;
    connect(&shown.receiver, &Receiver::received, this, [&](const QList<TrapRecord> &more) { records += more; });
    QUdpSocket sender;
    for (const quint16 port : ports)
        sender.writeDatagram(madeTrap(1), QHostAddress(QHostAddress::LocalHost), port);
    QTRY_COMPARE(records.size(), 2);
    shown.press(u"Stop listening"_s);

    // One that is taken: none listens, and the banner says which.
    places->setText(u"127.0.0.1:%1 127.0.0.1:%2"_s.arg(ports[0]).arg(port()));
    shown.press(u"Start listening"_s);
    QVERIFY(!shown.receiver.isListening());
    QTRY_COMPARE(shown.banner(), held() + u'.');
    places->setText(u"somewhere:1"_s);
    shown.press(u"Start listening"_s);
    QVERIFY(shown.banner().contains(u"somewhere:1"_s));
}

QTEST_MAIN(TestListenBar)
#include "tst_listenbar.moc"
