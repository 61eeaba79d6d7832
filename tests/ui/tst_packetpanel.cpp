// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlibrary.h"
#include "tests/ui/named.h"
#include "tests/ui/packettraffic.h"
#include "ui/packet/hexview.h"
#include "ui/packet/packetpanel.h"
#include "ui/packet/packettreemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

using namespace walkabout;
using namespace walkabout::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Direction = Traffic::Direction;

QString printed(const QAbstractItemModel &model, const QModelIndex &below = {}, int depth = 0) {
    QString text;
    for (int row = 0; row < model.rowCount(below); ++row) {
        const QModelIndex index = model.index(row, 0, below);
        text += QString(depth * 2, u' ') + index.data().toString() + u": "_s
            + index.siblingAtColumn(1).data().toString() + u'\n' + printed(model, index, depth + 1);
    }
    return text;
}

} // namespace

/// The packets panel, what it shows of a message, and what it lets out.
class TestPacketPanel final : public QObject {
    Q_OBJECT

private slots:
    void showsTheTreeAndTheOctetsOfTheCurrentOne();
    void choosesAnElementByItsOctet();
    void masksTheCommunityUnlessAsked();
    void showsWhereAMessageBreaks();
    void saysThatTheKeysAreNotHere();
    void showsWhatTheKeysOpen();
    void goesFromAQuestionToItsAnswerAndBack();
    void pausesAndClears();
    void savesWhatIsListed();
    void everyControlHasAName();

private:
    static void trigger(PacketPanel &panel, const QString &name) {
        auto *button = named<QToolButton>(panel, name);
        QVERIFY2(button, qPrintable(name));
        button->click();
    }

    TestLibrary m_library;
    PacketTraffic m_traffic;
};

void TestPacketPanel::showsTheTreeAndTheOctetsOfTheCurrentOne() {
    PacketRing ring;
    PacketPanel panel(ring);
    panel.setLibrary(m_library.get());
    auto *list = named<QTableView>(panel, u"Packets"_s);
    auto *tree = named<QTreeView>(panel, u"Packet tree"_s);
    auto *hex = named<HexView>(panel, u"Packet octets"_s);
    QVERIFY(list && tree && hex);
    const QAbstractItemModelTester tester(tree->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_traffic.add(ring, Direction::Out, message(0xa5, 0x12345678));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(printed(*tree->model()), uR"(message: 43 octets
  version: 2c (1)
  community: ••••••
  data: get-bulk
    request-id: 305419896
    non-repeaters: 0
    max-repetitions: 0
    variable-bindings: 1 varbind
      VarBind: sysDescr.0
        name: SNMPv2-MIB::sysDescr.0 (1.3.6.1.2.1.1.1.0)
        value: NULL
)"_s);
    QCOMPARE(hex->toPlainText(), uR"(0000  30 29 02 01 01 04 06 ••  •• •• •• •• •• a5 1c 02  0).....••••••...
0010  04 12 34 56 78 02 01 00  02 01 00 30 0e 30 0c 06  ..4Vx......0.0..
0020  08 2b 06 01 02 01 01 01  00 05 00                 .+.........)"_s);
}

void TestPacketPanel::choosesAnElementByItsOctet() {
    PacketRing ring;
    PacketPanel panel(ring);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto *list = named<QTableView>(panel, u"Packets"_s);
    auto *tree = named<QTreeView>(panel, u"Packet tree"_s);
    auto *hex = named<HexView>(panel, u"Packet octets"_s);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    list->setCurrentIndex(list->model()->index(0, 0));
    hex->setFocus();
    QTextCursor caret(hex->document()->findBlockByNumber(1));
    caret.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 6 + 2 * 3); // octet 18, of the request id
    hex->setTextCursor(caret);
    QCOMPARE(tree->currentIndex().data().toString(), u"request-id"_s);
    QCOMPARE(hex->extraSelections().size(), 4); // over two lines, as hex and as letters
    QCOMPARE(hex->extraSelections().at(2).cursor.selectedText(), u"04 00 00 00 07"_s);
}

