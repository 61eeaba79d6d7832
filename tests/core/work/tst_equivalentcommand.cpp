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
