// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/packettraffic.h"

#include <QAbstractItemModelTester>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Direction = Traffic::Direction;

} // namespace

/// The list of messages as it grows, is filtered, and lets the oldest go.
class TestPacketModel final : public QObject {
    Q_OBJECT

private slots:
    void listsWhatGoesBy();
    void listsWhatWasThereBefore();
    void filtersWhatCameAndWhatComes();
    void lettingGoKeepsTheListRight();
    void triesAgainOnceADeviceSpeaksAgain();

private:
    PacketTraffic m_traffic;
};

void TestPacketModel::listsWhatGoesBy() {
    PacketRing ring;
    PacketModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    m_traffic.add(ring, Direction::In, message(0xa2, 7), 2500us);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(line(model, 0), u"core1 | → out | v2c | get | 7 | 1 |  | 43 | 1.3.6.1.2.1.1.1.0"_s);
    QCOMPARE(line(model, 1), u"core1 | ← in | v2c | response | 7 | 1 | 2.50 ms | 43 | 1.3.6.1.2.1.1.1.0"_s);
}

void TestPacketModel::listsWhatWasThereBefore() {
    PacketRing ring;
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    PacketModel model(ring);
    QCOMPARE(model.rowCount(), 1);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    QVERIFY(line(model, 1).contains(u"try 2"));
}

void TestPacketModel::filtersWhatCameAndWhatComes() {
    PacketRing ring;
    PacketModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint32 id = 1; id <= 2000; ++id) {
        ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(0xa0, 100'000 + id)));
        ring.add(m_traffic.device, u"core1"_s, traffic(Direction::In, message(0xa2, 100'000 + id)));
    }
    QTRY_COMPARE(model.rowCount(), 4000);
    model.setFilter(u"10077 -response"_s); // 100770 ... 100779
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 10);
    ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(0xa1, 110'077)));
    ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(0xa1, 5)));
    QTRY_COMPARE(model.rowCount(), 11);
    QCOMPARE(model.index(0, PacketModel::Id).data().toString(), u"100770"_s);
    QCOMPARE(model.index(10, PacketModel::Id).data().toString(), u"110077"_s);
    model.setFilter(u"get-next"_s);
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 2);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4002);
}

void TestPacketModel::lettingGoKeepsTheListRight() {
    PacketRing ring({100, 1'000'000});
    PacketModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (quint32 id = 1; id <= 1250; ++id)
        ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(0xa0, id)));
    QTRY_COMPARE(ring.end(), 1251);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.index(0, PacketModel::Id).data().toString(), u"1151"_s);
    QCOMPARE(model.rowOf(1151), 0);
    QCOMPARE(model.rowOf(1150), -1);
    model.setFilter(u"get"_s);
    for (quint32 id = 1; id <= 1250; ++id)
        ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(0xa0, id)));
    QTRY_COMPARE(ring.end(), 2501);
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 100);
}

void TestPacketModel::triesAgainOnceADeviceSpeaksAgain() {
    PacketRing ring;
    PacketModel model(ring);
    bool isOpen = false;
    model.setDecrypt([&isOpen](const QUuid &, QByteArrayView) {
        return isOpen ? Decrypted{true, QByteArray::fromHex("301904000400a0130201070201000201003008300606022b060500")}
                      : Decrypted{};
    });
    m_traffic.add(ring, Direction::Out, encrypted());
    QVERIFY(line(model, 0).endsWith(u"the keys are not here"));
    isOpen = true;
    QVERIFY(line(model, 0).endsWith(u"the keys are not here")); // as it was made
    m_traffic.add(ring, Direction::Out, encrypted());
    QVERIFY2(line(model, 0).contains(u"v3 | get | 7 | 1 |"), qPrintable(line(model, 0)));
}

QTEST_GUILESS_MAIN(TestPacketModel)
#include "tst_packetmodel.moc"
