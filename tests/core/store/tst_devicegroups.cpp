// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicegroup.h"
#include "core/store/devicestore.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

/// Groups and credential profiles of saved devices, and changes that can be taken back.
class TestDeviceGroups final : public QObject {
    Q_OBJECT

private slots:
    void aPathIsTidied() {
        QCOMPARE(devicegroup::tidy(u" Zurich //  Core  room/ "_s), u"Zurich/Core room"_s);
        QCOMPARE(devicegroup::parent(u"Zurich/Core"_s), u"Zurich"_s);
        QCOMPARE(devicegroup::parent(u"Zurich"_s), QString());
        QCOMPARE(devicegroup::name(u"Zurich/Core"_s), u"Core"_s);
    }

    void aGroupIsMovedWithWhatIsInside() {
        QCOMPARE(devicegroup::moved(u"A/B/C"_s, u"A/B"_s, u"X"_s), u"X/C"_s);
        QCOMPARE(devicegroup::moved(u"A/Bee"_s, u"A/B"_s, u"X"_s), u"A/Bee"_s);
        QCOMPARE(devicegroup::moved(u"A/B"_s, u"A/B"_s, QString()), QString());
        QCOMPARE(devicegroup::moved(u"A/B/C"_s, u"A/B"_s, QString()), u"C"_s);
    }

    void groupsStandAsAPersonSortsThem() {
        QCOMPARE(devicegroup::whole({u"Site 10/b"_s, u"site 2"_s, u"Site 10/b"_s, u"Alp"_s}),
            (QStringList{u"Alp"_s, u"site 2"_s, u"Site 10"_s, u"Site 10/b"_s}));
    }

    void theStoreKnowsEmptyGroupsAndThoseOfDevices() {
        DeviceStore store(m_folder.path());
        Device device = made(u"core1"_s);
        device.group = u"Zurich/Core"_s;
        QCOMPARE(store.apply({.devices = {device}, .groups = {u"Bern/Lab"_s}}), std::nullopt);
        DeviceStore other(m_folder.path());
        QCOMPARE(other.load(), std::nullopt);
        QCOMPARE(other.groups(), (QStringList{u"Bern"_s, u"Bern/Lab"_s, u"Zurich"_s, u"Zurich/Core"_s}));
        QCOMPARE(other.find(device.id)->group, u"Zurich/Core"_s);
    }

    void aDeviceHasWhatItsProfileSays() {
        DeviceStore store(m_folder.path());
        CredentialProfile profile;
        profile.name = u"operators"_s;
        profile.version = Version::V3;
        profile.user = u"ada"_s;
        profile.auth = AuthProtocol::Sha512;
        Device device = made(u"core1"_s);
        device.profile = profile.id;
        QCOMPARE(store.apply({.devices = {device}, .profiles = {profile}}), std::nullopt);
        QCOMPARE(store.find(device.id)->user, u"ada"_s);
        QCOMPARE(store.find(device.id)->version, Version::V3);
        QCOMPARE(store.find(device.id)->secretsOwner(), profile.id);
        QVERIFY(store.ownsSecrets(profile.id));
        profile.user = u"bob"_s;
        QCOMPARE(store.apply({.profiles = {profile}}), std::nullopt);
        QCOMPARE(store.find(device.id)->user, u"bob"_s);
        QCOMPARE(store.devicesWith(profile.id).size(), 1);

        const DeviceChanges removal{.removedProfiles = {profile.id}};
        const DeviceChanges back = store.inverse(removal);
        QCOMPARE(store.apply(removal), std::nullopt);
        QVERIFY(store.find(device.id)->profile.isNull());
        QCOMPARE(store.find(device.id)->secretsOwner(), device.id);
        QCOMPARE(store.apply(back), std::nullopt);
        QCOMPARE(store.find(device.id)->profile, profile.id);
        QCOMPARE(store.find(device.id)->user, u"bob"_s);
    }

    void everyChangeIsTakenBack() {
        DeviceStore store(m_folder.path());
        Device kept = made(u"kept"_s);
        kept.group = u"A/B"_s;
        const Device gone = made(u"gone"_s);
        QCOMPARE(store.apply({.devices = {kept, gone}, .groups = {u"Empty"_s}}), std::nullopt);
        const QList<Device> devices = store.devices();
        const QStringList groups = store.groups();
        Device moved = kept;
        moved.group = u"X"_s;
        const DeviceChanges changes{.devices = {moved, made(u"new"_s)},
            .removedDevices = {gone.id},
            .groups = {u"New/Inner"_s},
            .removedGroups = {u"Empty"_s}};
        const DeviceChanges back = store.inverse(changes);
        QCOMPARE(store.apply(changes), std::nullopt);
        QCOMPARE(store.groups(), (QStringList{u"New"_s, u"New/Inner"_s, u"X"_s}));
        QVERIFY(store.named(u"new") && !store.named(u"gone"));
        QCOMPARE(store.apply(back), std::nullopt);
        QCOMPARE(store.devices(), devices);
        QCOMPARE(store.groups(), groups);
    }

    void aFileOfTheFirstVersionIsReadAndWrittenAsTheSecond() {
        QFile file(m_folder.filePath(u"devices.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":"walkabout-devices","version":1,"devices":[)"
                   R"({"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","name":"a","host":"192.0.2.1","version":"2c"}]})");
        file.close();
        DeviceStore store(m_folder.path());
        QCOMPARE(store.load(), std::nullopt);
        Device device = *store.named(u"a");
        QVERIFY(device.group.isEmpty() && device.profile.isNull());
        device.group = u"G"_s;
        QCOMPARE(store.save(device), std::nullopt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"version"].toInt(), 2);
    }

    void aFreeNameIsCounted() {
        DeviceStore store(m_folder.path());
        const Device device = made(u"core1"_s);
        QCOMPARE(store.apply({.devices = {device, made(u"core1 (2)"_s)}}), std::nullopt);
        QCOMPARE(store.freeName(u"core1"_s), u"core1 (3)"_s);
        QCOMPARE(store.freeName(u"core1"_s, device.id), u"core1"_s);
    }

    void cleanup() { QFile::remove(m_folder.filePath(u"devices.json"_s)); }

private:
    static Device made(const QString &name) {
        Device device;
        device.name = name;
        device.endpoint.host = u"192.0.2.1"_s;
        return device;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDeviceGroups)
#include "tst_devicegroups.moc"
