// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/pcapfile.h"
#include "tests/support/capture.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Saved messages as tshark reads them.
class TestPcapFile final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void holdsTheMessagesAsTheyWere();
    void masksCommunitiesUnlessAskedOtherwise();
    void tsharkReadsEveryWay();
    void tsharkReadsLongMessagesOverTcp();
    void saysWhyItCannotBeWritten();

private:
    void add(Traffic::Direction direction, const Message &message, const SocketPath &path);
    void addBoth(const Message &question, const SocketPath &path);
    /// One line a packet; skips the test where tshark is missing.
    [[nodiscard]] QStringList tshark(const QStringList &arguments, pcap::Communities communities);

    Engine m_engine;
    QTemporaryDir m_folder;
    std::vector<Packet> m_packets;
};

namespace {

Message question(Version version, qint32 id) {
    Message message;
    message.version = version;
    message.community = Secret("s3cret-word");
    message.requestId = id;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value()}, {Oid{1, 3, 6, 1, 2, 1, 1, 3, 0}, Value()}};
    return message;
}

Message answer(Message message, const QByteArray &text = "a switch") {
    message.pdu = Pdu::Response;
    message.varBinds[0].value = Value::octets(text);
    message.varBinds[1].value = Value::timeTicks(4711);
    return message;
}

SocketPath path4(quint16 port = 161) {
    return {QHostAddress(u"192.0.2.1"_s), 50123, QHostAddress(u"192.0.2.9"_s), port};
}

SocketPath path6() { return {QHostAddress(u"2001:db8::1"_s), 50124, QHostAddress(u"fe80::9%eth0"_s), 161}; }

SocketPath stream(SocketPath path) {
    path.isStream = true;
    return path;
}

} // namespace

void TestPcapFile::init() { m_packets.clear(); }

