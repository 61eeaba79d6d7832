// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/listener.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// A listener takes what arrives on its port, says what it was, and finds the way back.
class TestListener final : public QObject {
    Q_OBJECT

private slots:
    void takesADatagram();
    void answersWhereItCameFrom();
    void tellsOfEveryMessageBothWays();
    void takesManyDatagramsAndLosesNone();
    void saysWhatCannotBeRead();
    void saysThatAPortIsTaken();
    void speaksIpv6();
    void anAnswerThatDoesNotFitIsTooBig();
    void mayBeDeletedByWhoHearsIt();
    void cutsAStreamIntoMessages();
    void closesAConnectionThatSendsOverAMebibyte();
    void closesAConnectionThatSendsSomethingElse();
    void answersAStream();

private:
    Engine m_engine;
};

namespace {

Message question(qint32 id = 1) {
    Message message;
    message.community = Secret("public");
    message.requestId = id;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value()}};
    return message;
}

/// Keeps what arrives.
class Ear final : public QObject {
public:
    explicit Ear(Listener &listener) {
        connect(&listener, &Listener::arrived, this, [this](const Arrival &arrival) { heard.append(arrival); });
    }
    QList<Arrival> heard;
};

} // namespace

void TestListener::takesADatagram() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    QVERIFY(listener.port() != 0);
    QCOMPARE(listener.address(), QHostAddress(QHostAddress::LocalHost));
    Ear ear(listener);
    QUdpSocket peer;
    QVERIFY(peer.bind(QHostAddress::LocalHost));
    const QByteArray bytes = *codec::encode(question(), m_engine);
    const UtcMicroseconds before = utcNow();
    peer.writeDatagram(bytes, listener.address(), listener.port());
    QTRY_COMPARE(ear.heard.size(), 1);
    const Arrival &arrival = ear.heard.first();
    QVERIFY(arrival.message.ok());
    QVERIFY(*arrival.message == question());
    QCOMPARE(arrival.bytes, bytes);
    QCOMPARE(arrival.peer.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(arrival.peer.port, peer.localPort());
    QVERIFY(arrival.time >= before && arrival.time <= utcNow());
}

void TestListener::answersWhereItCameFrom() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    connect(&listener, &Listener::arrived, this, [&](const Arrival &arrival) {
        Message response;
        response.pdu = Pdu::Response;
        response.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value::octets("here")}};
        listener.answer(arrival, response);
    });
    QUdpSocket peer;
    QVERIFY(peer.bind(QHostAddress::LocalHost));
    for (const Version version : {Version::V1, Version::V2c}) {
        Message asked = question(4711);
        asked.version = version;
        peer.writeDatagram(*codec::encode(asked, m_engine), listener.address(), listener.port());
        QTRY_VERIFY(peer.hasPendingDatagrams());
        QByteArray bytes(65536, '\0');
        bytes.resize(peer.readDatagram(bytes.data(), bytes.size()));
        const auto response = codec::decode(bytes, m_engine);
        QVERIFY(response.ok());
        QCOMPARE(response->version, version);
        QVERIFY(response->community == Secret("public"));
        QCOMPARE(response->requestId, 4711);
        QCOMPARE(response->pdu, Pdu::Response);
        QCOMPARE(response->varBinds.first().value, Value::octets("here"));
    }
}

void TestListener::tellsOfEveryMessageBothWays() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    QList<Traffic> traffic;
    connect(&listener, &Listener::traffic, this, [&](const Traffic &one) { traffic.append(one); });
    connect(&listener, &Listener::arrived, this, [&](const Arrival &arrival) {
        Message response;
        response.pdu = Pdu::Response;
        listener.answer(arrival, response);
        QVERIFY(traffic.isEmpty()); // told later, from the event loop
    });
    QUdpSocket peer;
    QVERIFY(peer.bind(QHostAddress::LocalHost));
    const QByteArray bytes = *codec::encode(question(), m_engine);
    peer.writeDatagram(bytes, listener.address(), listener.port());
    QTRY_COMPARE(traffic.size(), 2);
    QCOMPARE(traffic[0].direction, Traffic::Direction::In);
    QCOMPARE(traffic[0].bytes, bytes);
    QCOMPARE(traffic[0].path.peerPort, peer.localPort());
    QCOMPARE(traffic[0].path.localPort, listener.port());
    QCOMPARE(traffic[1].direction, Traffic::Direction::Out);
    QCOMPARE(codec::decode(traffic[1].bytes, m_engine)->pdu, Pdu::Response);
}

