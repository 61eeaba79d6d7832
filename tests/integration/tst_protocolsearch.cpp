// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/protocolsearch.h"
#include "tests/support/snmpd.h"
#include "tests/support/waiting.h"

#include <QUdpSocket>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

namespace {

const QList<AuthProtocol> auths{AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224, AuthProtocol::Sha256,
    AuthProtocol::Sha384, AuthProtocol::Sha512};
const QList<PrivProtocol> privs{PrivProtocol::Des, PrivProtocol::Aes128, PrivProtocol::Aes192, PrivProtocol::Aes256,
    PrivProtocol::Aes192Cisco, PrivProtocol::Aes256Cisco};

QByteArray nameOf(AuthProtocol auth, PrivProtocol priv) {
    return "u" + QByteArray::number(int(auth)) + "x" + QByteArray::number(int(priv));
}

/// Where the hash is as long as the cipher's key, both ways to make it longer are one: the first that is tried.
PrivProtocol firstLike(AuthProtocol auth, PrivProtocol priv) {
    const bool is192 = auth >= AuthProtocol::Sha224;
    const bool is256 = auth >= AuthProtocol::Sha256;
    if (priv == PrivProtocol::Aes192Cisco && is192)
        return PrivProtocol::Aes192;
    return priv == PrivProtocol::Aes256Cisco && is256 ? PrivProtocol::Aes256 : priv;
}

Credential userOf(AuthProtocol auth, PrivProtocol priv) {
    const SecurityLevel level = priv == PrivProtocol::None ? SecurityLevel::AuthNoPriv : SecurityLevel::AuthPriv;
    return Snmpd::user(nameOf(auth, priv), level, auth, priv);
}

} // namespace

/// Every authentication protocol with every privacy protocol, on a real snmpd that has a user for each pair.
class TestProtocolSearch final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QByteArray users;
        for (const AuthProtocol auth : auths) {
            users += Snmpd::line(userOf(auth, PrivProtocol::None));
            for (const PrivProtocol priv : privs)
                users += Snmpd::line(userOf(auth, priv));
        }
        QString why;
        m_agent = Snmpd::start(&why, users);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    void everyPairReadsTheDevice_data() { everyPair(); }
    void everyPairReadsTheDevice() {
        QFETCH(const AuthProtocol, auth);
        QFETCH(const PrivProtocol, priv);
        Session session(m_engine, m_agent->endpoint(), userOf(auth, priv));
        const auto get = session.get({{1, 3, 6, 1, 2, 1, 1, 5, 0}});
        QVERIFY(finishes(*get));
        QVERIFY2(get->ending() == Ending::Whole, qPrintable(get->failure() ? get->failure()->text() : QString()));
        QCOMPARE(get->varBinds().size(), 1);
    }

    void everyPairIsFoundOut_data() { everyPair(); }
    void everyPairIsFoundOut() {
        QFETCH(const AuthProtocol, auth);
        QFETCH(const PrivProtocol, priv);
        ProtocolSearch search(m_engine, {.endpoint = m_agent->endpoint(), .user = userOf(auth, priv).user()});
        const Ticker ticker;
        QVERIFY(finishes(search, 30'000));
        QCOMPARE(search.ending(), Ending::Whole);
        QCOMPARE(search.auth(), std::optional(auth));
        QCOMPARE(search.priv(), priv == PrivProtocol::None ? std::nullopt : std::optional(firstLike(auth, priv)));
        QVERIFY(search.figures().requests + search.figures().retries <= search.packets());
        QVERIFY2(ticker.longestGap() < 100 * Slowdown, qPrintable(QString::number(ticker.longestGap())));
    }

    void aUserThatIsNotThereEndsIt() {
        Credential::User user = userOf(AuthProtocol::Md5, PrivProtocol::Des).user();
        user.name = "nobody";
        ProtocolSearch search(m_engine, {.endpoint = m_agent->endpoint(), .user = user});
        QVERIFY(finishes(search));
        QCOMPARE(search.ending(), Ending::Authentication);
        QCOMPARE(search.failure()->kind(), Failure::Kind::UnknownUser);
    }

    void aWrongPassphraseFitsNothing() {
        Credential::User user = userOf(AuthProtocol::Sha256, PrivProtocol::None).user();
        user.authPassphrase = Secret("another phrase");
        ProtocolSearch search(m_engine, {.endpoint = m_agent->endpoint(), .user = user});
        QVERIFY(finishes(search, 30'000));
        QCOMPARE(search.ending(), Ending::Whole);
        QVERIFY(!search.auth() && search.sawWrongDigest());
    }

    void noOneThereEndsIt() {
        QUdpSocket silent;
        QVERIFY(silent.bind(QHostAddress::LocalHost, 0));
        const auto endpoint = *Endpoint::parse(u"127.0.0.1:%1"_s.arg(silent.localPort()));
        ProtocolSearch search(
            m_engine, {.endpoint = endpoint, .user = userOf(AuthProtocol::Md5, PrivProtocol::Des).user()});
        QVERIFY(finishes(search));
        QCOMPARE(search.ending(), Ending::Timeout);
    }

    void cancelEndsIt() {
        ProtocolSearch search(m_engine,
            {.endpoint = m_agent->endpoint(), .user = userOf(AuthProtocol::Sha224, PrivProtocol::Des).user()});
        connect(&search, &ProtocolSearch::tested, &search, &ProtocolSearch::cancel);
        QVERIFY(finishes(search));
        QCOMPARE(search.ending(), Ending::Cancelled);
    }

private:
    static void everyPair() {
        QTest::addColumn<AuthProtocol>("auth");
        QTest::addColumn<PrivProtocol>("priv");
        for (const AuthProtocol auth : auths) {
            for (const PrivProtocol priv : QList<PrivProtocol>{PrivProtocol::None} + privs)
                QTest::addRow("%s, %s", qPrintable(Credential::name(auth)), qPrintable(Credential::name(priv)))
                    << auth << priv;
        }
    }

    Engine m_engine;
    std::unique_ptr<Snmpd> m_agent;
};

QTEST_GUILESS_MAIN(TestProtocolSearch)
#include "tst_protocolsearch.moc"
