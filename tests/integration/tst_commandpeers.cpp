// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/equivalentcommand.h"
#include "tests/support/snmpd.h"

#include <QProcess>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;

/// The command that stands in the status line, run by a shell against Debian's snmpd.
class TestCommandPeers final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QString why;
        m_agent = Snmpd::start(&why);
        if (!m_agent)
            QSKIP(qPrintable(why));
    }
    void cleanupTestCase() { m_agent.reset(); }

    void netSnmpTakesIt_data() {
        QTest::addColumn<Device>("device");
        QTest::addColumn<Secrets>("secrets");
        QTest::addColumn<Query>("query");
        Query get{.verb = Verb::Get, .objects = {u"1.3.6.1.2.1.1.5.0"_s}};
        Query bulk{.verb = Verb::Bulk, .objects = {u"1.3.6.1.2.1.1"_s}, .maxRepetitions = 7};
        Query walk{.verb = Verb::Walk, .objects = {u"1.3.6.1.2.1.1"_s}};
        Query set{.verb = Verb::Set, .changes = {{Oid{1, 3, 6, 1, 2, 1, 1, 6, 0}, Value::octets("row 'B', 3")}}};
        const std::pair<const char *, Query> queries[] = {{"get", get}, {"bulk", bulk}, {"walk", walk}, {"set", set}};
        for (const auto &[name, query] : queries) {
            for (const Version version : {Version::V1, Version::V2c})
                QTest::addRow("%s, v%s", name, qPrintable(Credential::name(version)))
                    << live(version) << communities() << query;
            for (const Credential &user : {Snmpd::sha256aes(), Snmpd::md5des()})
                QTest::addRow("%s, %s", name, user.user().name.constData()) << live(user) << phrases(user) << query;
        }
    }
    void netSnmpTakesIt() {
        QFETCH(const Device, device);
        QFETCH(const Secrets, secrets);
        QFETCH(const Query, query);
        if (query.verb == Verb::Bulk && device.version == Version::V1)
            return; // v1 has no GETBULK
        const QString command = equivalentCommand(device, query, secrets);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, command});
        QVERIFY(shell.waitForFinished(30'000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError() + " of " + command.toUtf8());
        const QByteArray out = shell.readAllStandardOutput();
        QVERIFY2(out.contains(query.verb == Verb::Set ? "row 'B', 3" : " = "), out);
    }

private:
    [[nodiscard]] Device live(Version version) const {
        Device device;
        device.endpoint = m_agent->endpoint();
        device.version = version;
        return device;
    }
    [[nodiscard]] Device live(const Credential &user) const {
        Device device = live(Version::V3);
        device.user = QString::fromUtf8(user.user().name);
        device.level = user.user().level;
        device.auth = user.user().auth;
        device.priv = user.user().priv;
        return device;
    }
    static Secrets communities() { return {Secret("public"), Secret("private"), {}, {}}; }
    static Secrets phrases(const Credential &user) {
        return {{}, {}, user.user().authPassphrase, user.user().privPassphrase};
    }

    std::unique_ptr<Snmpd> m_agent;
};

QTEST_GUILESS_MAIN(TestCommandPeers)
#include "tst_commandpeers.moc"
