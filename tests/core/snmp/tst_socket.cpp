// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/framing.h"
#include "core/snmp/tcpsocket.h"
#include "tests/support/fakeagent.h"
#include "tests/support/waiting.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};

/// Accepts one connection and answers what a test tells it to.
class FakeTcpAgent final : public QObject {
public:
    explicit FakeTcpAgent(const QHostAddress &address = QHostAddress::LocalHost) {
        m_server.listen(address, 0);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            ++connections;
            QTcpSocket *peer = m_server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [this, peer] { answer(*peer, peer->readAll()); });
        });
    }
    [[nodiscard]] Endpoint endpoint() const {
        return {Endpoint::Transport::Tcp, true, m_server.serverAddress().toString(), m_server.serverPort()};
    }
    void close() { m_server.close(); }

    std::function<void(QTcpSocket &, const QByteArray &question)> answer;
    int connections = 0;

private:
    QTcpServer m_server;
};

QByteArray response(Engine &engine, const QByteArray &question, qsizetype size = 5) {
    Message message = *codec::decode(question, engine);
    message.pdu = Pdu::Response;
    message.varBinds[0].value = Value::octets(QByteArray(size, 'x'));
    return *codec::encode(message, engine);
}

} // namespace

class TestSocket final : public QObject {
    Q_OBJECT

private slots:
    void framesByTheBerHead_data();
    void framesByTheBerHead();
    void tcpCarriesMessagesInPiecesAndTogether();
    void tcpOverIPv6();
    void tcpIsRefusedAtOnce();
    void tcpToAPortThatNeverAnswersTimesOut();
    void tcpEndsOnAMessageOverOneMebibyte();
    void tcpEndsOnGarbage();
    void tcpThatClosesEndsItsRequestsAndOpensAnew();
    void aSetOverATcpThatClosesMayHaveBeenMade();
    void udpOverIPv6();

private:
    [[nodiscard]] std::unique_ptr<Session> session(const Endpoint &endpoint, Bounds bounds = {500ms, 1}) {
        return std::make_unique<Session>(
            m_engine, endpoint, Credential::community(Version::V2c, Secret("public")), bounds);
    }
    Engine m_engine;
};

void TestSocket::framesByTheBerHead_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<qsizetype>("size"); // 0: incomplete, -1: no message
    QTest::newRow("short form") << QByteArray::fromHex("3005") << qsizetype(7);
    QTest::newRow("one octet") << QByteArray::fromHex("308190") << qsizetype(3 + 0x90);
    QTest::newRow("two octets") << QByteArray::fromHex("30820102") << qsizetype(4 + 0x102);
    QTest::newRow("four octets") << QByteArray::fromHex("3084ffffffff") << qsizetype(6 + 0xffffffffLL);
    QTest::newRow("nothing yet") << QByteArray() << qsizetype(0);
    QTest::newRow("half a length") << QByteArray::fromHex("308201") << qsizetype(0);
    QTest::newRow("no sequence") << QByteArray("GET /") << qsizetype(-1);
    QTest::newRow("indefinite") << QByteArray::fromHex("3080") << qsizetype(-1);
    QTest::newRow("absurd") << QByteArray::fromHex("3089") << qsizetype(-1);
}

void TestSocket::framesByTheBerHead() {
    QFETCH(QByteArray, head);
    QFETCH(qsizetype, size);
    const auto found = framing::messageSize(head);
    if (size > 0)
        QCOMPARE(std::get<qsizetype>(found), size);
    else if (size == 0)
        QVERIFY(std::holds_alternative<framing::Incomplete>(found));
    else
        QVERIFY(std::holds_alternative<framing::NotAMessage>(found));
}

void TestSocket::tcpCarriesMessagesInPiecesAndTogether() {
    FakeTcpAgent agent;
    QByteArray held;
    agent.answer = [&](QTcpSocket &peer, const QByteArray &questions) {
        QByteArray rest = questions;
        while (!rest.isEmpty()) { // both questions may come in one segment
            const auto size = std::get<qsizetype>(framing::messageSize(rest));
            held += response(m_engine, rest.first(size), 300);
            rest.remove(0, size);
        }
        if (held.size() < 600)
            return;
        peer.write(held.first(1));
        peer.flush();
        QTimer::singleShot(10, &peer, [&peer, this_ = held] {
            peer.write(this_.sliced(1, 400));
            peer.flush();
            QTimer::singleShot(10, &peer, [&peer, this_] { peer.write(this_.sliced(401)); });
        });
    };
    const auto s = session(agent.endpoint());
    const auto one = s->get({sysDescr});
    const auto two = s->get({sysDescr});
    QVERIFY(finishes(*one));
    QVERIFY(finishes(*two));
    QCOMPARE(one->ending(), Ending::Whole);
    QCOMPARE(two->ending(), Ending::Whole);
    QCOMPARE(two->varBinds().at(0).value.octets().size(), 300);
    QCOMPARE(agent.connections, 1);
}

