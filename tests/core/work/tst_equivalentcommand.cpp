// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work/equivalentcommand.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEquivalentCommand final : public QObject {
    Q_OBJECT

private slots:
    void isNetSnmpsForALiveDevice_data() {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<Version>("version");
        QTest::addColumn<QString>("words");
        QTest::newRow("get") << Verb::Get << Version::V2c << u"snmpget -v 2c"_s;
        QTest::newRow("next") << Verb::Next << Version::V1 << u"snmpgetnext -v 1"_s;
        QTest::newRow("walk") << Verb::Walk << Version::V2c << u"snmpbulkwalk -v 2c"_s;
        QTest::newRow("walk of v1") << Verb::Walk << Version::V1 << u"snmpwalk -v 1"_s;
        QTest::newRow("table") << Verb::Table << Version::V2c << u"snmptable -v 2c"_s;
    }
    void isNetSnmpsForALiveDevice() {
        QFETCH(Verb, verb);
        QFETCH(Version, version);
        QFETCH(QString, words);
        Device device = live();
        device.version = version;
        QCOMPARE(
            equivalentCommand(device, asking(verb)), words + u" -c \"$COMMUNITY\" 192.0.2.1:1161 IF-MIB::ifTable"_s);
    }

    void namesWhatIsNotUsual() {
        Device device = live();
        device.bounds.timeout = 2500ms;
        device.bounds.retries = 1;
        Query query = asking(Verb::Bulk);
        query.nonRepeaters = 1;
        query.maxRepetitions = 20;
        QCOMPARE(equivalentCommand(device, query),
            u"snmpbulkget -v 2c -c \"$COMMUNITY\" -t 2.5 -r 1 -Cn1 -Cr20 192.0.2.1:1161 IF-MIB::ifTable"_s);
    }

    void hasTheLettersOfV3AndNoSecret() {
        Device device = live();
        device.version = Version::V3;
        device.user = u"o'hara"_s;
        device.level = SecurityLevel::AuthPriv;
        device.auth = *Credential::authNamed(u"SHA-256");
        device.priv = *Credential::privNamed(u"AES");
        device.contextName = u"vlan 7"_s;
        QCOMPARE(equivalentCommand(device, asking(Verb::Get)),
            u"snmpget -v 3 -l authPriv -u 'o'\\''hara' -a SHA-256 -A \"$AUTH\" -x AES-128 -X \"$PRIV\" -n 'vlan 7' "
            "192.0.2.1:1161 IF-MIB::ifTable"_s);
        device.level = SecurityLevel::AuthNoPriv;
        QVERIFY(!equivalentCommand(device, asking(Verb::Get)).contains(u"-X"));
    }

    void isOursForTheDemoAndRecordings() {
        Device device;
        device.kind = Device::Kind::Demo;
        Query query = asking(Verb::Get);
        query.objects = {u"sysName.0"_s, u"tcpConnState[\"10.0.0.1\"]"_s};
        QCOMPARE(equivalentCommand(device, query), u"walkabout-cli get demo sysName.0 'tcpConnState[\"10.0.0.1\"]'"_s);
        device.kind = Device::Kind::Recording;
        device.recording = u"/tmp/core switch.snmprec"_s;
        QCOMPARE(equivalentCommand(device, asking(Verb::Table)),
            u"walkabout-cli table '/tmp/core switch.snmprec' IF-MIB::ifTable"_s);
    }

    void namesProtocolsAsNetSnmpDoes_data() {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("Blumenthal") << u"AES-256"_s << u"AES-256 "_s;
        QTest::newRow("Cisco") << u"AES-192-C"_s << u"AES-192-C "_s;
        QTest::newRow("DES") << u"DES"_s << u"DES "_s;
    }
    void namesProtocolsAsNetSnmpDoes() {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        Device device = live();
        device.version = Version::V3;
        device.user = u"ada"_s;
        device.auth = AuthProtocol::Sha1;
        device.priv = *Credential::privNamed(ours);
        const QString command = equivalentCommand(device, asking(Verb::Get));
        QVERIFY2(command.contains(u"-a SHA -A"_s), qPrintable(command));
        QVERIFY2(command.contains(u"-x "_s + theirs), qPrintable(command));
    }

    void tellsTheSecretsItIsGivenAndQuotesThem() {
        Device device = live();
        Secrets secrets;
        secrets.readCommunity = Secret("o'ne $HOME");
        secrets.writeCommunity = Secret("two");
        QCOMPARE(equivalentCommand(device, asking(Verb::Get), secrets),
            u"snmpget -v 2c -c 'o'\\''ne $HOME' 192.0.2.1:1161 IF-MIB::ifTable"_s);
        Query set;
        set.verb = Verb::Set;
        set.changes = {{Oid{1, 3, 6, 1, 2, 1, 1, 5, 0}, Value::octets("core 1")}};
        QCOMPARE(equivalentCommand(device, set, secrets),
            u"snmpset -v 2c -c two 192.0.2.1:1161 1.3.6.1.2.1.1.5.0 s 'core 1'"_s);
        device.version = Version::V3;
        device.user = u"ada"_s;
        secrets.authPassphrase = Secret("auth words");
        QVERIFY(equivalentCommand(device, set, secrets).contains(u"-A 'auth words' -x AES-128 -X \"$PRIV\" "_s));
    }

    void aSetHasItsTypesAndValues() {
        const Oid at{1, 3, 9, 0};
        Query set;
        set.verb = Verb::Set;
        set.changes = {{at, Value::integer(-3)}, {at, Value::gauge32(7)}, {at, Value::octets(QByteArray("\0\x1f", 2))},
            {at, *Value::ipAddress(QByteArray("\x7f\0\0\1", 4))}, {at, Value::oid(at)}, {at, Value::octets({})}};
        QVERIFY(equivalentCommand(live(), set)
                    .endsWith(u"192.0.2.1:1161 1.3.9.0 i -3 1.3.9.0 u 7 1.3.9.0 x 001f 1.3.9.0 a 127.0.0.1 1.3.9.0 o "
                              "1.3.9.0 1.3.9.0 s ''"_s));
        Device demo;
        demo.kind = Device::Kind::Demo;
        set.changes = {{at, Value::integer(2)}};
        QCOMPARE(equivalentCommand(demo, set), u"walkabout-cli set demo 1.3.9.0=i:2"_s);
    }

private:
    static Device live() {
        Device device;
        device.endpoint = *Endpoint::parse(u"192.0.2.1:1161");
        return device;
    }
    static Query asking(Verb verb) {
        Query query;
        query.verb = verb;
        query.objects = {u"IF-MIB::ifTable"_s};
        return query;
    }
};

QTEST_GUILESS_MAIN(TestEquivalentCommand)
#include "tst_equivalentcommand.moc"
