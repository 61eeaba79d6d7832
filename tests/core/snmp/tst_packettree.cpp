// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/packethead.h"
#include "core/snmp/packetmask.h"
#include "core/snmp/packettree.h"
#include "core/snmp/packetvalue.h"
#include "tests/support/capture.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

QString packetFolder() { return u"" WALKABOUT_SOURCE_DIR "/../shared/packets"_s; }

QByteArray contentsOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every message of the captures and raw files beside the project.
QByteArrayList realMessages() {
    QByteArrayList messages;
    QDirIterator files(packetFolder(), {u"*.bin"_s, u"*.pcap"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        messages << messagesIn(contentsOf(files.next()));
    return messages;
}

/// As an indented text: field, offset, size.
QString printed(const PacketTree &tree) {
    QStringList lines;
    QList<int> depths;
    for (const PacketNode &node : tree.nodes()) {
        depths << (node.parent < 0 ? 0 : depths.at(node.parent) + 1);
        lines << QString(depths.last() * 2, u' ') + QString(packetFieldName(node.field))
                + u" %1+%2"_s.arg(node.offset).arg(node.size());
    }
    return lines.join(u'\n');
}

VarBinds varBinds(const PacketTree &tree) {
    VarBinds pairs;
    for (size_t i = 0; i + 2 < tree.nodes().size(); ++i) {
        if (tree.nodes()[i].field != PacketField::VarBind)
            continue;
        const PacketNode &value = tree.nodes()[i + 2];
        pairs.append({berOid(tree.contents(tree.nodes()[i + 1])).value_or(Oid()),
            berValue(value.tag, tree.contents(value)).value_or(Value())});
    }
    return pairs;
}

/// GET sysDescr.0 of "public", request id 0x12345678.
QByteArray get() {
    return QByteArray::fromHex(
        "302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500");
}

} // namespace

/// What a message is made of, whatever the octets are; the truth is what net-snmp decodes.
class TestPacketTree final : public QObject {
    Q_OBJECT

private slots:
    void readsEachElementInItsPlace();
    void headsSayWhatTheRowShows();
    void readsRealMessagesAsNetSnmpDoes();
    void saysWhereAMessageBreaks_data();
    void saysWhereAMessageBreaks();
    void showsACutMessageUpToTheCut();
    void readsWhatStandsBehindTheFault();
    void readsWhatWasDecrypted();
    void holdsAnything();
    void holdsDeepAndWideOnes();

private:
    Engine m_engine;
};

void TestPacketTree::readsEachElementInItsPlace() {
    const PacketTree tree(get());
    QVERIFY(!tree.fault());
    QCOMPARE(printed(tree), uR"(message 0+43
  version 2+3
  community 5+8
  data 13+30
    request-id 15+6
    error-status 21+3
    error-index 24+3
    variable-bindings 27+16
      VarBind 29+14
        name 31+10
        value 41+2)"_s);
}

void TestPacketTree::headsSayWhatTheRowShows() {
    const PacketHead head = PacketHead::of(PacketTree(get()));
    QCOMPARE(head.version, Version::V2c);
    QCOMPARE(head.pdu, Pdu::Get);
    QCOMPARE(head.requestId, 0x12345678);
    QCOMPARE(head.varBinds, 1);
    QVERIFY(!head.isEncrypted && !head.fault && !head.errorStatus);
}

void TestPacketTree::readsRealMessagesAsNetSnmpDoes() {
    if (!QFile::exists(packetFolder()))
        QSKIP("no captures beside the project");
    int compared = 0;
    int encrypted = 0;
    const QByteArrayList messages = realMessages();
    QVERIFY(messages.size() > 50);
    for (const QByteArray &bytes : messages) {
        const PacketTree tree(bytes);
        const PacketHead head = PacketHead::of(tree);
        if (head.isEncrypted) {
            ++encrypted;
            QVERIFY2(!head.fault, bytes.toHex());
            continue;
        }
        const auto seen = codec::peek(bytes);
        std::optional<UsmUser> user;
        if (seen && seen->version == Version::V3) {
            if (seen->level != SecurityLevel::NoAuthNoPriv)
                continue; // nobody has its keys
            if (!seen->user.isEmpty())
                user = UsmUser{.engineId = seen->engineId, .name = seen->user};
        }
        const auto decoded = codec::decode(bytes, m_engine, user ? &*user : nullptr);
        const QString why = head.fault ? head.fault->text() : decoded ? QString() : decoded.failure().logText();
        QVERIFY2(decoded.ok() == !head.fault, qPrintable(why + u' ' + QString::fromLatin1(bytes.toHex())));
        if (!decoded)
            continue;
        ++compared;
        QCOMPARE(head.version, decoded->version);
        QCOMPARE(head.pdu, decoded->pdu);
        if (decoded->pdu != Pdu::TrapV1)
            QCOMPARE(head.requestId, decoded->requestId);
        QCOMPARE(varBinds(tree), decoded->varBinds);
        if (decoded->version != Version::V3)
            QCOMPARE(tree.contents(*tree.find(PacketField::Community)), decoded->community.reveal());
    }
    QVERIFY2(compared > 50, QByteArray::number(compared));
    QVERIFY(encrypted > 0);
}

void TestPacketTree::saysWhereAMessageBreaks_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PacketFault>("fault");
    using Kind = PacketFault::Kind;
    using Field = PacketField;
    const auto changed = [](qsizetype at, const QByteArray &hex) {
        return get().replace(at, hex.size() / 2, QByteArray::fromHex(hex));
    };
    QTest::newRow("nothing") << QByteArray() << PacketFault{Kind::Missing, Field::Message, false, 0};
    QTest::newRow("text") << QByteArray("GET / HTTP/1.1")
                          << PacketFault{Kind::WrongTag, Field::Message, false, 0, 'G', 0x30};
    QTest::newRow("one octet") << QByteArray("0") << PacketFault{Kind::EndsInHead, Field::Message, false, 0};
    QTest::newRow("whole length too long")
        << changed(1, "35") << PacketFault{Kind::OverEnd, Field::Message, false, 0, 0x35, 12};
    QTest::newRow("no definite length") << changed(1, "80") << PacketFault{Kind::BadLength, Field::Message, false, 0};
    QTest::newRow("version 7") << changed(4, "07") << PacketFault{Kind::UnknownVersion, Field::Version, false, 2, 7};
    QTest::newRow("community of another type")
        << changed(5, "02") << PacketFault{Kind::WrongTag, Field::Community, false, 5, 2, 4};
    QTest::newRow("unknown PDU") << changed(13, "af") << PacketFault{Kind::UnknownPdu, Field::Pdu, false, 13, 0xaf};
    QTest::newRow("empty request id") << QByteArray::fromHex("301102010104067075626c6963a0040200aabb")
                                      << PacketFault{Kind::BadInteger, Field::RequestId, false, 15, 0};
    QTest::newRow("request id of five octets")
        << QByteArray::fromHex("301402010104067075626c6963a00702050100000000")
        << PacketFault{Kind::OutOfRange, Field::RequestId, false, 15, qint64{1} << 32};
    QTest::newRow("no request id") << QByteArray::fromHex("300d02010104067075626c6963a000")
                                   << PacketFault{Kind::Missing, Field::RequestId, false, 15};
    QTest::newRow("octets too many") << QByteArray::fromHex(
        "302b02010104067075626c6963a01e0204123456780201000201003010300e06082b0601020101010005000500")
                                     << PacketFault{Kind::Extra, Field::VarBind, false, 43, 2};
    QTest::newRow("name cut in a part") << changed(40, "80") << PacketFault{Kind::BadOid, Field::Name, false, 31};
    QTest::newRow("value of no type") << changed(41, "0c")
                                      << PacketFault{Kind::UnknownType, Field::Value, false, 41, 12};
    QTest::newRow("value too long") << changed(42, "07") << PacketFault{Kind::OverEnd, Field::Value, false, 41, 7, 7};
    QTest::newRow("cut in the value's head")
        << get().chopped(1) << PacketFault{Kind::EndsInHead, Field::Value, false, 41};
    QTest::newRow("cut in the name") << get().chopped(4) << PacketFault{Kind::OverEnd, Field::Name, false, 31, 8, 2};
}

