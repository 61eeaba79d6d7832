// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine.h"
#include "core/trap/journal.h"
#include "core/trap/receiver.h"
#include "core/trap/unreaduser.h"
#include "tests/support/snmpd.h"
#include "tests/support/tool.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// net-snmp's snmptrap and snmpinform against our receiver: every version, level and algorithm; users are known by
/// their names alone, whatever engine they speak from.
class TestTrapPeers final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!Snmpd::isInstalled(u"snmptrap"_s) || !Snmpd::isInstalled(u"snmpinform"_s))
            QSKIP("snmptrap is not installed");
        m_journal = std::make_unique<Journal>(m_folder.filePath(u"traps.sqlite"_s));
        m_receiver = std::make_unique<Receiver>(m_engine);
        m_receiver->setJournal(m_journal.get());
        connect(m_receiver.get(), &Receiver::received, this,
            [this](const QList<TrapRecord> &records) { m_records += records; });
        QSignalSpy opened(m_journal.get(), &Journal::opened);
        m_journal->open();
        QVERIFY(opened.wait());
        const auto port = m_receiver->listen(QHostAddress::LocalHost, 0);
        QVERIFY(port.ok());
        m_port = *port;
        QVERIFY(m_receiver->receiveBuffer() > 0);
    }
    void init() { m_records.clear(); }

    void takesEveryAlgorithm_data() {
        QTest::addColumn<AuthProtocol>("auth");
        QTest::addColumn<PrivProtocol>("priv");
        const QList<AuthProtocol> auths{AuthProtocol::None, AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224,
            AuthProtocol::Sha256, AuthProtocol::Sha384, AuthProtocol::Sha512};
        for (const AuthProtocol auth : auths) {
            for (const PrivProtocol priv : {PrivProtocol::None, PrivProtocol::Des, PrivProtocol::Aes128,
                     PrivProtocol::Aes192, PrivProtocol::Aes256}) {
                if (auth != AuthProtocol::None || priv == PrivProtocol::None)
                    QTest::addRow("%s %s", qPrintable(Credential::name(auth)), qPrintable(Credential::name(priv)))
                        << auth << priv;
            }
        }
    }
    void takesEveryAlgorithm() {
        QFETCH(const AuthProtocol, auth);
        QFETCH(const PrivProtocol, priv);
        SecurityLevel level = SecurityLevel::NoAuthNoPriv;
        if (auth != AuthProtocol::None)
            level = priv == PrivProtocol::None ? SecurityLevel::AuthNoPriv : SecurityLevel::AuthPriv;
        // Added while it listens; another user of the same name and other keys does not stand in its way.
        m_receiver->setUsers({Snmpd::user("watcher", SecurityLevel::AuthPriv, AuthProtocol::Sha384, PrivProtocol::Des),
            Snmpd::user("watcher", level, auth, priv)});
        QStringList letters{u"-v3"_s, u"-u"_s, u"watcher"_s, u"-l"_s, Credential::name(level)};
        const auto word = [](const QString &name) { return name.section(u' ', 0, 0); };
        const QString authPassphrase = text(Snmpd::user("watcher", level, auth, priv).user().authPassphrase);
        const QString privPassphrase = text(Snmpd::user("watcher", level, auth, priv).user().privPassphrase);
        if (level != SecurityLevel::NoAuthNoPriv)
            letters += {u"-a"_s, word(Credential::name(auth)), u"-A"_s, authPassphrase};
        if (level == SecurityLevel::AuthPriv)
            letters += {u"-x"_s, word(Credential::name(priv)), u"-X"_s, privPassphrase};
        QVERIFY(send(u"snmptrap"_s, letters + QStringList{u"-e"_s, u"0x80001f8880aabbccee"_s}));
        QTRY_COMPARE(m_records.size(), 1);
        check(m_records[0], false);
        QVERIFY(send(u"snmpinform"_s, letters)); // it saw our answer
        QTRY_COMPARE(m_records.size(), 2);
        check(m_records[1], true);
        QCOMPARE(m_records[1].notification.level, level);
        QCOMPARE(m_records[1].notification.user, QByteArray("watcher"));
        // The packets panel reads it too.
        const QByteArray &bytes = m_records[0].notification.bytes;
        QCOMPARE(m_receiver->decrypted(bytes).has_value(), level == SecurityLevel::AuthPriv);
        // What stands in the journal is read without any keys.
        QVERIFY(level != SecurityLevel::AuthPriv || !m_records[0].notification.clear.isEmpty());
    }

    void takesCommunities() {
        QVERIFY(send(u"snmptrap"_s, {u"-v2c"_s, u"-c"_s, u"public"_s}));
        QTRY_COMPARE(m_records.size(), 1);
        check(m_records[0], false);
        QVERIFY(send(u"snmpinform"_s, {u"-v2c"_s, u"-c"_s, u"public"_s}));
        QTRY_COMPARE(m_records.size(), 2);
        check(m_records[1], true);
    }

    void saysWhyAStrangerIsNotRead_data() {
        QTest::addColumn<QStringList>("letters");
        QTest::addColumn<Failure::Kind>("kind");
        const QStringList user{u"-v3"_s, u"-e"_s, u"0x80001f8880aabbccee"_s, u"-l"_s, u"authPriv"_s, u"-a"_s,
            u"SHA-256"_s, u"-x"_s, u"AES"_s};
        QTest::newRow("unknown user") << user
                + QStringList{u"-u"_s, u"eve"_s, u"-A"_s, m_authPassphrase, u"-X"_s, m_privPassphrase}
                                      << Failure::Kind::UnknownUser;
        QTest::newRow("wrong digest") << user
                + QStringList{u"-u"_s, u"watcher"_s, u"-A"_s, u"another-phrase"_s, u"-X"_s, m_privPassphrase}
                                      << Failure::Kind::WrongDigest;
        QTest::newRow("cannot decrypt") << user
                + QStringList{u"-u"_s, u"watcher"_s, u"-A"_s, m_authPassphrase, u"-X"_s, u"another-phrase"_s}
                                        << Failure::Kind::DecryptionError;
    }
    void saysWhyAStrangerIsNotRead() {
        QFETCH(const QStringList, letters);
        QFETCH(const Failure::Kind, kind);
        m_receiver->setUsers(
            {Snmpd::user("watcher", SecurityLevel::AuthPriv, AuthProtocol::Sha256, PrivProtocol::Aes128)});
        QVERIFY(send(u"snmptrap"_s, letters));
        QTRY_COMPARE(m_records.size(), 1);
        QVERIFY(m_records[0].notification.failure);
        QCOMPARE(m_records[0].notification.failure->kind(), kind);
        QVERIFY(!m_records[0].notification.bytes.isEmpty());
        // What a person would add it with.
        const Device device = deviceOfUnread(m_records[0].notification);
        QCOMPARE(device.user, kind == Failure::Kind::UnknownUser ? u"eve"_s : u"watcher"_s);
        QCOMPARE(device.level, SecurityLevel::AuthPriv);
        QCOMPARE(device.endpoint.host, u"127.0.0.1"_s);
    }

