// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"

#include <QFile>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// What goes through the library and back is what it was; what other programs put on the wire is read as RFC 3416 means
/// it.
class TestCodec final : public QObject {
    Q_OBJECT

private slots:
    void everyTypeOfValueSurvives();
    void aRequestIsTheBytesThatTheRfcSays();
    void everyPduTypeSurvives_data();
    void everyPduTypeSurvives();
    void aTrapOfVersion1KeepsItsHead();
    void anEmptyCommunitySurvives();
    void bytesThatAreNoMessageAreMalformed_data();
    void bytesThatAreNoMessageAreMalformed();
    void everyShorterMessageIsMalformed();
    void anIdentifierOf129PartsIsMalformed();
    void anIpAddressOfAnotherLengthIsNoIpAddress();
    void aLongAnswerIsReadWhole();
    void discoveryAsksAsNobody();

private:
    Engine m_engine;
};

namespace {

Message question() {
    Message message;
    message.community = Secret("public");
    message.requestId = 305419896;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 1, 0}, Value()}};
    return message;
}

} // namespace

void TestCodec::everyTypeOfValueSurvives() {
    Message message = question();
    message.pdu = Pdu::Response;
    const Oid at{1, 3, 6, 1, 4, 1, 4294967295U, 0};
    message.varBinds = {
        {at + 1U, Value()},
        {at + 2U, Value::integer(-2147483647 - 1)},
        {at + 3U, Value::integer(2147483647)},
        {at + 4U, Value::octets({})},
        {at + 5U, Value::octets(QByteArray("\0\xff\x80z", 4))},
        {at + 6U, Value::oid(Oid{1, 3, 6, 1, 4294967295U, 127, 128, 16384})},
        {at + 7U, Value::oid(Oid{0, 0})},
        {at + 8U, *Value::ipAddress(QByteArray("\xc0\0\2\1", 4))},
        {at + 9U, Value::counter32(4294967295U)},
        {at + 10U, Value::gauge32(2147483648U)},
        {at + 11U, Value::timeTicks(4294967295U)},
        {at + 12U, Value::opaque(QByteArray("\x04\x01z", 3))},
        {at + 13U, Value::counter64(18446744073709551615ULL)},
        {at + 14U, Value::counter64(4294967296ULL)},
        {at + 15U, Value::opaqueFloat(-1.5F)},
        {at + 16U, Value::opaqueDouble(1e300)},
        {at + 17U, Value::opaqueInteger64(-5)},
        {at + 18U, Value::opaqueInteger64(-9223372036854775807LL)},
        {at + 19U, Value::opaqueUnsigned64(18446744073709551615ULL)},
        {at + 20U, Value::exception(Value::Type::NoSuchObject)},
        {at + 21U, Value::exception(Value::Type::NoSuchInstance)},
        {at + 22U, Value::exception(Value::Type::EndOfMibView)},
        {at + 23U, Value::octets(QByteArray(5000, 'x'))},
        {at + 24U, Value::nsap(QByteArray("\x49\0\1", 3))},
    };
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY(bytes.ok());
    const auto back = codec::decode(*bytes, m_engine);
    QVERIFY2(back.ok(), qPrintable(back.ok() ? QString() : back.failure().logText()));
    QCOMPARE(back->varBinds.size(), message.varBinds.size());
    for (qsizetype i = 0; i < message.varBinds.size(); ++i) {
        QVERIFY2(back->varBinds[i] == message.varBinds[i],
            qPrintable(u"%1: %2 became %3"_s.arg(i).arg(
                Value::typeName(message.varBinds[i].value.type()), Value::typeName(back->varBinds[i].value.type()))));
    }
    QVERIFY(*back == message);
}

void TestCodec::aRequestIsTheBytesThatTheRfcSays() {
    // By hand from X.690 and RFC 3416 3.
    const auto bytes = codec::encode(question(), m_engine);
    QVERIFY(bytes.ok());
    QCOMPARE(bytes->toHex(),
        QByteArray("302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500"));
}

void TestCodec::everyPduTypeSurvives_data() {
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("pdu");
    for (const Pdu pdu :
        {Pdu::Get, Pdu::GetNext, Pdu::Response, Pdu::Set, Pdu::GetBulk, Pdu::Inform, Pdu::TrapV2, Pdu::Report})
        QTest::addRow("v2c %x", unsigned(pdu)) << int(Version::V2c) << int(pdu);
    for (const Pdu pdu : {Pdu::Get, Pdu::GetNext, Pdu::Response, Pdu::Set})
        QTest::addRow("v1 %x", unsigned(pdu)) << int(Version::V1) << int(pdu);
}

void TestCodec::everyPduTypeSurvives() {
    QFETCH(int, version);
    QFETCH(int, pdu);
    Message message = question();
    message.version = Version(version);
    message.pdu = Pdu(pdu);
    message.requestId = -3;
    if (message.pdu == Pdu::GetBulk) {
        message.nonRepeaters = 1;
        message.maxRepetitions = 50;
    } else if (message.pdu == Pdu::Response) {
        message.errorStatus = int(ErrorStatus::NoSuchName);
        message.errorIndex = 1;
    }
    const auto bytes = codec::encode(message, m_engine);
    if (message.pdu == Pdu::Report) { // RFC 3412: version 3 only
        QVERIFY(!bytes.ok());
        return;
    }
    QVERIFY2(bytes.ok(), qPrintable(bytes.ok() ? QString() : bytes.failure().logText()));
    const auto back = codec::decode(*bytes, m_engine);
    QVERIFY(back.ok());
    QVERIFY(*back == message);
    QCOMPARE(codec::peek(*bytes)->requestId, std::optional(message.requestId));
}

