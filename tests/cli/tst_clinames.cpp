// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// --names: get, next, bulk and walk tell of interfaces by name.
class TestClinames final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_switch = write(u"switch.snmprec"_s, "Gi1/0/7"); }

    void valuesAndIndexesAreToldByName() {
        QCOMPARE(lines({u"walk"_s, m_switch, u"ipNetToMediaTable"_s}),
            (QList<QByteArray>{"IP-MIB::ipNetToMediaIfIndex.7.10.0.0.1 = 7",
                "IP-MIB::ipNetToMediaType.7.10.0.0.1 = dynamic(3)",
                "IP-MIB::ipNetToMediaType.9.10.0.0.2 = static(4)"}));
        QCOMPARE(lines({u"walk"_s, m_switch, u"ipNetToMediaTable"_s, u"--names"_s}),
            (QList<QByteArray>{"IP-MIB::ipNetToMediaIfIndex[Gi1/0/7][10.0.0.1] = Gi1/0/7 \302\267 uplink core2 (7)",
                "IP-MIB::ipNetToMediaType[Gi1/0/7][10.0.0.1] = dynamic(3)",
                "IP-MIB::ipNetToMediaType.9.10.0.0.2 = static(4)"}));
    }

    void whatIsNoInterfaceStaysAsItIs() {
        QCOMPARE(lines({u"get"_s, m_switch, u"--names"_s, u"sysName.0"_s, u"ipNetToMediaType.9.10.0.0.2"_s}),
            (QList<QByteArray>{"SNMPv2-MIB::sysName.0 = core1",
                "IP-MIB::ipNetToMediaType.9.10.0.0.2 = static(4)"})); // nobody has called it anything
    }

    void aPortOfABridgeIsAnInterfaceToo() {
        QCOMPARE(lines({u"next"_s, m_switch, u"--names"_s, u"dot1dTpFdbPort"_s}),
            QList<QByteArray>{"BRIDGE-MIB::dot1dTpFdbPort.0.0.0.0.0.1 = Gi1/0/7 \302\267 uplink core2 (port 3)"});
    }

    void theLettersOfNetSnmpHoldBesides() {
        const auto get = [this](const QString &letters) {
            return lines({u"get"_s, m_switch, u"--names"_s, letters, u"ipNetToMediaIfIndex.7.10.0.0.1"_s}).value(0);
        };
        const QByteArray name = "Gi1/0/7 \302\267 uplink core2 (7)";
        QCOMPARE(get(u"-On"_s), ".1.3.6.1.2.1.4.22.1.1.7.10.0.0.1 = " + name);
        QCOMPARE(get(u"-Ov"_s), name);
        QCOMPARE(get(u"-Oq"_s), "IP-MIB::ipNetToMediaIfIndex[Gi1/0/7][10.0.0.1] " + name);
    }

    void jsonHasAFieldOfItsOwn() {
        const Ran ran = m_program.run({u"get"_s, m_switch, u"--names"_s, u"--json"_s,
            u"ipNetToMediaIfIndex.7.10.0.0.1"_s, u"ifDescr.7"_s, u"sysName.0"_s});
        QCOMPARE(ran.status, 0);
        const auto objects = ran.objects();
        QCOMPARE(objects.at(0)["name"_L1].toString(), u"IP-MIB::ipNetToMediaIfIndex.7.10.0.0.1"_s);
        QCOMPARE(objects.at(0)["text"_L1].toString(), u"7"_s);
        QCOMPARE(objects.at(0)["interface"_L1].toString(), u"Gi1/0/7 · uplink core2 (7)"_s);
        QCOMPARE(objects.at(1)["interface"_L1].toString(), u"Gi1/0/7 · uplink core2 (7)"_s);
        QVERIFY(!objects.at(2).contains("interface"_L1));
    }

    void whatWasToldCanBeAsked() {
        const QString object = u"IF-MIB::ifAlias[Gi1/0/7]"_s;
        QCOMPARE(lines({u"get"_s, m_switch, u"--names"_s, object}),
            QList<QByteArray>{"IF-MIB::ifAlias[Gi1/0/7] = uplink core2"});
        QCOMPARE(m_program.run({u"get"_s, m_switch, object}).status, 2);
    }

    void eachOfSeveralDevicesHasItsOwn() {
        const QString other = write(u"other.snmprec"_s, "eth7");
        const QByteArray out = lines({u"get"_s, m_switch, u"--with"_s, other, u"--names"_s, u"ifAlias.7"_s}).join('\n');
        QVERIFY2(out.contains("switch") && out.contains(": IF-MIB::ifAlias[Gi1/0/7] = uplink core2"), out.constData());
        QVERIFY2(out.contains("other") && out.contains(": IF-MIB::ifAlias[eth7] = uplink core2"), out.constData());
        QVERIFY(!lines({u"get"_s, m_switch, u"--with"_s, other, u"ifAlias.7"_s}).join('\n').contains("eth7"));
    }

private:
    QString write(const QString &file, const QByteArray &name) const {
        return m_program.write(file,
            "1.3.6.1.2.1.1.5.0|4|core1\n"
            "1.3.6.1.2.1.2.2.1.2.7|4|GigabitEthernet1/0/7\n"
            "1.3.6.1.2.1.4.22.1.1.7.10.0.0.1|2|7\n"
            "1.3.6.1.2.1.4.22.1.4.7.10.0.0.1|2|3\n"
            "1.3.6.1.2.1.4.22.1.4.9.10.0.0.2|2|4\n"
            "1.3.6.1.2.1.17.1.4.1.2.3|2|7\n"
            "1.3.6.1.2.1.17.4.3.1.2.0.0.0.0.0.1|2|3\n"
            "1.3.6.1.2.1.31.1.1.1.1.7|4|"
                + name
                + "\n"
                  "1.3.6.1.2.1.31.1.1.1.18.7|4|uplink core2\n");
    }
    QList<QByteArray> lines(const QStringList &letters) const {
        const Ran ran = m_program.run(letters);
        return ran.status == 0 ? ran.lines() : QList<QByteArray>{ran.err};
    }

    Program m_program;
    QString m_switch;
};

QTEST_GUILESS_MAIN(TestClinames)
#include "tst_clinames.moc"
