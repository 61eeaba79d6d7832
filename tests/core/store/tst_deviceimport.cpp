// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "core/store/devicestore.h"
#include "core/store/devicetable.h"
#include "core/store/importedrows.h"
#include "core/store/project.h"
#include "core/store/settings.h"
#include "core/store/snmpconf.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Devices and profiles from files of other programs, and the project file: what is read, what is wrong by line, what
/// is already there.
class TestDeviceImport final : public QObject {
    Q_OBJECT

private slots:
    void aTableKnowsTheUsualColumns() {
        const auto found
            = devicetable::read("\xef\xbb\xbfHostname;IP Address;SNMP Version;Community;Site;Port;Comment\r\n"
                                "core1;192.0.2.1;2c;\"se;cret\";Zurich/Core;1161;\"a \"\"b\"\"\"\r\n"
                                "\r\n"
                                ";192.0.2.2;1;other;;;\r\n",
                u"net.csv"_s);
        QVERIFY(found);
        QCOMPARE(found->devices.size(), 2);
        const auto &[first, secrets, line] = found->devices.first();
        QCOMPARE(line, 2);
        QCOMPARE(first.name, u"core1"_s);
        QCOMPARE(first.endpoint.toString(), u"192.0.2.1:1161"_s);
        QCOMPARE(first.group, u"Zurich/Core"_s);
        QCOMPARE(first.notes, u"a \"b\""_s);
        QCOMPARE(secrets.readCommunity, Secret("se;cret"));
        QVERIFY(secrets.writeCommunity.isEmpty());
        QCOMPARE(found->devices[1].line, 4);
        QCOMPARE(found->devices[1].value.version, Version::V1);
        QCOMPARE(found->devices[1].value.name, u"192.0.2.2"_s);
    }

    void aTableTellsOfUsersAndWhatIsWrongByLine() {
        const auto found = devicetable::read("name,address,user,auth,authpassword,priv,privpassword,timeout,odd\n"
                                             "a,192.0.2.1,ada,SHA-512,long enough,AES-256,long enough too,2.5,x\n"
                                             "b,192.0.2.2,ada,SHA9,long enough,,,,\n"
                                             "c,192.0.2.3:99999,,,,,,,\n"
                                             "d,192.0.2.4,ada,SHA,short,,,,\n"
                                             "e,,,,,,,,\n"
                                             "f,192.0.2.6,,,,,,ages,\n",
            u"net.csv"_s);
        QVERIFY(found);
        QCOMPARE(found->devices.size(), 1);
        const Device &device = found->devices.first().value;
        QCOMPARE(device.version, Version::V3);
        QCOMPARE(device.level, SecurityLevel::AuthPriv);
        QCOMPARE(device.auth, AuthProtocol::Sha512);
        QCOMPARE(device.priv, PrivProtocol::Aes256);
        QCOMPARE(device.bounds.timeout, std::chrono::milliseconds(2500));
        QCOMPARE(found->devices.first().secrets.privPassphrase, Secret("long enough too"));
        QList<int> lines;
        for (const auto &problem : found->problems)
            lines += problem.line;
        QCOMPARE(lines, (QList<int>{1, 3, 4, 5, 6, 7}));
        QVERIFY(found->problems[0].text.contains(u"odd"));
        QVERIFY(found->problems[1].text.contains(u"SHA9"));
    }

    void aTableWithoutAddressesIsRefused() {
        const auto found = devicetable::read("name,colour\na,#ffffff\n", u"net.csv"_s);
        QVERIFY(!found);
        QVERIFY(found.failure().text().contains(u"address"));
    }

