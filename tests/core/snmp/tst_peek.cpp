// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/ber_p.h"
#include "core/snmp/codec_p.h"

#include <QRandomGenerator>
#include <QTest>

using namespace walkabout;

/// What can be seen of a message without its keys, and without the library; whatever the bytes are.
class TestPeek final : public QObject {
    Q_OBJECT

private slots:
    void seesTheIdOfACommunityMessage();
    void seesTheHeadOfASecretMessage();
    void seesTheRequestIdOfAMessageInClear();
    void refusesAHeadThatNoRfcAllows_data();
    void refusesAHeadThatNoRfcAllows();
    void readsIntegersOfEveryLength();
    void neverReadsPastTheEnd();

private:
    Engine m_engine;
};

namespace {

Message secret() {
    Message message;
    message.version = Version::V3;
    message.v3.messageId = 2147483647;
    message.v3.level = SecurityLevel::AuthPriv;
    message.v3.engineId = QByteArray("\x80\0\x1f\x88\x80\1\2\3\4", 9);
    message.v3.engineBoots = 3;
    message.v3.engineTime = 2147483646;
    message.v3.user = "operator";
    message.requestId = 12;
    message.varBinds = {{Oid{1, 3, 6, 1}, Value()}};
    return message;
}

UsmUser keys() {
    return {secret().v3.engineId, "operator", SecurityLevel::AuthPriv, AuthProtocol::Sha512, PrivProtocol::Aes256,
        Secret(QByteArray(64, 'a')), Secret(QByteArray(32, 'p'))};
}

} // namespace

void TestPeek::seesTheIdOfACommunityMessage() {
    const auto seen = codec::peek(
        QByteArray::fromHex("302902010104067075626c6963a01c020412345678020100020100300e300c06082b060102010101000500"));
    QVERIFY(seen);
    QCOMPARE(seen->version, Version::V2c);
    QCOMPARE(seen->requestId, std::optional(0x12345678));
    // The rest may be as broken as it likes: an answer that carries our id ends its request.
    const auto broken = codec::peek(
        QByteArray::fromHex("302902010104067075626c6963a21c020412345678020100020100300e300c06ff2b060102010101004dff"));
    QVERIFY(broken);
    QCOMPARE(broken->requestId, std::optional(0x12345678));
}

void TestPeek::seesTheHeadOfASecretMessage() {
    const UsmUser user = keys();
    const auto bytes = codec::encode(secret(), m_engine, &user);
    QVERIFY(bytes.ok());
    const auto seen = codec::peek(*bytes);
    QVERIFY(seen);
    QCOMPARE(seen->version, Version::V3);
    QCOMPARE(seen->messageId, 2147483647);
    QVERIFY(!seen->requestId);
    QCOMPARE(seen->level, SecurityLevel::AuthPriv);
    QVERIFY(seen->reportable);
    QCOMPARE(seen->engineId, secret().v3.engineId);
    QCOMPARE(seen->user, QByteArray("operator"));
    QCOMPARE(seen->engineBoots, 3U);
    QCOMPARE(seen->engineTime, 2147483646U);
}

void TestPeek::seesTheRequestIdOfAMessageInClear() {
    Message message = secret();
    message.v3.level = SecurityLevel::AuthNoPriv;
    message.pdu = Pdu::Response;
    const UsmUser user = keys();
    const auto seen = codec::peek(*codec::encode(message, m_engine, &user));
    QVERIFY(seen);
    QCOMPARE(seen->requestId, std::optional(12));
    QCOMPARE(seen->level, SecurityLevel::AuthNoPriv);
    QVERIFY(!seen->reportable);
}

void TestPeek::refusesAHeadThatNoRfcAllows_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("as it should be") << QByteArray::fromHex("300d020101020205dc040100020103") << true;
    QTest::newRow("privacy without authentication") << QByteArray::fromHex("300d020101020205dc040102020103") << false;
    QTest::newRow("another security model") << QByteArray::fromHex("300d020101020205dc040100020104") << false;
    QTest::newRow("a negative id") << QByteArray::fromHex("300d0201ff020205dc040100020103") << false;
    QTest::newRow("no flags") << QByteArray::fromHex("300c020101020205dc0400020103") << false;
}

void TestPeek::refusesAHeadThatNoRfcAllows() {
    QFETCH(QByteArray, header);
    QFETCH(bool, allowed);
    const QByteArray security = QByteArray::fromHex("0410300e0400020100020100040004000400");
    const QByteArray scoped = QByteArray::fromHex("3011") + QByteArray::fromHex("04000400a00b0201010201000201003000");
    const QByteArray content = QByteArray::fromHex("020103") + header + security + scoped;
    const QByteArray message = QByteArray(1, 0x30) + char(content.size()) + content;
    QCOMPARE(codec::peek(message).has_value(), allowed);
}

void TestPeek::readsIntegersOfEveryLength() {
    const auto read = [](const char *hex) { return Ber(QByteArray::fromHex(hex)).integer(); };
    QCOMPARE(Ber(QByteArrayView("\x02\x01\x00", 3)).integer(), std::optional<qint64>(0));
    QCOMPARE(Ber(QByteArrayView("\x02\x01\xff", 3)).integer(), std::optional<qint64>(-1));
    QCOMPARE(Ber(QByteArrayView("\x02\x02\x00\xff", 4)).integer(), std::optional<qint64>(255));
    QCOMPARE(Ber(QByteArrayView("\x02\x08\x80\0\0\0\0\0\0\0", 10)).integer(),
        std::optional(std::numeric_limits<qint64>::min()));
    QVERIFY(!read("0200"));
    QVERIFY(!read("0209000000000000000000"));
    QVERIFY(!read("0201"));
    QVERIFY(!read("0401ff"));
    QVERIFY(!read("028401000000"));
    QVERIFY(!read("0280"));
}

void TestPeek::neverReadsPastTheEnd() {
    const UsmUser user = keys();
    const QByteArray whole = *codec::encode(secret(), m_engine, &user);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray part(whole.constData(), length); // a copy of its own, so that a sanitizer sees the end
        QVERIFY(!codec::peek(part));
    }
    QRandomGenerator random(1);
    for (int i = 0; i < 20000; ++i) {
        QByteArray broken = whole;
        for (int hits = random.bounded(1, 5); hits > 0; --hits)
            broken[random.bounded(broken.size())] = char(random.bounded(256));
        const auto seen = codec::peek(broken);
        QVERIFY(!seen || (seen->engineId.size() <= 32 && seen->user.size() <= 32));
        if (i % 10 == 0)
            QVERIFY(!codec::decode(broken, m_engine, &user).ok() || broken == whole || seen);
    }
}

QTEST_GUILESS_MAIN(TestPeek)
#include "tst_peek.moc"