void TestCodec::aTrapOfVersion1KeepsItsHead() {
    Message message = question();
    message.version = Version::V1;
    message.pdu = Pdu::TrapV1;
    message.requestId = 0;
    message.trapV1 = {Oid{1, 3, 6, 1, 4, 1, 8072, 4}, QHostAddress(u"192.0.2.7"_s), 6, 42, 123456};
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY(bytes.ok());
    const auto back = codec::decode(*bytes, m_engine);
    QVERIFY(back.ok());
    QCOMPARE(back->trapV1.agent, message.trapV1.agent);
    QVERIFY(*back == message);
    QVERIFY(!codec::peek(*bytes)->requestId);
}

void TestCodec::anEmptyCommunitySurvives() {
    Message message = question();
    message.community = {};
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY(bytes.ok());
    QVERIFY(*codec::decode(*bytes, m_engine) == message);
}

void TestCodec::bytesThatAreNoMessageAreMalformed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("an unknown version") << QByteArray::fromHex(
        "302902010904067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500");
    QTest::newRow("an unknown PDU") << QByteArray::fromHex(
        "302902010104067075626c6963ab1c020412345678020100020100300e300c06082b060102010101000500");
    QTest::newRow("an unknown value type") << QByteArray::fromHex(
        "302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101004d00");
    QTest::newRow("an indefinite length") << QByteArray::fromHex(
        "308002010104067075626c6963a01c020412345678020100020100300e300c06082b0601020101010005000000");
    QTest::newRow("a version 3 head without its parameters")
        << QByteArray::fromHex("3010020103300b0201010202ffff0401040201");
    QTest::newRow("zeroes") << QByteArray(100, '\0');
}

void TestCodec::bytesThatAreNoMessageAreMalformed() {
    QFETCH(QByteArray, bytes);
    const auto read = codec::decode(bytes, m_engine);
    QVERIFY(!read.ok());
    QCOMPARE(read.failure().kind(), Failure::Kind::Malformed);
}

void TestCodec::everyShorterMessageIsMalformed() {
    Message message = question();
    message.varBinds.append({Oid{1, 3, 6, 1}, Value::octets("some text")});
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY(bytes.ok());
    for (qsizetype length = 0; length < bytes->size(); ++length)
        QVERIFY2(!codec::decode(bytes->first(length), m_engine).ok(), qPrintable(QString::number(length)));
    QVERIFY(codec::decode(*bytes, m_engine).ok());
}

void TestCodec::anIdentifierOf129PartsIsMalformed() {
    // 128 octets are 129 parts; one octet less is the longest identifier there is.
    const auto message = [](qsizetype octets) {
        const auto wrap = [](char tag, const QByteArray &content) {
            QByteArray head(1, tag);
            head += content.size() < 128
                ? QByteArray(1, char(content.size()))
                : QByteArray(1, char(0x82)) + char(content.size() >> 8) + char(content.size() & 255);
            return head + content;
        };
        const QByteArray oid = QByteArray(1, 0x2b) + QByteArray(octets - 1, 1);
        const QByteArray list = wrap(0x30, wrap(0x30, wrap(0x06, oid) + QByteArray("\x05\0", 2)));
        const QByteArray pdu = wrap(char(0xa2), QByteArray::fromHex("020101020100020100") + list);
        return wrap(0x30, QByteArray::fromHex("02010104067075626c6963") + pdu);
    };
    QVERIFY(codec::decode(message(127), m_engine).ok());
    QCOMPARE(codec::decode(message(127), m_engine)->varBinds.first().oid.size(), 128);
    QVERIFY(!codec::decode(message(128), m_engine).ok());
}

void TestCodec::anIpAddressOfAnotherLengthIsNoIpAddress() {
    const auto read = codec::decode(QByteArray::fromHex("302c02010104067075626c6963a21f020412345678020100020100"
                                                        "3011300f06082b060102010101004003c00002"),
        m_engine);
    if (read.ok()) {
        QCOMPARE(read->varBinds.first().value, Value::octets(QByteArray::fromHex("c00002")));
    } else {
        QCOMPARE(read.failure().kind(), Failure::Kind::Malformed);
    }
}

void TestCodec::aLongAnswerIsReadWhole() {
    Message message = question();
    message.pdu = Pdu::Response;
    message.varBinds.clear();
    for (quint32 i = 0; i < 2000; ++i)
        message.varBinds.append({Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 10, i}, Value::counter32(i)});
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY(bytes.ok());
    QVERIFY(*codec::decode(*bytes, m_engine) == message);
    QBENCHMARK { QCOMPARE(codec::decode(*bytes, m_engine)->varBinds.size(), 2000); }
}

void TestCodec::discoveryAsksAsNobody() {
    Message message;
    message.version = Version::V3;
    message.v3.messageId = 77;
    message.requestId = 78;
    const auto bytes = codec::encode(message, m_engine);
    QVERIFY2(bytes.ok(), qPrintable(bytes.ok() ? QString() : bytes.failure().logText()));
    const auto seen = codec::peek(*bytes);
    QVERIFY(seen);
    QCOMPARE(seen->version, Version::V3);
    QCOMPARE(seen->messageId, 77);
    QCOMPARE(seen->requestId, std::optional(78));
    QCOMPARE(seen->engineId, QByteArray());
    QCOMPARE(seen->user, QByteArray());
    QCOMPARE(seen->level, SecurityLevel::NoAuthNoPriv);
    QVERIFY(seen->reportable);
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
