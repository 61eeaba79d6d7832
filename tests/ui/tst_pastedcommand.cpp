// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/equivalentcommand.h"
#include "ui/query/objectlist.h"
#include "ui/query/pastedcommand.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

class TestPastedCommand : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste() {
        const auto command
            = PastedCommand::parse(u"snmpbulkwalk -v2c -c hidden -On -t 2 -r 1 udp:192.0.2.9:1161 IF-MIB::ifTable"_s);
        QVERIFY(command);
        QCOMPARE(command->verb, Verb::Walk);
        QCOMPARE(command->device.endpoint.host, u"192.0.2.9"_s);
        QCOMPARE(command->device.endpoint.port, 1161);
        QCOMPARE(command->device.bounds.retries, 1);
        QCOMPARE(command->device.bounds.timeout, std::chrono::milliseconds(2000));
        QCOMPARE(command->objects, QStringList{u"IF-MIB::ifTable"_s});
        QVERIFY(command->secrets.readCommunity == Secret("hidden"));
    }

    void readsAVersion3Line() {
        const auto command = PastedCommand::parse(
            u"$ snmpget -v 3 -l authPriv -u op -a SHA-256 -A 'pass phrase 1' -x AES -X passphrase2 router sysName.0"_s);
        QVERIFY(command);
        QCOMPARE(command->verb, Verb::Get);
        QCOMPARE(command->device.version, Version::V3);
        QCOMPARE(command->device.user, u"op"_s);
        QVERIFY(command->secrets.authPassphrase == Secret("pass phrase 1"));
    }

    void takesEveryLetterOfAUser() {
        const auto command = PastedCommand::parse(
            u"snmpwalk -v3 -uop -lauthPriv -aSHA-512 -Apassphrase1 -xAES-256-C -Xpassphrase2 -n vlan-7 "
            "-e 0x80001f8804616263 -t0.5 -r 2 -OQ -Cc tcp:router:1161 ifTable"_s);
        QVERIFY(command);
        const Device &device = command->device;
        QCOMPARE(device.level, SecurityLevel::AuthPriv);
        QCOMPARE(device.auth, AuthProtocol::Sha512);
        QCOMPARE(device.priv, PrivProtocol::Aes256Cisco);
        QCOMPARE(device.contextName, u"vlan-7"_s);
        QCOMPARE(device.engineId, QByteArray::fromHex("80001f8804616263"));
        QCOMPARE(device.endpoint.toString(), u"tcp:router:1161"_s);
        QCOMPARE(device.bounds.timeout, std::chrono::milliseconds(500));
        QCOMPARE(command->secrets.privPassphrase, Secret("passphrase2"));
        QCOMPARE(command->objects, QStringList{u"ifTable"_s});
    }

    void whatALineDoesNotSayIsAsTheToolsHaveIt() {
        const auto command = PastedCommand::parse(u"snmpget -u op -A passphrase1 router sysName.0"_s);
        QVERIFY(command);
        QCOMPARE(command->device.version, Version::V3);
        QCOMPARE(command->device.level, SecurityLevel::AuthNoPriv);
        QCOMPARE(command->device.auth, AuthProtocol::Md5);
    }

    void whatIsNoCommandIsNone() {
        QVERIFY(!PastedCommand::parse(u"192.0.2.1"_s));
        QVERIFY(!PastedCommand::parse(u"ls -l"_s));
        QVERIFY(!PastedCommand::parse({}));
    }

    void splitsAPastedBlock() {
        QCOMPARE(splitObjects(u"ifDescr, ifName\n1.3.6.1 sysName.0"_s),
            (QStringList{u"ifDescr"_s, u"ifName"_s, u"1.3.6.1"_s, u"sysName.0"_s}));
        QCOMPARE(splitObjects(u"t[\"a b\"][1, 2] x"_s), (QStringList{u"t[\"a b\"][1, 2]"_s, u"x"_s}));
        QCOMPARE(splitObjects(u"IF-MIB::ifDescr.1 = STRING: lo\nIF-MIB::ifDescr.2 = STRING: eth0"_s),
            (QStringList{u"IF-MIB::ifDescr.1"_s, u"IF-MIB::ifDescr.2"_s}));
    }

    void theCommandShownNeverHoldsASecret() {
        const auto pasted = PastedCommand::parse(u"snmpwalk -v2c -c hidden 192.0.2.9 ifTable"_s);
        QVERIFY(pasted);
        Query query;
        query.verb = pasted->verb;
        query.objects = pasted->objects;
        const QString shown = equivalentCommand(pasted->device, query);
        QCOMPARE(shown, u"snmpbulkwalk -v 2c -c \"$COMMUNITY\" 192.0.2.9 ifTable"_s);
    }
};

QTEST_MAIN(TestPastedCommand)
#include "tst_pastedcommand.moc"