void TestSocket::tcpOverIPv6() {
    FakeTcpAgent agent(QHostAddress::LocalHostIPv6);
    if (agent.endpoint().port == 0)
        QSKIP("this machine has no IPv6 loopback");
    agent.answer = [&](QTcpSocket &peer, const QByteArray &question) { peer.write(response(m_engine, question)); };
    const auto s = session(agent.endpoint());
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
}

void TestSocket::tcpIsRefusedAtOnce() {
    FakeTcpAgent agent;
    const auto s = session(agent.endpoint(), {5000ms, 1});
    agent.close();
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get, 1000));
    QCOMPARE(get->ending(), Ending::Refused);
    QCOMPARE(get->failure()->kind(), Failure::Kind::Refused);
}

void TestSocket::tcpToAPortThatNeverAnswersTimesOut() {
    FakeTcpAgent agent;
    agent.answer = [](QTcpSocket &, const QByteArray &) {};
    const auto s = session(agent.endpoint(), {100ms, 1});
    const Ticker ticker;
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Timeout);
    QCOMPARE(get->figures().retries, 0); // nothing is lost on TCP
    QVERIFY(get->figures().elapsed < 300ms);
    QVERIFY(ticker.longestGap() < 100 * Slowdown);
}

void TestSocket::tcpEndsOnAMessageOverOneMebibyte() {
    FakeTcpAgent agent;
    agent.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write(QByteArray::fromHex("308400100001")); };
    const auto s = session(agent.endpoint());
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
    QVERIFY(get->failure()->text().contains(u"1 MiB"));
}

void TestSocket::tcpEndsOnGarbage() {
    FakeTcpAgent agent;
    agent.answer = [](QTcpSocket &peer, const QByteArray &) { peer.write("HTTP/1.1 400 Bad Request\r\n"); };
    const auto s = session(agent.endpoint());
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Malformed);
}

void TestSocket::tcpThatClosesEndsItsRequestsAndOpensAnew() {
    FakeTcpAgent agent;
    agent.answer = [](QTcpSocket &peer, const QByteArray &) { peer.close(); };
    const auto s = session(agent.endpoint());
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Closed);
    agent.answer = [&](QTcpSocket &peer, const QByteArray &question) { peer.write(response(m_engine, question)); };
    const auto again = s->get({sysDescr});
    QVERIFY(finishes(*again));
    QCOMPARE(again->ending(), Ending::Whole);
    QCOMPARE(agent.connections, 2);
}

void TestSocket::aSetOverATcpThatClosesMayHaveBeenMade() {
    FakeTcpAgent agent;
    agent.answer = [](QTcpSocket &peer, const QByteArray &) { peer.close(); };
    const auto s = session(agent.endpoint());
    const auto set = s->set({{sysDescr, Value::octets("x")}});
    QVERIFY(finishes(*set));
    QCOMPARE(set->ending(), Ending::Closed);
    QCOMPARE(set->failure()->kind(), Failure::Kind::LostSet);
}

void TestSocket::udpOverIPv6() {
    QUdpSocket agent;
    if (!agent.bind(QHostAddress::LocalHostIPv6, 0))
        QSKIP("this machine has no IPv6 loopback");
    connect(&agent, &QUdpSocket::readyRead, this, [&] {
        QByteArray question(agent.pendingDatagramSize(), Qt::Uninitialized);
        QHostAddress from;
        quint16 port = 0;
        agent.readDatagram(question.data(), question.size(), &from, &port);
        agent.writeDatagram(response(m_engine, question), from, port);
    });
    const auto s = session({Endpoint::Transport::Udp6, true, u"::1"_s, agent.localPort()});
    const auto get = s->get({sysDescr});
    QVERIFY(finishes(*get));
    QCOMPARE(get->ending(), Ending::Whole);
}

QTEST_GUILESS_MAIN(TestSocket)
#include "tst_socket.moc"
