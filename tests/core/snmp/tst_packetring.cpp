// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/packetring.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Direction = Traffic::Direction;

Message message(Pdu pdu, qint32 id, const QByteArray &value = {}) {
    Message message;
    message.community = Secret("public");
    message.pdu = pdu;
    message.requestId = id;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, value.isEmpty() ? Value() : Value::octets(value)}};
    return message;
}

} // namespace

/// The latest messages, which answers which, and how long it took.
class TestPacketRing final : public QObject {
    Q_OBJECT

private slots:
    void numbersWhatGoesByAndTellsOfItInBatches();
    void findsTheQuestionOfAnAnswer();
    void measuresFromTheLatestTry();
    void anAnswerBelongsToItsDevice();
    void anEchoIsNoAnswer();
    void letsTheOldestGoByNumber();
    void letsTheOldestGoBySize();
    void countsWhatGoesByWhilePaused();
    void clears();
    void costsAWalkLittle();

private:
    [[nodiscard]] Traffic traffic(Direction direction, const Message &message, std::chrono::microseconds at = 0us) {
        return {direction, UtcMicroseconds(1'000'000s + at), *codec::encode(message, m_engine), {}};
    }

    Engine m_engine;
    QUuid m_device = QUuid::createUuid();
};

void TestPacketRing::numbersWhatGoesByAndTellsOfItInBatches() {
    PacketRing ring;
    QSignalSpy grew(&ring, &PacketRing::grew);
    for (int i = 0; i < 300; ++i)
        ring.add(m_device, u"core1"_s, traffic(Direction::Out, message(Pdu::Get, 100 + i)));
    QCOMPARE(grew.size(), 0);
    QVERIFY(grew.wait());
    QCOMPARE(grew.size(), 1);
    QCOMPARE(grew.first(), (QVariantList{qint64(1), qint64(300)}));
    QCOMPARE(ring.at(17).number, 17);
    QCOMPARE(ring.at(17).label, u"core1"_s);
    QCOMPARE(ring.at(17).head.requestId, 116);
}

void TestPacketRing::findsTheQuestionOfAnAnswer() {
    PacketRing ring;
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::GetNext, 7), 0us));
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::GetNext, 8), 1ms));
    ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Response, 7), 2500us));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(3).partner, 1);
    QCOMPARE(ring.at(1).partner, 3);
    QCOMPARE(ring.at(3).roundTrip, std::optional(2500us));
    QCOMPARE(ring.at(2).partner, 0);
    QVERIFY(!ring.at(1).roundTrip);
}

void TestPacketRing::measuresFromTheLatestTry() {
    PacketRing ring;
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7), 0us));
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7), 1s));
    ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Response, 7), 1s + 3ms));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(1).tries, 1);
    QCOMPARE(ring.at(2).tries, 2);
    QCOMPARE(ring.at(3).partner, 2);
    QCOMPARE(ring.at(3).roundTrip, std::optional(std::chrono::microseconds(3ms)));
}

void TestPacketRing::anAnswerBelongsToItsDevice() {
    PacketRing ring;
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7)));
    ring.add(QUuid::createUuid(), u"b"_s, traffic(Direction::In, message(Pdu::Response, 7)));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(2).partner, 0);
    QVERIFY(!ring.at(2).roundTrip);
}

void TestPacketRing::anEchoIsNoAnswer() {
    PacketRing ring;
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7)));
    ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Get, 7)));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(2).partner, 0);
}

void TestPacketRing::letsTheOldestGoByNumber() {
    PacketRing ring({100, 1'000'000});
    QSignalSpy dropping(&ring, &PacketRing::dropping);
    QSignalSpy grew(&ring, &PacketRing::grew);
    for (int i = 1; i <= 130; ++i)
        ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, i)));
    QVERIFY(grew.wait());
    QCOMPARE(dropping.size(), 1);
    QCOMPARE(dropping.first(), QVariantList{qint64(31)});
    QCOMPARE(ring.first(), 31);
    QCOMPARE(ring.end(), 131);
    QCOMPARE(ring.dropped(), 30);
    QCOMPARE(ring.at(31).head.requestId, 31);
    // The answer to one that went finds nothing.
    ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Response, 5)));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(131).partner, 0);
}

void TestPacketRing::letsTheOldestGoBySize() {
    PacketRing ring({10'000, 100'000});
    QSignalSpy grew(&ring, &PacketRing::grew);
    for (int i = 1; i <= 50; ++i)
        ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Response, i, QByteArray(10'000, 'x'))));
    QVERIFY(grew.wait());
    QVERIFY2(ring.octets() <= 100'000, QByteArray::number(ring.octets()));
    QVERIFY(ring.end() - ring.first() >= 8);
}

void TestPacketRing::countsWhatGoesByWhilePaused() {
    PacketRing ring;
    QSignalSpy passed(&ring, &PacketRing::passed);
    ring.setPaused(true);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7)));
    QCOMPARE(passed.size(), 1);
    QCOMPARE(ring.passedBy(), 1);
    QVERIFY(!ring.holds(1));
    ring.setPaused(false);
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 8)));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(1).head.requestId, 8);
}

void TestPacketRing::clears() {
    PacketRing ring;
    ring.add(m_device, u"a"_s, traffic(Direction::Out, message(Pdu::Get, 7)));
    ring.clear();
    QCOMPARE(ring.first(), ring.end());
    QCOMPARE(ring.octets(), 0);
    QSignalSpy grew(&ring, &PacketRing::grew);
    ring.add(m_device, u"a"_s, traffic(Direction::In, message(Pdu::Response, 7)));
    QVERIFY(grew.wait());
    QCOMPARE(ring.at(2).partner, 0);
}

void TestPacketRing::costsAWalkLittle() {
    Message answer = message(Pdu::Response, 7);
    answer.varBinds.clear();
    for (Oid::Part row = 1; row <= 25; ++row)
        answer.varBinds.append({Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 10, row}, Value::counter32(row * 1'000'000)});
    const Traffic in = traffic(Direction::In, answer);
    PacketRing ring;
    constexpr int Answers = 20'000;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Answers; ++i)
        ring.add(m_device, u"a"_s, in);
    const qint64 nanoseconds = timer.nsecsElapsed() / Answers;
    qInfo() << "an answer of 25 varbinds is kept and its head read in" << nanoseconds << "ns";
    QVERIFY2(nanoseconds < 200'000, QByteArray::number(nanoseconds)); // a loaded machine, or a sanitizer
    QCOMPARE(ring.end() - ring.first(), 10'000);
}

QTEST_GUILESS_MAIN(TestPacketRing)
#include "tst_packetring.moc"
