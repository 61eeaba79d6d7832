// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/trap/receiver.h"
#include "tests/core/trap/maderecord.h"

#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace walkabout;
using namespace walkabout::test;

class TestReceiver final : public QObject {
    Q_OBJECT

private slots:
    void handsGarbageOnWithItsReason();
    void saysWhenAPortIsTaken();
    void listensOnSeveralPortsUntilClosed();
    void survivesASlotThatDeletesIt();
    void tellsHowManyTheSystemDropped();

private:
    static void send(const QByteArray &bytes, quint16 port);

    Engine m_engine;
};

void TestReceiver::send(const QByteArray &bytes, quint16 port) {
    QUdpSocket socket;
    QCOMPARE(socket.writeDatagram(bytes, QHostAddress::LocalHost, port), bytes.size());
}

void TestReceiver::handsGarbageOnWithItsReason() {
    Receiver receiver(m_engine);
    const auto port = receiver.listen(QHostAddress::LocalHost, 0);
    QVERIFY(port.ok());
    QVERIFY(*port != 0);
    QSignalSpy received(&receiver, &Receiver::received);
    send("no SNMP at all", *port);
    QVERIFY(received.wait());
    const auto notification = received[0][0].value<QList<TrapRecord>>().first().notification;
    QVERIFY(notification.failure);
    QCOMPARE(notification.bytes, QByteArray("no SNMP at all"));
    QCOMPARE(notification.peer.address, QHostAddress(QHostAddress::LocalHost));
}

void TestReceiver::saysWhenAPortIsTaken() {
    QUdpSocket other;
    QVERIFY(other.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    Receiver receiver(m_engine);
    const auto port = receiver.listen(QHostAddress::LocalHost, other.localPort());
    QVERIFY(!port.ok());
    QCOMPARE(port.failure().kind(), Failure::Kind::Network);
    QVERIFY(!receiver.isListening());
}

void TestReceiver::listensOnSeveralPortsUntilClosed() {
    Receiver receiver(m_engine);
    const auto first = receiver.listen(QHostAddress::LocalHost, 0);
    const auto second = receiver.listen(QHostAddress::LocalHost, 0);
    QVERIFY(first.ok() && second.ok());
    QSignalSpy received(&receiver, &Receiver::received);
    send("one", *first);
    send("two", *second);
    const auto count = [&] {
        qsizetype records = 0;
        for (const QList<QVariant> &batch : received)
            records += batch[0].value<QList<TrapRecord>>().size();
        return records;
    };
    QTRY_COMPARE(count(), 2);
    receiver.close();
    QVERIFY(!receiver.isListening());
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost, *first, QAbstractSocket::DontShareAddress));
}

void TestReceiver::survivesASlotThatDeletesIt() {
    auto receiver = std::make_unique<Receiver>(m_engine);
    const auto port = receiver->listen(QHostAddress::LocalHost, 0);
    QVERIFY(port.ok());
    int received = 0;
    connect(receiver.get(), &Receiver::received, this, [&](const QList<TrapRecord> &records) {
        QVERIFY(!records.isEmpty());
        ++received;
        receiver.reset();
    });
    send("one", *port);
    send("two", *port);
    QTRY_COMPARE(received, 1);
    QVERIFY(!receiver);
}

// More than the receive buffer holds, while nobody reads.
void TestReceiver::tellsHowManyTheSystemDropped() {
    Receiver receiver(m_engine);
    const auto port = receiver.listen(QHostAddress::LocalHost, 0);
    QVERIFY(port.ok());
    qint64 read = 0;
    qint64 lost = 0;
    QString reason;
    connect(&receiver, &Receiver::received, this, [&](const QList<TrapRecord> &records) {
        for (const TrapRecord &record : records) {
            read += record.lost > 0 ? 0 : 1;
            lost += qint64(record.lost);
            if (record.lost > 0)
                reason = record.notification.failure->text();
        }
    });
    QUdpSocket socket;
    const QByteArray trap = madeTrap(1);
    const qint64 flood = receiver.receiveBuffer() / 512 + 1'000;
    for (qint64 i = 0; i < flood; ++i)
        socket.writeDatagram(trap, QHostAddress::LocalHost, *port);
    QTRY_COMPARE_WITH_TIMEOUT(read + lost, flood, 20'000); // the last ones too, behind which no other comes
    QVERIFY(read > 0);
    QVERIFY(lost > 0);
    QVERIFY2(reason.contains(u"port %1"_s.arg(*port)), qPrintable(reason));
}

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
