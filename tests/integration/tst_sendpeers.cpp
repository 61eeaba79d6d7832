// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/snmp/request.h"
#include "core/trap/sender.h"
#include "tests/support/snmpd.h"
#include "tests/support/snmptrapd.h"
#include "tests/support/waiting.h"

#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// What we send, as net-snmp's snmptrapd receives it: every version, level and algorithm, traps and informs.
class TestSendPeers final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QList<AuthProtocol> auths{AuthProtocol::None, AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224,
            AuthProtocol::Sha256, AuthProtocol::Sha384, AuthProtocol::Sha512};
        for (const AuthProtocol auth : auths) {
            for (const PrivProtocol priv : {PrivProtocol::None, PrivProtocol::Des, PrivProtocol::Aes128,
                     PrivProtocol::Aes192, PrivProtocol::Aes256}) {
                if (auth == AuthProtocol::None && priv != PrivProtocol::None)
                    continue;
                SecurityLevel level = SecurityLevel::NoAuthNoPriv;
                if (auth != AuthProtocol::None)
                    level = priv == PrivProtocol::None ? SecurityLevel::AuthNoPriv : SecurityLevel::AuthPriv;
                m_users += Snmpd::user("sender" + QByteArray::number(m_users.size()), level, auth, priv);
            }
        }
        QString why;
        m_receiver = Snmptrapd::start(&why, m_users, m_engine.engineId());
        if (!m_receiver)
            QSKIP(qPrintable(why));
        m_draft.oid = Oid{1, 3, 6, 1, 6, 3, 1, 1, 5, 3};
        m_draft.uptime = 4711;
        m_draft.varBinds = {{Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 3}, Value::integer(3)}};
    }

    void reachesItAtEveryAlgorithm_data() {
        QTest::addColumn<int>("user");
        for (int i = 0; i < m_users.size(); ++i) {
            const Credential::User &user = m_users[i].user();
            QTest::addRow("%s %s", qPrintable(Credential::name(user.auth)), qPrintable(Credential::name(user.priv)))
                << i;
        }
    }
    void reachesItAtEveryAlgorithm() {
        QFETCH(const int, user);
        const Credential::User &credential = m_users[user].user();
        Device device;
        device.endpoint = m_receiver->endpoint();
        device.version = Version::V3;
        device.user = QString::fromUtf8(credential.name);
        device.level = credential.level;
        device.auth = credential.auth;
        device.priv = credential.priv;
        check(device, {.authPassphrase = credential.authPassphrase, .privPassphrase = credential.privPassphrase});
    }

    void reachesItByCommunity() {
        Device device;
        device.endpoint = m_receiver->endpoint();
        check(device, {.readCommunity = Secret("public")});
    }

    void mapsWhatGoesOutInV1() {
        Device device;
        device.endpoint = m_receiver->endpoint();
        device.version = Version::V1;
        const auto sender = Sender::to(m_engine, device, {.readCommunity = Secret("public")});
        QVERIFY(sender.ok());
        const QString varBind = u".1.3.6.1.2.1.2.2.1.1.3 = INTEGER: 3"_s;
        QCOMPARE(sent(**sender, m_draft), u"v1|.1.3.6.1.6.3.1.1.5|127.0.0.1|2|0|"_s + varBind);
        TrapDraft own = m_draft;
        own.oid = Oid{1, 3, 6, 1, 4, 1, 32473, 5, 0, 17};
        own.agent = QHostAddress(u"192.0.2.9"_s);
        QCOMPARE(sent(**sender, own), u"v1|.1.3.6.1.4.1.32473.5|192.0.2.9|6|.17|"_s + varBind);
        own.isInform = true;
        QVERIFY(!(*sender)->send(own).ok());
    }

    void saysThatAWrongPassphraseWasRefused() {
        Device device;
        device.endpoint = m_receiver->endpoint();
        device.version = Version::V3;
        device.user = u"sender8"_s; // SHA-1 and AES-128
        device.auth = AuthProtocol::Sha1;
        const auto sender = Sender::to(
            m_engine, device, {.authPassphrase = Secret("another phrase"), .privPassphrase = Secret("another phrase")});
        QVERIFY(sender.ok());
        TrapDraft inform = m_draft;
        inform.isInform = true;
        const auto request = (*sender)->send(inform);
        QVERIFY(request.ok());
        QVERIFY(finishes(**request));
        QCOMPARE((*request)->ending(), Ending::Authentication);
    }

private:
    void check(const Device &device, const Secrets &secrets) {
        const auto sender = Sender::to(m_engine, device, secrets);
        QVERIFY(sender.ok());
        const QString line = u"v2|.1.3.6.1.2.1.1.3.0 = Timeticks: (4711) 0:00:47.11\t"
                             ".1.3.6.1.6.3.1.1.4.1.0 = OID: .1.3.6.1.6.3.1.1.5.3\t"
                             ".1.3.6.1.2.1.2.2.1.1.3 = INTEGER: 3"_s;
        QCOMPARE(sent(**sender, m_draft), line);
        TrapDraft inform = m_draft;
        inform.isInform = true;
        QCOMPARE(sent(**sender, inform), line);
    }
    /// What the receiver printed of it; empty: it did not end whole.
    QString sent(Sender &sender, const TrapDraft &draft) {
        const qsizetype before = m_receiver->lines().size();
        const auto request = sender.send(draft);
        if (!request.ok() || !finishes(**request) || (*request)->ending() != Ending::Whole)
            return {};
        if (draft.isInform && (*request)->figures().roundTrip.count() == 0)
            return {};
        QStringList lines;
        const bool came = QTest::qWaitFor([&] {
            lines = m_receiver->lines();
            return lines.size() > before;
        });
        return came ? lines.last() : QString();
    }

    Engine m_engine;
    QList<Credential> m_users;
    std::unique_ptr<Snmptrapd> m_receiver;
    TrapDraft m_draft;
};

QTEST_GUILESS_MAIN(TestSendPeers)
#include "tst_sendpeers.moc"