void TestPacketPanel::masksTheCommunityUnlessAsked() {
    PacketRing ring;
    PacketPanel panel(ring);
    auto *list = named<QTableView>(panel, u"Packets"_s);
    auto *tree = named<QTreeView>(panel, u"Packet tree"_s);
    auto *hex = named<HexView>(panel, u"Packet octets"_s);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    list->selectRow(0);
    const QString clear = QString::fromLatin1(QByteArray("public").toHex(' '));
    trigger(panel, u"Copy packets as hex"_s);
    QVERIFY2(QGuiApplication::clipboard()->text().contains(u"2a 2a 2a 2a 2a 2a a0"),
        qPrintable(QGuiApplication::clipboard()->text()));
    QVERIFY(!hex->toPlainText().contains(u"public"));
    trigger(panel, u"Show communities"_s);
    QVERIFY(printed(*tree->model()).contains(u"community: public\n"));
    QVERIFY2(hex->toPlainText().contains(u"publi"), qPrintable(hex->toPlainText()));
    trigger(panel, u"Copy packets as hex"_s);
    QVERIFY(QGuiApplication::clipboard()->text().contains(clear));
    trigger(panel, u"Show communities"_s);
    QVERIFY(printed(*tree->model()).contains(u"community: ••••••\n"));
}

void TestPacketPanel::showsWhereAMessageBreaks() {
    PacketRing ring;
    PacketPanel panel(ring);
    panel.show(); // its note shows
    auto *list = named<QTableView>(panel, u"Packets"_s);
    auto *tree = named<QTreeView>(panel, u"Packet tree"_s);
    m_traffic.add(ring, Direction::In, message(0xa2, 7).replace(42, 1, "\7"));
    QVERIFY(line(*list->model(), 0)
                .endsWith(u"Malformed at octet 41: the length of value is 7, which goes over the end by 7."));
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(tree->currentIndex().data().toString(), u"value"_s);
    QVERIFY(tree->currentIndex().siblingAtColumn(1).data().toString().contains(u"goes over the end by 7"));
    auto *note = named<QLabel>(panel, u"Packet note"_s, true);
    QVERIFY(note && note->text().startsWith(u"Malformed at octet 41"));
}

void TestPacketPanel::saysThatTheKeysAreNotHere() {
    PacketRing ring;
    PacketPanel panel(ring);
    panel.show();
    bool isOpen = true;
    panel.setDecrypt([&isOpen](const QUuid &, QByteArrayView) { return Decrypted{isOpen, {}}; });
    auto *list = named<QTableView>(panel, u"Packets"_s);
    m_traffic.add(ring, Direction::Out, encrypted());
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY2(
        line(*list->model(), 0).contains(u"v3 | encrypted | msgID 287454020 |"), qPrintable(line(*list->model(), 0)));
    QVERIFY(named<QLabel>(panel, u"Packet note"_s)->text().contains(u"not with this device's keys"));
    isOpen = false;
    panel.refresh();
    QVERIFY(named<QLabel>(panel, u"Packet note"_s)->text().contains(u"the keys are not here"));
    QVERIFY(line(*list->model(), 0).endsWith(u"the keys are not here"));
}