void TestPacketTree::saysWhereAMessageBreaks() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const PacketFault, fault);
    const PacketTree tree(bytes);
    QVERIFY(tree.fault());
    QVERIFY2(*tree.fault() == fault, qPrintable(u"%1 at %2"_s.arg(tree.fault()->text()).arg(tree.fault()->offset)));
    QVERIFY(!tree.fault()->text().isEmpty());
}

void TestPacketTree::showsACutMessageUpToTheCut() {
    const PacketTree tree(get().first(35));
    QCOMPARE(printed(tree), uR"(message 0+35
  version 2+3
  community 5+8
  data 13+22
    request-id 15+6
    error-status 21+3
    error-index 24+3
    variable-bindings 27+8
      VarBind 29+6
        name 31+4)"_s);
    const PacketHead head = PacketHead::of(tree);
    QCOMPARE(head.requestId, 0x12345678);
    QCOMPARE(head.varBinds, 1);
}

void TestPacketTree::readsWhatStandsBehindTheFault() {
    const PacketTree tree(get().replace(13, 1, "\xbf"));
    QCOMPARE(tree.fault()->kind, PacketFault::Kind::UnknownPdu);
    QVERIFY2(printed(tree).endsWith(uR"(  element 13+30
    element 15+6
    element 21+3
    element 24+3
    element 27+16
      element 29+14
        element 31+10
        element 41+2)"_s),
        qPrintable(printed(tree)));
}

