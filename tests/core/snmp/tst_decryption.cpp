// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/codec_p.h"
#include "core/snmp/decryption_p.h"
#include "core/snmp/packethead.h"
#include "core/snmp/packettree.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

Message question(const QByteArray &user) {
    Message message;
    message.version = Version::V3;
    message.pdu = Pdu::Set;
    message.v3.messageId = 77;
    message.v3.level = SecurityLevel::AuthPriv;
    message.v3.engineId = QByteArray("\x80\0\x1f\x88\x80\1\2\3\4", 9);
    message.v3.engineBoots = 3;
    message.v3.engineTime = 123456;
    message.v3.user = user;
    message.v3.contextName = "bridge1";
    message.requestId = 1234567;
    message.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 1, 6, 0}, Value::octets("under the roof")}};
    return message;
}

Credential::User user(AuthProtocol auth, PrivProtocol priv, const char *privacy = "another long one") {
    Credential::User user;
    user.name = "operator";
    user.auth = auth;
    user.priv = priv;
    user.authPassphrase = Secret("a long pass-phrase");
    user.privPassphrase = Secret(privacy);
    return user;
}

UsmUser keysOf(const Credential::User &user) { return *localise(*deriveKeys(user), user, question({}).v3.engineId); }

} // namespace

Q_DECLARE_METATYPE(AuthProtocol)
Q_DECLARE_METATYPE(PrivProtocol)

/// What net-snmp encrypts is shown in clear.
class TestDecryption final : public QObject {
    Q_OBJECT

private slots:
    void opensWhatTheLibraryBuilt_data();
    void opensWhatTheLibraryBuilt();
    void otherKeysOpenNothing();
    void whatIsTornOpensNothing();

private:
    Engine m_engine;
};

void TestDecryption::opensWhatTheLibraryBuilt_data() {
    QTest::addColumn<AuthProtocol>("auth");
    QTest::addColumn<PrivProtocol>("priv");
    QTest::newRow("MD5, DES") << AuthProtocol::Md5 << PrivProtocol::Des;
    QTest::newRow("SHA-1, AES") << AuthProtocol::Sha1 << PrivProtocol::Aes128;
    QTest::newRow("SHA-256, AES") << AuthProtocol::Sha256 << PrivProtocol::Aes128;
    QTest::newRow("SHA-1, AES-192 (Blumenthal)") << AuthProtocol::Sha1 << PrivProtocol::Aes192;
    QTest::newRow("SHA-1, AES-256 (Blumenthal)") << AuthProtocol::Sha1 << PrivProtocol::Aes256;
    QTest::newRow("MD5, AES-192 (Cisco)") << AuthProtocol::Md5 << PrivProtocol::Aes192Cisco;
    QTest::newRow("SHA-1, AES-256 (Cisco)") << AuthProtocol::Sha1 << PrivProtocol::Aes256Cisco;
    QTest::newRow("SHA-512, AES-256") << AuthProtocol::Sha512 << PrivProtocol::Aes256;
}

void TestDecryption::opensWhatTheLibraryBuilt() {
    QFETCH(const AuthProtocol, auth);
    QFETCH(const PrivProtocol, priv);
    const UsmUser keys = keysOf(user(auth, priv));
    const auto bytes = codec::encode(question("operator"), m_engine, &keys);
    QVERIFY(bytes.ok());
    QVERIFY(!bytes->contains("under the roof"));
    const auto plain = decryptedPdu(*bytes, keys);
    QVERIFY(plain);
    const PacketTree tree(*bytes, *plain);
    QVERIFY2(!tree.fault(), qPrintable(tree.fault() ? tree.fault()->text() : QString()));
    const PacketHead head = PacketHead::of(tree);
    QCOMPARE(head.pdu, Pdu::Set);
    QCOMPARE(head.requestId, 1234567);
    QCOMPARE(head.messageId, 77);
    QCOMPARE(tree.contents(*tree.find(PacketField::ContextName)), QByteArrayView("bridge1"));
    QCOMPARE(tree.contents(*tree.find(PacketField::Value)), QByteArrayView("under the roof"));
}

void TestDecryption::otherKeysOpenNothing() {
    const UsmUser keys = keysOf(user(AuthProtocol::Sha256, PrivProtocol::Aes128));
    const auto bytes = codec::encode(question("operator"), m_engine, &keys);
    QVERIFY(bytes.ok());
    QVERIFY(!decryptedPdu(*bytes, keysOf(user(AuthProtocol::Sha256, PrivProtocol::Aes128, "not this one"))));
    QVERIFY(!decryptedPdu(*bytes, keysOf(user(AuthProtocol::Sha256, PrivProtocol::Des))));
    QVERIFY(!decryptedPdu(*bytes, UsmUser()));
}

void TestDecryption::whatIsTornOpensNothing() {
    for (const PrivProtocol priv : {PrivProtocol::Aes128, PrivProtocol::Des}) {
        const UsmUser keys = keysOf(user(AuthProtocol::Sha1, priv));
        const auto bytes = codec::encode(question("operator"), m_engine, &keys);
        QVERIFY(bytes.ok());
        for (qsizetype size = 0; size < bytes->size(); ++size)
            QVERIFY(!decryptedPdu(bytes->first(size), keys));
    }
}

QTEST_GUILESS_MAIN(TestDecryption)
#include "tst_decryption.moc"