void TestPacketPanel::showsWhatTheKeysOpen() {
    PacketRing ring;
    PacketPanel panel(ring);
    int asked = 0;
    panel.setDecrypt([&](const QUuid &device, QByteArrayView bytes) {
        ++asked;
        const QByteArray plain = QByteArray::fromHex("30240400040862726964676531"
                                                     "31a016020107020100020100300b300906052b06010201050000");
        return Decrypted{device == m_traffic.device && bytes == encrypted(), plain};
    });
    auto *list = named<QTableView>(panel, u"Packets"_s);
    for (int i = 0; i < 3; ++i)
        m_traffic.add(ring, Direction::Out, encrypted());
    QCOMPARE(asked, 0); // nobody looked
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY2(line(*list->model(), 0).contains(u"v3 | get | 7 | 1 |"), qPrintable(line(*list->model(), 0)));
    const QString tree = printed(*named<QTreeView>(panel, u"Packet tree"_s)->model());
    QVERIFY2(tree.contains(u"  encryptedPDU: 8 octets, decrypted\n    scopedPDU: 38 octets\n"), qPrintable(tree));
    QVERIFY2(tree.contains(u"contextName: bridge11\n"), qPrintable(tree));
    QVERIFY(named<HexView>(panel, u"Packet octets"_s)->toPlainText().contains(u"decrypted:\n0000  30 24"));
}

void TestPacketPanel::goesFromAQuestionToItsAnswerAndBack() {
    PacketRing ring;
    PacketPanel panel(ring);
    panel.show();
    auto *list = named<QTableView>(panel, u"Packets"_s);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    m_traffic.add(ring, Direction::Out, message(0xa0, 8));
    m_traffic.add(ring, Direction::In, message(0xa2, 7));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->currentIndex().row(), 0);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(list->currentIndex().row(), 1);
}

void TestPacketPanel::pausesAndClears() {
    PacketRing ring;
    PacketPanel panel(ring);
    QSignalSpy counted(&panel, &PacketPanel::countChanged);
    auto *list = named<QTableView>(panel, u"Packets"_s);
    m_traffic.add(ring, Direction::Out, message(0xa0, 7));
    QCOMPARE(counted.last().first().toLongLong(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    trigger(panel, u"Pause packets"_s);
    ring.add(m_traffic.device, u"core1"_s, traffic(Direction::In, message(0xa2, 7)));
    bool said = false;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        said = said || label->text() == u"1 packet, paused: 1 went by"_s;
    QVERIFY(said);
    QCOMPARE(list->model()->rowCount(), 1);
    trigger(panel, u"Pause packets"_s);
    trigger(panel, u"Clear packets"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QCOMPARE(counted.last().first().toLongLong(), 0);
    QVERIFY(named<HexView>(panel, u"Packet octets"_s)->toPlainText().isEmpty());
}

void TestPacketPanel::savesWhatIsListed() {
    PacketRing ring;
    PacketPanel panel(ring);
    for (quint32 id = 1; id <= 4; ++id)
        ring.add(m_traffic.device, u"core1"_s, traffic(Direction::Out, message(id % 2 ? 0xa0 : 0xa1, id)));
    auto *list = named<QTableView>(panel, u"Packets"_s);
    QTRY_COMPARE(list->model()->rowCount(), 4);
    named<QLineEdit>(panel, u"Filter packets"_s)->setText(u"get-next"_s);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QTest::qWait(0);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"some.pcap"_s);
    QSignalSpy saved(&panel, &PacketPanel::saved);
    panel.save(path);
    QVERIFY(saved.wait());
    QCOMPARE(saved.first(), (QVariantList{path, 2, true}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.size(), 24 + 2 * (16 + 28 + 43));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("public"));
    QCOMPARE(bytes.count("******"), 2);
    QSignalSpy failed(&panel, &PacketPanel::failed);
    panel.save(folder.filePath(u"no/such/folder.pcap"_s));
    QVERIFY(failed.wait());
}

void TestPacketPanel::everyControlHasAName() {
    PacketRing ring;
    PacketPanel panel(ring);
    for (const QString &name :
        {u"Pause packets"_s, u"Show communities"_s, u"Copy packets as hex"_s, u"Save packets"_s, u"Clear packets"_s}) {
        auto *button = named<QToolButton>(panel, name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(!button->defaultAction()->shortcut().isEmpty(), qPrintable(name));
        QCOMPARE(button->focusPolicy(), Qt::TabFocus);
    }
}

QTEST_MAIN(TestPacketPanel)
#include "tst_packetpanel.moc"