private:
    static QString text(const Secret &secret) { return QString::fromUtf8(secret.reveal().toByteArray()); }
    [[nodiscard]] bool send(const QString &tool, const QStringList &letters) const {
        const QStringList what{u"-m"_s, QString(), u"-t"_s, u"2"_s, u"127.0.0.1:%1"_s.arg(m_port), u"4711"_s,
            u"1.3.6.1.6.3.1.1.5.3"_s, u"1.3.6.1.2.1.2.2.1.1.3"_s, u"i"_s, u"3"_s};
        return runTool(tool, letters + what, 20s).status == 0;
    }
    static void check(const TrapRecord &record, bool isInform) {
        const Notification &notification = record.notification;
        QVERIFY2(!notification.failure, qPrintable(notification.failure ? notification.failure->logText() : QString()));
        QCOMPARE(notification.oid, Oid({1, 3, 6, 1, 6, 3, 1, 1, 5, 3}));
        QCOMPARE(notification.isInform, isInform);
        QCOMPARE(notification.uptime, 4711U);
        QCOMPARE(notification.varBinds, (VarBinds{{Oid{1, 3, 6, 1, 2, 1, 2, 2, 1, 1, 3}, Value::integer(3)}}));
        QVERIFY(record.id > 0);
    }

    QString m_authPassphrase = text(Snmpd::sha256aes().user().authPassphrase);
    QString m_privPassphrase = text(Snmpd::sha256aes().user().privPassphrase);
    QTemporaryDir m_folder;
    Engine m_engine;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Receiver> m_receiver;
    QList<TrapRecord> m_records;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestTrapPeers)
#include "tst_trappeers.moc"
