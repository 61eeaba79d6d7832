// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicestore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "core/trap/ruleset.h"
#include "core/trap/trapsettings.h"
#include "core/trap/trapusers.h"
#include "tests/core/trap/maderecord.h"
#include "tests/support/madelibrary.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace walkabout;
using namespace walkabout::test;

/// What is made of a notification: its severity by its name, by the first rule that fits; and whose it may be.
class TestRuleSet final : public QObject {
    Q_OBJECT

private slots:
    void readsSeverityOutOfNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Severity>("severity");
        QTest::newRow("linkDown") << u"linkDown"_s << Severity::Major;
        QTest::newRow("linkUp") << u"linkUp"_s << Severity::Normal;
        QTest::newRow("coldStart") << u"coldStart"_s << Severity::Warning;
        QTest::newRow("warmStart") << u"warmStart"_s << Severity::Notice;
        QTest::newRow("authenticationFailure") << u"authenticationFailure"_s << Severity::Warning;
        QTest::newRow("a word within") << u"fanFailureRecovered"_s << Severity::Normal;
        QTest::newRow("no word of it") << u"backupDone"_s << Severity::Notice; // not "up"
        QTest::newRow("critical") << u"upsTempCritical"_s << Severity::Critical;
        QTest::newRow("unknown") << QString() << Severity::Notice;
    }
    void readsSeverityOutOfNames() {
        QFETCH(const QString, name);
        QFETCH(const Severity, severity);
        QCOMPARE(severity::ofName(name), severity);
    }

    void theFirstRuleThatFitsDecides() {
        RuleSet rules;
        rules.setNames({{u"192.0.2.1"_s, u"core1"_s}});
        Rule hide;
        hide.words = u"event 7"_s;
        hide.hide = true;
        Rule mark;
        mark.source = u"core"_s;
        mark.severity = Severity::Critical;
        mark.mark = 2;
        Rule off = hide;
        off.isOn = false;
        off.words.clear();
        rules.setRules({off, hide, mark});
        TrapRecord seven = madeRecord(7);
        QCOMPARE(rules.apply(seven), 1);
        QVERIFY(seven.isHidden);
        TrapRecord eight = madeRecord(8);
        QCOMPARE(rules.apply(eight), 2);
        QVERIFY(!eight.isHidden);
        QCOMPARE(eight.severity, Severity::Critical);
        QCOMPARE(eight.mark, 2);
        TrapRecord elsewhere = madeRecord(8, u"198.51.100.1"_s);
        QVERIFY(!rules.apply(elsewhere));
    }

    void conditionsAreSubnetsNamesAndNumbers() {
        const auto fits = [](const Rule &rule, const QString &source) {
            RuleSet rules;
            rules.setLibrary(madeLibrary());
            rules.setRules({rule});
            TrapRecord record = madeRecord(1, source);
            return rules.apply(record).has_value();
        };
        Rule subnet;
        subnet.source = u"10.1.0.0/16"_s;
        QVERIFY(fits(subnet, u"10.1.200.3"_s));
        QVERIFY(!fits(subnet, u"10.2.0.1"_s));
        Rule number;
        number.notification = u"1.3.6.1.6.3.1.1.5"_s;
        QVERIFY(fits(number, u"10.2.0.1"_s));
        number.notification = u"1.3.6.1.4"_s;
        QVERIFY(!fits(number, u"10.2.0.1"_s));
    }

    void keepsRulesInTheSettings() {
        const QTemporaryDir folder;
        Rule rule;
        rule.name = u"Core links"_s;
        rule.source = u"10.0.0.0/8"_s;
        rule.notification = u"IF-MIB::link*"_s;
        rule.words = u"uplink"_s;
        rule.severity = Severity::Critical;
        rule.mark = 3;
        rule.alert = true;
        Settings settings(folder.path());
        QVERIFY(!trapsettings::setRules(settings, {rule, Rule{}}));
        Settings again(folder.path());
        QVERIFY(!again.load());
        QCOMPARE(trapsettings::rules(again), (QList<Rule>{rule, Rule{}}));
    }

    void acceptsTheUsersOfSavedDevicesWhoseSecretsAreKnown() {
        const QTemporaryDir folder;
        DeviceStore devices(folder.path());
        MemorySecretStore secrets;
        Device known;
        known.name = u"core1"_s;
        known.endpoint.host = u"192.0.2.1"_s;
        known.version = Version::V3;
        known.user = u"watcher"_s;
        Device unknown = known;
        unknown.id = QUuid::createUuid();
        unknown.name = u"core2"_s;
        unknown.user = u"other"_s;
        secrets.write(known.id, {{}, {}, Secret("authentic-pass"), Secret("secretive-pass")}, this, {});
        QVERIFY(!devices.save(known));
        QVERIFY(!devices.save(unknown));
        TrapUsers users(devices, secrets);
        QList<Credential> found;
        QSignalSpy gathered(&users, &TrapUsers::gathered);
        connect(&users, &TrapUsers::gathered, this, [&](const QList<Credential> &all) { found = all; });
        users.gather();
        QTRY_COMPARE(gathered.size(), 1);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().user().name, QByteArray("watcher"));

        // Once a secret is known that was not, and a profile that no device has yet.
        secrets.write(unknown.id, {{}, {}, Secret("authentic-pass"), Secret("secretive-pass")}, this, {});
        users.gatherAgain();
        QTRY_COMPARE(gathered.size(), 2);
        QCOMPARE(found.size(), 2);
        CredentialProfile shared;
        shared.version = Version::V3;
        shared.user = u"shared"_s;
        secrets.write(shared.id, {{}, {}, Secret("authentic-pass"), Secret("secretive-pass")}, this, {});
        QVERIFY(!devices.apply({.profiles = {shared}}));
        QTRY_COMPARE(found.size(), 3);
        QCOMPARE(found.last().user().name, QByteArray("shared"));
    }

    void nothingIsGatheredBeforeItIsWanted() {
        const QTemporaryDir folder;
        DeviceStore devices(folder.path());
        MemorySecretStore secrets;
        TrapUsers users(devices, secrets);
        const QSignalSpy gathered(&users, &TrapUsers::gathered);
        users.gatherAgain();
        QCoreApplication::processEvents();
        QCOMPARE(gathered.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
