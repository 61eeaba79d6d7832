// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/devicejson.h"
#include "core/store/devicestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace Qt::StringLiterals;

namespace {

Device switchWithEverything() {
    Device device;
    device.name = u"core1 \"Zürich\""_s;
    device.endpoint = {Endpoint::Transport::Udp6, true, u"fe80::1%eth0"_s, 1161};
    device.version = Version::V3;
    device.user = u"operator"_s;
    device.level = SecurityLevel::AuthNoPriv;
    device.auth = AuthProtocol::Sha512;
    device.priv = PrivProtocol::Aes256Cisco;
    device.contextName = u"vlan-7"_s;
    device.engineId = QByteArray::fromHex("80001f8804616263");
    device.bounds = {std::chrono::milliseconds(2500), 0};
    device.gentle = true;
    device.maxRepetitions = 7;
    device.production = true;
    device.colour = u"#c01c28"_s;
    device.notes = u"two\nlines"_s;
    device.group = u"Zürich/Core"_s;
    device.window = 3;
    return device;
}

Device plain(const QString &name) {
    Device device;
    device.name = name;
    device.endpoint.host = u"192.0.2.1"_s;
    return device;
}

} // namespace

class TestDeviceStore final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void beginsEmptyAndWithoutAFile() {
        DeviceStore store(m_folder->path());
        QCOMPARE(store.load(), std::nullopt);
        QVERIFY(store.devices().isEmpty());
        QVERIFY(!QFile::exists(store.path()));
    }

    void readsTheRepetitionsOfEarlierFiles() {
        Device device = switchWithEverything();
        device.maxRepetitions = 0;
        QJsonObject object = devicejson::write(device);
        object[u"maxRepetitions"] = 25; // stood in every device
        QCOMPARE(devicejson::read(object)->maxRepetitions, 0);
        object[u"maxRepetitions"] = 40; // a person's
        device.maxRepetitions = 40;
        QCOMPARE(devicejson::read(object), std::optional(device));
        const QJsonObject written = devicejson::write(device, object);
        QVERIFY(!written.contains(u"maxRepetitions"));
        QCOMPARE(devicejson::read(written)->maxRepetitions, 40);
    }

    void givesBackWhatWasSaved() {
        const Device device = switchWithEverything();
        Device recording = plain(u"old"_s);
        recording.kind = Device::Kind::Recording;
        recording.recording = u"/recordings/old.snmprec"_s;
        DeviceStore store(folder());
        QSignalSpy changed(&store, &DeviceStore::changed);
        QCOMPARE(store.save(device), std::nullopt);
        QCOMPARE(store.save(recording), std::nullopt);
        QCOMPARE(changed.size(), 2);

        DeviceStore other(folder());
        QCOMPARE(other.load(), std::nullopt);
        QCOMPARE(other.devices(), QList<Device>({device, recording}));
        QCOMPARE(*other.find(device.id), device);
        QCOMPARE(*other.named(u"old"), recording);
        QCOMPARE(other.named(u"OLD"), nullptr);
        QCOMPARE(other.find(QUuid::createUuid()), nullptr);
    }

    void replacesTheDeviceWithItsIdAndRemoves() {
        Device device = plain(u"a"_s);
        DeviceStore store(folder());
        QCOMPARE(store.save(device), std::nullopt);
        device.name = u"b"_s;
        QCOMPARE(store.save(device), std::nullopt);
        QCOMPARE(store.devices(), QList<Device>{device});
        QCOMPARE(store.remove(device.id), std::nullopt);
        DeviceStore other(folder());
        QCOMPARE(other.load(), std::nullopt);
        QVERIFY(other.devices().isEmpty());
    }

    void seesWhatAnotherProgramSavedMeanwhile() {
        DeviceStore window(folder());
        DeviceStore commandLine(folder());
        QCOMPARE(window.save(plain(u"a"_s)), std::nullopt);
        QCOMPARE(commandLine.save(plain(u"b"_s)), std::nullopt);
        QCOMPARE(window.save(plain(u"c"_s)), std::nullopt);
        QCOMPARE(window.devices().size(), 3);
        QVERIFY(window.named(u"b"));
    }

    void setsADamagedFileAsideAndNamesIt() {
        const QByteArray damaged = R"({"format": "walkabout-devices", "version": 1, "devices": [{"id")";
        write(damaged);
        DeviceStore store(folder());
        const auto failure = store.load();
        QVERIFY(failure);
        QCOMPARE(failure->kind(), Failure::Kind::Damaged);
        QCOMPARE(failure->arguments().value(0), store.path());
        const QString aside = failure->arguments().value(1);
        QVERIFY(aside.startsWith(store.path() + u".damaged-"_s));
        QCOMPARE(contentOf(aside), damaged);

        QCOMPARE(store.save(plain(u"a"_s)), std::nullopt);
        QCOMPARE(contentOf(aside), damaged);
        write(damaged);
        QCOMPARE(store.load()->kind(), Failure::Kind::Damaged);
        QCOMPARE(contentOf(aside), damaged);
        QCOMPARE(QDir(folder()).entryList({u"*.damaged-*"_s}).size(), 2);
    }

    void keepsItsDevicesWhenTheFileIsDamagedWhileItRuns() {
        DeviceStore store(folder());
        QCOMPARE(store.save(plain(u"a"_s)), std::nullopt);
        write("not at all");
        const auto failure = store.save(plain(u"b"_s));
        QVERIFY(failure && failure->kind() == Failure::Kind::Damaged);
        DeviceStore other(folder());
        QCOMPARE(other.load(), std::nullopt);
        QVERIFY(other.named(u"a") && other.named(u"b"));
    }

    void readsANewerFileButDoesNotChangeIt() {
        const QByteArray newer = R"({"format":"walkabout-devices","version":3,"devices":[)"
                                 R"({"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","name":"a","host":"h","port":161}]})";
        write(newer);
        DeviceStore store(folder());
        const auto failure = store.load();
        QVERIFY(failure && failure->kind() == Failure::Kind::NewerFile);
        QCOMPARE(failure->arguments().value(1), u"3"_s);
        QVERIFY(store.isReadOnly());
        QVERIFY(store.named(u"a"));
        QCOMPARE(store.save(plain(u"b"_s))->kind(), Failure::Kind::NewerFile);
        QCOMPARE(contentOf(store.path()), newer);
    }

    void keepsKeysItDoesNotKnow() {
        write(R"({"format":"walkabout-devices","version":1,"beside":[1],"devices":[)"
              R"({"id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","name":"a","host":"h","poll":{"every":5}},)"
              R"({"id":"6ba7b811-9dad-11d1-80b4-00c04fd430c8","name":"odd","auth":"SHA3","version":"3"}]})");
        DeviceStore store(folder());
        QCOMPARE(store.load(), std::nullopt);
        QCOMPARE(store.devices().size(), 1);
        Device device = store.devices().first();
        device.name = u"renamed"_s;
        QCOMPARE(store.save(device), std::nullopt);
        const QJsonObject root = QJsonDocument::fromJson(contentOf(store.path())).object();
        QCOMPARE(root[u"beside"].toArray(), QJsonArray({1}));
        const QJsonArray devices = root[u"devices"].toArray();
        QCOMPARE(devices.size(), 2);
        QCOMPARE(devices[0][u"name"].toString(), u"renamed"_s);
        QCOMPARE(devices[0][u"poll"][u"every"].toInt(), 5);
        QCOMPARE(devices[1][u"auth"].toString(), u"SHA3"_s);
    }

    void isReadableByItsOwnerAlone() {
        DeviceStore store(folder());
        QCOMPARE(store.save(plain(u"a"_s)), std::nullopt);
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(store.path()) & others));
    }

    void waitsForNobodyWhoHoldsTheLock() {
        DeviceStore store(folder());
        QCOMPARE(store.save(plain(u"a"_s)), std::nullopt);
        QLockFile lock(store.path() + u".lock"_s);
        QVERIFY(lock.lock());
        QCOMPARE(store.save(plain(u"b"_s))->kind(), Failure::Kind::File);
        lock.unlock();
        QCOMPARE(store.save(plain(u"b"_s)), std::nullopt);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path() + u"/config"_s; }
    void write(const QByteArray &text) const {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u"/devices.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    static QByteArray contentOf(const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDeviceStore)
#include "tst_devicestore.moc"