void TestPcapFile::add(Traffic::Direction direction, const Message &message, const SocketPath &path) {
    Packet packet;
    packet.number = qint64(m_packets.size()) + 1;
    packet.traffic = {direction, UtcMicroseconds(1'700'000'000s + packet.number * 1ms + 7us),
        *codec::encode(message, m_engine), path};
    m_packets.push_back(packet);
}

void TestPcapFile::addBoth(const Message &question, const SocketPath &path) {
    add(Traffic::Direction::Out, question, path);
    add(Traffic::Direction::In, answer(question), path);
}

QStringList TestPcapFile::tshark(const QStringList &arguments, pcap::Communities communities) {
    const QString program = QStandardPaths::findExecutable(u"tshark"_s);
    const QString path = m_folder.filePath(u"saved.pcap"_s);
    if (program.isEmpty() || pcap::save(path, m_packets, communities))
        return {};
    QProcess process;
    process.start(program,
        QStringList{u"-n"_s, u"-r"_s, path, u"-o"_s, u"ip.check_checksum:TRUE"_s, u"-o"_s, u"udp.check_checksum:TRUE"_s,
            u"-o"_s, u"tcp.check_checksum:TRUE"_s}
            + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {QString::fromUtf8(process.readAllStandardError())};
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void TestPcapFile::holdsTheMessagesAsTheyWere() {
    addBoth(question(Version::V2c, 12), path4());
    const QByteArrayList held = test::datagrams(pcap::file(m_packets, pcap::Communities::Clear));
    QCOMPARE(held, (QByteArrayList{m_packets[0].traffic.bytes, m_packets[1].traffic.bytes}));
}

void TestPcapFile::masksCommunitiesUnlessAskedOtherwise() {
    addBoth(question(Version::V2c, 12), path4());
    addBoth(question(Version::V1, 13), stream(path4()));
    const QByteArray masked = pcap::file(m_packets);
    const QByteArray clear = pcap::file(m_packets, pcap::Communities::Clear);
    QCOMPARE(masked.size(), clear.size());
    QVERIFY(!masked.contains("s3cret-word"));
    QCOMPARE(masked.count("***********"), 4);
    QCOMPARE(clear.count("s3cret-word"), 4);
}

void TestPcapFile::tsharkReadsEveryWay() {
    if (QStandardPaths::findExecutable(u"tshark"_s).isEmpty())
        QSKIP("tshark is not installed");
    addBoth(question(Version::V1, 1001), path4());
    addBoth(question(Version::V2c, 1002), path6());
    addBoth(question(Version::V2c, 1003), path4(40161)); // not SNMP's port
    addBoth(question(Version::V2c, 1004), stream(path4()));
    addBoth(question(Version::V2c, 1005), stream(path6()));
    addBoth(question(Version::V2c, 1006), {});
    Message secret = question(Version::V3, 1007);
    secret.v3.messageId = 2007;
    secret.v3.level = SecurityLevel::NoAuthNoPriv;
    secret.v3.engineId = QByteArray("\x80\0\x1f\x88\4walk", 9);
    secret.v3.user = "operator";
    const UsmUser user{.engineId = secret.v3.engineId, .name = secret.v3.user};
    Packet packet;
    packet.traffic = {Traffic::Direction::Out, utcNow(), *codec::encode(secret, m_engine, &user), path4()};
    m_packets.push_back(packet);

    const QStringList fields{u"-T"_s, u"fields"_s, u"-e"_s, u"snmp.request_id"_s, u"-e"_s, u"snmp.community"_s};
    const QStringList read = tshark(fields, pcap::Communities::Clear);
    QStringList expected;
    for (int id = 1001; id <= 1006; ++id) {
        for (int way = 0; way < 2; ++way)
            expected << u"%1\ts3cret-word"_s.arg(id);
    }
    expected << u"1007\t"_s;
    QCOMPARE(read, expected);
    QCOMPARE(tshark(fields, pcap::Communities::Masked), expected.replaceInStrings(u"s3cret-word"_s, u"***********"_s));
    QCOMPARE(tshark({u"-Y"_s, u"_ws.malformed || _ws.expert.severity >= 0x00600000"_s}, pcap::Communities::Masked),
        QStringList());
    QCOMPARE(tshark({u"-Y"_s, u"ip.checksum.status == 0 || udp.checksum.status == 0 || tcp.checksum.status == 0"_s},
                 pcap::Communities::Masked),
        QStringList());
    QCOMPARE(
        tshark({u"-Y"_s, u"snmp.value.timeticks == 4711 && ipv6.src == fe80::9"_s}, pcap::Communities::Masked).size(),
        2);
    QCOMPARE(tshark({u"-T"_s, u"fields"_s, u"-e"_s, u"frame.time_epoch"_s}, pcap::Communities::Masked).first(),
        u"1700000000.001007000"_s);
}

void TestPcapFile::tsharkReadsLongMessagesOverTcp() {
    if (QStandardPaths::findExecutable(u"tshark"_s).isEmpty())
        QSKIP("tshark is not installed");
    const Message asked = question(Version::V2c, 2001);
    add(Traffic::Direction::Out, asked, stream(path4()));
    Message said = answer(asked);
    for (int i = 1; i <= 40; ++i) // over one segment
        said.varBinds.append({Oid{1, 3, 6, 1, 4, 1, 99999, 1}, Value::octets(QByteArray(5'000, 'a'))});
    add(Traffic::Direction::In, said, stream(path4()));
    add(Traffic::Direction::Out, question(Version::V2c, 2002), stream(path4()));
    const QStringList ids
        = tshark({u"-Y"_s, u"snmp"_s, u"-T"_s, u"fields"_s, u"-e"_s, u"snmp.request_id"_s}, pcap::Communities::Masked);
    QCOMPARE(ids, (QStringList{u"2001"_s, u"2001"_s, u"2002"_s}));
}

void TestPcapFile::saysWhyItCannotBeWritten() {
    const auto failure = pcap::save(m_folder.filePath(u"no/such/folder/x.pcap"_s), {});
    QVERIFY(failure);
    QCOMPARE(failure->kind(), Failure::Kind::File);
}

QTEST_GUILESS_MAIN(TestPcapFile)
#include "tst_pcapfile.moc"
