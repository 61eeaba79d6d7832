// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/credential.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// A credential is valid or is not made; protocols have the names that people know.
class TestCredential final : public QObject {
    Q_OBJECT

private slots:
    void aCommunityIsKept();
    void aWholeUserIsTaken();
    void aUserWithoutWhatItsLevelNeedsIsRefused_data();
    void aUserWithoutWhatItsLevelNeedsIsRefused();
    void aUserWithoutAuthenticationNeedsNoPassphrase();
    void everyProtocolIsReadBackByItsName();
    void knowsTheNamesOfOtherTools();
    void refusesNamesThatItDoesNotKnow();
    void theReasonNamesNoSecret();
};

namespace {

Credential::User user() {
    Credential::User user;
    user.name = "operator";
    user.authPassphrase = Secret("authentic-pass");
    user.privPassphrase = Secret("secretive-pass");
    return user;
}

} // namespace

void TestCredential::aCommunityIsKept() {
    const Credential credential = Credential::community(Version::V1, Secret("public"));
    QCOMPARE(credential.version(), Version::V1);
    QVERIFY(credential.community() == Secret("public"));
    QVERIFY(credential != Credential::community(Version::V2c, Secret("public")));
}

void TestCredential::aWholeUserIsTaken() {
    const auto credential = Credential::user(user());
    QVERIFY(credential.ok());
    QCOMPARE(credential->version(), Version::V3);
    QVERIFY(credential->user() == user());
}

void TestCredential::aUserWithoutWhatItsLevelNeedsIsRefused_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("auth");
    QTest::addColumn<QByteArray>("authPassphrase");
    QTest::addColumn<int>("priv");
    QTest::addColumn<QByteArray>("privPassphrase");
    QTest::addColumn<QByteArray>("engineId");
    QTest::addColumn<int>("kind");
    const int sha = int(AuthProtocol::Sha256);
    const int aes = int(PrivProtocol::Aes128);
    const int usage = int(Failure::Kind::BadUsage);
    const int weak = int(Failure::Kind::WeakPassphrase);
    const QByteArray pass = "12345678";
    QTest::newRow("no name") << QByteArray() << sha << pass << aes << pass << QByteArray() << usage;
    QTest::newRow("a long name") << QByteArray(33, 'x') << sha << pass << aes << pass << QByteArray() << usage;
    QTest::newRow("no authentication") << QByteArray("u") << 0 << pass << aes << pass << QByteArray() << usage;
    QTest::newRow("no privacy") << QByteArray("u") << sha << pass << 0 << pass << QByteArray() << usage;
    QTest::newRow("a short pass-phrase") << QByteArray("u") << sha << QByteArray("1234567") << aes << pass
                                         << QByteArray() << weak;
    QTest::newRow("a short privacy pass-phrase")
        << QByteArray("u") << sha << pass << aes << QByteArray("1234567") << QByteArray() << weak;
    QTest::newRow("a short engine ID") << QByteArray("u") << sha << pass << aes << pass << QByteArray(4, 'e') << usage;
    QTest::newRow("a long engine ID") << QByteArray("u") << sha << pass << aes << pass << QByteArray(33, 'e') << usage;
}

void TestCredential::aUserWithoutWhatItsLevelNeedsIsRefused() {
    QFETCH(QByteArray, name);
    QFETCH(int, auth);
    QFETCH(QByteArray, authPassphrase);
    QFETCH(int, priv);
    QFETCH(QByteArray, privPassphrase);
    QFETCH(QByteArray, engineId);
    QFETCH(int, kind);
    const auto credential = Credential::user({name, SecurityLevel::AuthPriv, AuthProtocol(auth), PrivProtocol(priv),
        Secret(authPassphrase), Secret(privPassphrase), engineId, {}});
    QVERIFY(!credential.ok());
    QCOMPARE(int(credential.failure().kind()), kind);
}

void TestCredential::aUserWithoutAuthenticationNeedsNoPassphrase() {
    QVERIFY(Credential::user(
        {"guest", SecurityLevel::NoAuthNoPriv, AuthProtocol::None, PrivProtocol::None, {}, {}, {},
            {}}).ok());
    QVERIFY(Credential::user(
        {"reader", SecurityLevel::AuthNoPriv, AuthProtocol::Md5, PrivProtocol::None, Secret("12345678"), {}, {},
            {}}).ok());
}

void TestCredential::everyProtocolIsReadBackByItsName() {
    for (int i = 0; i <= int(AuthProtocol::Sha512); ++i)
        QCOMPARE(Credential::authNamed(Credential::name(AuthProtocol(i))), AuthProtocol(i));
    for (int i = 0; i <= int(PrivProtocol::Aes256Cisco); ++i)
        QCOMPARE(Credential::privNamed(Credential::name(PrivProtocol(i))), PrivProtocol(i));
    for (const auto level : {SecurityLevel::NoAuthNoPriv, SecurityLevel::AuthNoPriv, SecurityLevel::AuthPriv})
        QCOMPARE(Credential::levelNamed(Credential::name(level)), level);
    for (const auto version : {Version::V1, Version::V2c, Version::V3})
        QCOMPARE(Credential::versionNamed(Credential::name(version)), version);
}

void TestCredential::knowsTheNamesOfOtherTools() {
    QCOMPARE(Credential::authNamed(u"sha"), AuthProtocol::Sha1);
    QCOMPARE(Credential::authNamed(u"Sha-512"), AuthProtocol::Sha512);
    QCOMPARE(Credential::authNamed(u"md5"), AuthProtocol::Md5);
    QCOMPARE(Credential::privNamed(u"AES"), PrivProtocol::Aes128);
    QCOMPARE(Credential::privNamed(u"aes-256-c"), PrivProtocol::Aes256Cisco);
    QCOMPARE(Credential::privNamed(u"AES256C"), PrivProtocol::Aes256Cisco);
    QCOMPARE(Credential::privNamed(u"des"), PrivProtocol::Des);
    QCOMPARE(Credential::levelNamed(u"AUTHPRIV"), SecurityLevel::AuthPriv);
    QCOMPARE(Credential::versionNamed(u"2C"), Version::V2c);
}

void TestCredential::refusesNamesThatItDoesNotKnow() {
    QVERIFY(!Credential::authNamed(u""));
    QVERIFY(!Credential::authNamed(u"SHA-3"));
    QVERIFY(!Credential::privNamed(u"3DES"));
    QVERIFY(!Credential::privNamed(u"AES-25"));
    QVERIFY(!Credential::levelNamed(u"auth"));
    QVERIFY(!Credential::versionNamed(u"2"));
}

void TestCredential::theReasonNamesNoSecret() {
    Credential::User weak = user();
    weak.authPassphrase = Secret("hush");
    const auto credential = Credential::user(weak);
    QVERIFY(!credential.ok());
    QVERIFY(!credential.failure().text().contains(u"hush"));
    QVERIFY(!credential.failure().logText().contains(u"hush"));
}

QTEST_GUILESS_MAIN(TestCredential)
#include "tst_credential.moc"