void TestListener::takesManyDatagramsAndLosesNone() {
    constexpr int Count = 500;
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    Ear ear(listener);
    QUdpSocket peer;
    for (int i = 0; i < Count; ++i)
        peer.writeDatagram(*codec::encode(question(i), m_engine), listener.address(), listener.port());
    QTRY_COMPARE(ear.heard.size(), Count);
    for (int i = 0; i < Count; ++i)
        QCOMPARE(ear.heard[i].message->requestId, i);
    QCOMPARE(listener.dropped(), 0U);
}

void TestListener::saysWhatCannotBeRead() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    Ear ear(listener);
    QUdpSocket peer;
    peer.writeDatagram("hello", listener.address(), listener.port());
    QTRY_COMPARE(ear.heard.size(), 1);
    QVERIFY(!ear.heard.first().message.ok());
    QCOMPARE(ear.heard.first().message.failure().kind(), Failure::Kind::Malformed);
    QCOMPARE(ear.heard.first().bytes, QByteArray("hello"));
}

void TestListener::saysThatAPortIsTaken() {
    for (const auto transport : {Peer::Transport::Udp, Peer::Transport::Tcp}) {
        Listener first(m_engine);
        QVERIFY(!first.listen(transport, QHostAddress::LocalHost, 0));
        Listener second(m_engine);
        const auto failure = second.listen(transport, QHostAddress::LocalHost, first.port());
        QVERIFY(failure);
        QCOMPARE(failure->kind(), Failure::Kind::Network);
        QVERIFY(failure->text().contains(QString::number(first.port())));
        QCOMPARE(second.port(), 0);
    }
}

void TestListener::speaksIpv6() {
    Listener listener(m_engine);
    if (listener.listen(Peer::Transport::Udp, QHostAddress::LocalHostIPv6, 0))
        QSKIP("this machine has no IPv6 loopback");
    Ear ear(listener);
    QUdpSocket peer;
    peer.writeDatagram(*codec::encode(question(), m_engine), QHostAddress::LocalHostIPv6, listener.port());
    QTRY_COMPARE(ear.heard.size(), 1);
    QCOMPARE(ear.heard.first().peer.address, QHostAddress(QHostAddress::LocalHostIPv6));

    Listener both(m_engine);
    QVERIFY(!both.listen(Peer::Transport::Udp, QHostAddress::Any, 0));
    Ear second(both);
    QVERIFY(peer.writeDatagram(*codec::encode(question(), m_engine), QHostAddress::LocalHostIPv6, both.port()) > 0);
    QUdpSocket v4;
    QVERIFY(v4.bind(QHostAddress::LocalHost));
    v4.writeDatagram(*codec::encode(question(), m_engine), QHostAddress::LocalHost, both.port());
    QTRY_COMPARE(second.heard.size(), 2);
    QCOMPARE(second.heard.last().peer.address, QHostAddress(QHostAddress::LocalHost));
    both.answer(second.heard.last(), question());
    QTRY_VERIFY(v4.hasPendingDatagrams());
}

void TestListener::anAnswerThatDoesNotFitIsTooBig() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    connect(&listener, &Listener::arrived, this, [&](const Arrival &arrival) {
        Message response;
        response.pdu = Pdu::Response;
        response.varBinds
            = {{Oid{1, 3}, Value::octets(QByteArray(60000, 'x'))}, {Oid{1, 3}, Value::octets(QByteArray(10000, 'x'))}};
        listener.answer(arrival, response);
    });
    QUdpSocket peer;
    QVERIFY(peer.bind(QHostAddress::LocalHost));
    peer.writeDatagram(*codec::encode(question(), m_engine), listener.address(), listener.port());
    QTRY_VERIFY(peer.hasPendingDatagrams());
    QByteArray bytes(65536, '\0');
    bytes.resize(peer.readDatagram(bytes.data(), bytes.size()));
    QCOMPARE(codec::decode(bytes, m_engine)->errorStatus, int(ErrorStatus::TooBig));
}