void TestPacketTree::readsWhatWasDecrypted() {
    const QByteArray message = QByteArray::fromHex(
        "30320201033011020411223344020300ffe30401030201030410300e040002010002010004000400040004080102030405060708");
    const QByteArray plain = QByteArray::fromHex("301404000400a00e020107020100020100300306010000"); // cut short
    const PacketTree unread(message);
    QVERIFY2(!unread.fault(), qPrintable(unread.fault() ? unread.fault()->text() : QString()));
    QVERIFY(PacketHead::of(unread).isEncrypted);
    QCOMPARE(PacketHead::of(unread).messageId, 0x11223344);
    const PacketTree tree(message, plain);
    const PacketHead head = PacketHead::of(tree);
    QVERIFY(!head.isEncrypted);
    QCOMPARE(head.requestId, 7);
    QVERIFY(tree.fault() && tree.fault()->isPlain);
    for (const PacketNode &node : tree.nodes())
        QCOMPARE(node.isPlain, node.field >= PacketField::ScopedPdu || node.field < PacketField::Message);
}

void TestPacketTree::holdsAnything() {
    QRandomGenerator random(20260101);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = get();
        for (quint32 change = random.bounded(4U); change > 0; --change)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256U));
        bytes.truncate(random.bounded(bytes.size() + 1));
        const PacketTree tree(bytes, i % 2 ? bytes : QByteArray());
        for (const PacketNode &node : tree.nodes())
            QCOMPARE(tree.contents(node).size(), node.length);
        QCOMPARE(withMaskedCommunity(bytes).size(), bytes.size());
    }
}

void TestPacketTree::holdsDeepAndWideOnes() {
    QByteArray deep;
    for (int i = 0; i < 20'000; ++i)
        deep += QByteArray::fromHex("3083ffffff");
    QVERIFY(PacketTree(deep).fault());
    const QByteArray wide = QByteArray::fromHex("3084000fffff") + QByteArray(2'000'000, '\5');
    const PacketTree tree(wide);
    QVERIFY(tree.fault());
    QVERIFY(tree.nodes().size() < 250'000);
}

QTEST_GUILESS_MAIN(TestPacketTree)
#include "tst_packettree.moc"