    void aCellMaySpanLines() {
        const csv::Table table("a\tb\n\"one\ntwo\"\t3\nlast\t");
        const auto &rows = table.rows();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].cells, (QList<QStringView>{u"one\ntwo", u"3"}));
        QCOMPARE(rows[2].line, 4);
    }

    void snmpConfBecomesProfiles() {
        const DeviceImport found = snmpconf::read("# mine\n"
                                                  "mibs +ALL\n"
                                                  "defVersion 1\n"
                                                  "defCommunity  \"not public\"\n"
                                                  "defSecurityName ada\n"
                                                  "defAuthType SHA-256\n"
                                                  "defPassphrase 'long enough'\n"
                                                  "defPrivType AES\n"
                                                  "defAuthLocalizedKey 0x00\n"
                                                  "defSecurityLevel everything\n");
        QCOMPARE(found.profiles.size(), 2);
        QCOMPARE(found.profiles[0].value.version, Version::V1);
        QCOMPARE(found.profiles[0].secrets.readCommunity, Secret("not public"));
        QCOMPARE(found.profiles[0].line, 4);
        const auto &[user, secrets, line] = found.profiles[1];
        QCOMPARE(user.version, Version::V3);
        QCOMPARE(user.user, u"ada"_s);
        QCOMPARE(user.auth, AuthProtocol::Sha256);
        QCOMPARE(user.priv, PrivProtocol::Aes128);
        QCOMPARE(secrets.authPassphrase, Secret("long enough"));
        QCOMPARE(secrets.privPassphrase, Secret("long enough"));
        QCOMPARE(found.problems.size(), 2);
        QCOMPARE(found.problems[0].line, 9);
        QCOMPARE(found.problems[1].line, 10);
    }

    void theLevelOfSnmpConfFollowsItsPassphrases() {
        const DeviceImport found = snmpconf::read("defSecurityName ada\ndefAuthPassphrase long enough\n");
        QCOMPARE(found.profiles.first().value.level, SecurityLevel::NoAuthNoPriv); // "long": under 8 characters
        QCOMPARE(found.problems.first().line, 2);
        const DeviceImport other = snmpconf::read("defSecurityName ada\ndefAuthPassphrase longenough\n");
        QCOMPARE(other.profiles.first().value.level, SecurityLevel::AuthNoPriv);
        QCOMPARE(other.profiles.first().value.auth, AuthProtocol::Md5);
        QCOMPARE(snmpconf::read("mibs +ALL\n").problems.size(), 1);
    }

    void aProjectGoesThereAndBack() {
        const QTemporaryDir here;
        const QTemporaryDir there;
        DeviceStore store(here.path());
        Settings settings(here.path());
        CredentialProfile profile;
        profile.name = u"operators"_s;
        Device device = named(u"core1"_s, u"192.0.2.1"_s);
        device.profile = profile.id;
        device.group = u"Zurich"_s;
        device.notes = u"rack 4"_s;
        Device recording = named(u"old"_s, {});
        recording.kind = Device::Kind::Recording;
        recording.recording = here.filePath(u"walks/old.snmprec"_s);
        QVERIFY(!store.apply({.devices = {device, recording}, .profiles = {profile}, .groups = {u"Empty"_s}}));
        QVERIFY(!settings.set({{Project::favouritesKey(), QJsonArray{u"IF-MIB::ifTable"_s}}}));
        const QString path = here.filePath(u"net.walkabout.json"_s);
        QCOMPARE(Project(store, settings).write(path), std::nullopt);
        const QByteArray text = contentOf(path);
        QVERIFY(text.contains("\"walks/old.snmprec\""));
        QCOMPARE(Project(store, settings).write(path), std::nullopt);
        QCOMPARE(contentOf(path), text);

        const auto found = DeviceImport::open(path);
        QVERIFY(found);
        QVERIFY(found->problems.isEmpty());
        QCOMPARE(found->favourites, QStringList{u"IF-MIB::ifTable"_s});
        DeviceStore other(there.path());
        ImportedRows rows(*found, other);
        QCOMPARE(rows.count(ImportedRows::Fate::New), 3);
        QCOMPARE(other.apply(rows.changes()), std::nullopt);
        QCOMPARE(*other.find(device.id), *store.find(device.id));
        QCOMPARE(other.find(recording.id)->recording, recording.recording);
        QCOMPARE(other.groups(), (QStringList{u"Empty"_s, u"Zurich"_s}));
        const ImportedRows again(*found, other);
        QCOMPARE(again.count(ImportedRows::Fate::Same), 3);
        QCOMPARE(again.changes().devices, QList<Device>{});
    }

    void aProjectOfANewerVersionIsReadAndNotReplaced() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.walkabout.json"_s);
        const QByteArray newer
            = R"({"format":"walkabout-project","version":2,"devices":[)"
              R"({"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","name":"a","host":"h"},{"name":"b"}]})";
        write(path, newer);
        const auto found = DeviceImport::open(path);
        QVERIFY(found);
        QCOMPARE(found->devices.size(), 1);
        QCOMPARE(found->problems.size(), 2);
        DeviceStore store(folder.path());
        Settings settings(folder.path());
        const auto failure = Project(store, settings).write(path);
        QVERIFY(failure && failure->kind() == Failure::Kind::NewerFile);
        QCOMPARE(contentOf(path), newer);
        write(path, "{\n\"format\": \"walkabout-project\",\n oops }");
        const auto damaged = DeviceImport::open(path);
        QVERIFY(!damaged);
        QCOMPARE(damaged.failure().kind(), Failure::Kind::BadLine);
        QCOMPARE(damaged.failure().arguments().value(1), u"3"_s);
    }

    void whatIsThereIsToldFromWhatIsNew() {
        const QTemporaryDir folder;
        DeviceStore store(folder.path());
        QVERIFY(!store.apply({.devices = {named(u"core1"_s, u"192.0.2.1"_s), named(u"edge"_s, u"192.0.2.9"_s)}}));
        const auto found = devicetable::read("name,address,community\n"
                                             "renamed,192.0.2.1,one\n"
                                             "edge,192.0.2.2,two\n"
                                             "new,192.0.2.3,three\n"
                                             "twice,192.0.2.3,four\n",
            u"net.csv"_s);
        ImportedRows rows(*found, store);
        using Fate = ImportedRows::Fate;
        QList<Fate> fates;
        for (const auto &row : rows.rows())
            fates += row.fate;
        QCOMPARE(fates, (QList<Fate>{Fate::There, Fate::New, Fate::New, Fate::There}));
        QCOMPARE(rows.rows()[1].name, u"edge (2)"_s);
        QVERIFY(rows.rows()[0].remark.contains(u"core1"));
        QCOMPARE(rows.secrets().size(), 2);
        rows.want(2, false);
        QCOMPARE(rows.changes().devices.size(), 1);
        QCOMPARE(rows.secrets().size(), 1);
        QCOMPARE(rows.secrets().first().second.readCommunity, Secret("two"));
    }

    void anImportReplacesTheDeviceOfItsUuid() {
        const QTemporaryDir folder;
        DeviceStore store(folder.path());
        Device device = named(u"core1"_s, u"192.0.2.1"_s);
        QVERIFY(!store.save(device));
        device.name = u"core1.zrh"_s;
        DeviceImport import;
        import.devices.append({device, {}, 0});
        const ImportedRows rows(import, store);
        QCOMPARE(rows.rows().first().fate, ImportedRows::Fate::Changed);
        QVERIFY(!store.apply(rows.changes()));
        QCOMPARE(store.devices(), QList<Device>{device});
    }

private:
    static Device named(const QString &name, const QString &address) {
        Device device;
        device.name = name;
        device.endpoint.host = address;
        return device;
    }
    static QByteArray contentOf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &text) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
};

QTEST_GUILESS_MAIN(TestDeviceImport)
#include "tst_deviceimport.moc"