void TestListener::mayBeDeletedByWhoHearsIt() {
    auto listener = std::make_unique<Listener>(m_engine);
    QVERIFY(!listener->listen(Peer::Transport::Udp, QHostAddress::LocalHost, 0));
    int heard = 0;
    connect(listener.get(), &Listener::arrived, this, [&] {
        ++heard;
        listener.reset();
    });
    QUdpSocket peer;
    for (int i = 0; i < 3; ++i)
        peer.writeDatagram(*codec::encode(question(i), m_engine), listener->address(), listener->port());
    QTRY_COMPARE(heard, 1);
    QVERIFY(!listener);
}

void TestListener::cutsAStreamIntoMessages() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Tcp, QHostAddress::LocalHost, 0));
    Ear ear(listener);
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, listener.port());
    QTRY_COMPARE(peer.state(), QAbstractSocket::ConnectedState);
    Message large = question(2);
    large.pdu = Pdu::Response;
    for (quint32 i = 0; i < 5; ++i)
        large.varBinds.append({Oid{1, 3, i}, Value::octets(QByteArray(60000, 'x'))});
    const QByteArray second = *codec::encode(large, m_engine);
    const QByteArray stream = *codec::encode(question(1), m_engine) + second + *codec::encode(question(3), m_engine);
    peer.write(stream.first(20));
    peer.flush();
    QTest::qWait(0);
    peer.write(stream.mid(20));
    QTRY_COMPARE(ear.heard.size(), 3);
    QCOMPARE(ear.heard[0].message->requestId, 1);
    QVERIFY(*ear.heard[1].message == large);
    QCOMPARE(ear.heard[1].bytes, second);
    QCOMPARE(ear.heard[2].message->requestId, 3);
    QVERIFY(ear.heard[0].peer.connection != 0);
}

void TestListener::closesAConnectionThatSendsOverAMebibyte() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Tcp, QHostAddress::LocalHost, 0));
    Ear ear(listener);
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, listener.port());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"over 1 MiB"_s));
    peer.write(QByteArray::fromHex("3083100001"));
    QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(ear.heard.size(), 0);

    QTcpSocket next;
    next.connectToHost(QHostAddress::LocalHost, listener.port());
    next.write(*codec::encode(question(), m_engine));
    QTRY_COMPARE(ear.heard.size(), 1);
}

void TestListener::closesAConnectionThatSendsSomethingElse() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Tcp, QHostAddress::LocalHost, 0));
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, listener.port());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no SNMP"_s));
    peer.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
}

void TestListener::answersAStream() {
    Listener listener(m_engine);
    QVERIFY(!listener.listen(Peer::Transport::Tcp, QHostAddress::LocalHost, 0));
    connect(&listener, &Listener::arrived, this, [&](const Arrival &arrival) {
        Message response = question();
        response.pdu = Pdu::Response;
        response.varBinds.first().value = Value::octets(QByteArray(60000, 'x'));
        listener.answer(arrival, response);
    });
    QTcpSocket first;
    QTcpSocket second;
    for (QTcpSocket *peer : {&first, &second}) {
        peer->connectToHost(QHostAddress::LocalHost, listener.port());
        QTRY_COMPARE(peer->state(), QAbstractSocket::ConnectedState);
    }
    second.write(*codec::encode(question(9), m_engine));
    QTRY_VERIFY(second.bytesAvailable() > 60000);
    QCOMPARE(codec::decode(second.readAll(), m_engine)->requestId, 9);
    QCOMPARE(first.bytesAvailable(), 0);
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
