// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chosensecretstore.h"
#include "core/store/devicestore.h"
#include "core/store/settings.h"
#include "tests/core/store/asked.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace walkabout;
using namespace walkabout::test;
using namespace Qt::StringLiterals;
using Place = ChosenSecretStore::Place;

namespace {

const Secrets secrets{Secret("read-me-not"), {}, Secret("authentic-pass"), {}};

/// The stores of one program over a folder.
struct Stores {
    explicit Stores(const QString &folder)
        : devices(folder)
        , settings(folder)
        , chosen(devices, settings, folder, sealing::Cost::least())
        , asked(chosen) {
        loaded = !settings.load() && !devices.load();
    }
    std::optional<Failure> choose(Place place, const char *passphrase = "") {
        return asked.done([&](const auto &done) { chosen.choose(place, Secret(passphrase), asked.context(), done); });
    }
    std::optional<Failure> unlock(const char *passphrase) {
        return asked.done([&](const auto &done) { chosen.unlock(Secret(passphrase), asked.context(), done); });
    }
    DeviceStore devices;
    Settings settings;
    ChosenSecretStore chosen;
    Asked asked;
    bool loaded = false;
};

} // namespace

/// Where the person chose to keep secrets: what waits, what moves, and who is asked. (The keyring itself stands in the
/// integration tests.)
class TestChosenSecretStore final : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void asksOnceWhereASavedDevicesSecretBelongs() {
        Stores stores(folder());
        QVERIFY(stores.loaded);
        QSignalSpy wanted(&stores.chosen, &ChosenSecretStore::choiceWanted);
        const Device device = named(u"core1"_s);
        QCOMPARE(stores.asked.write(device.id, secrets), std::nullopt);
        QCOMPARE(wanted.size(), 0); // a typed address: nothing is kept of it
        QCOMPARE(stores.devices.save(device), std::nullopt);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(*stores.asked.read(device.id), secrets);
        QCOMPARE(stores.asked.write(device.id, secrets), std::nullopt);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!stores.chosen.chosen());
    }

    void keepsWhatWaitedOnceThePlaceIsChosen() {
        const Device device = named(u"core1"_s);
        const Device typed;
        {
            Stores stores(folder());
            QCOMPARE(stores.devices.save(device), std::nullopt);
            QCOMPARE(stores.asked.write(device.id, secrets), std::nullopt);
            QCOMPARE(stores.asked.write(typed.id, secrets), std::nullopt);
            QCOMPARE(stores.choose(Place::Vault, "open sesame"), std::nullopt);
            QCOMPARE(*stores.asked.read(device.id), secrets);
            QCOMPARE(*stores.asked.read(typed.id), secrets);
        }
        QVERIFY(vault().contains(name(device)));
        QVERIFY(!vault().contains(name(typed)));
        Stores later(folder());
        QCOMPARE(later.chosen.chosen(), Place::Vault);
        QVERIFY(later.chosen.isLocked());
        QCOMPARE(later.unlock("open sesame"), std::nullopt);
        QCOMPARE(*later.asked.read(device.id), secrets);
        QCOMPARE(*later.asked.read(typed.id), Secrets{});
    }

    void aReadWaitsForTheLockedVault() {
        const Device device = keptInVault();
        Stores stores(folder());
        QSignalSpy wanted(&stores.chosen, &ChosenSecretStore::unlockWanted);
        std::optional<Secrets> found;
        for (int i = 0; i < 2; ++i)
            stores.chosen.read(device.id, this, [&found](const Result<Secrets> &answer) { found = *answer; });
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(stores.unlock("open barley")->kind(), Failure::Kind::WrongPassphrase);
        QVERIFY(!found);
        QCOMPARE(stores.unlock("open sesame"), std::nullopt);
        QTRY_COMPARE(found, secrets);
        QVERIFY(!stores.chosen.isLocked());
    }

    void whoWaitsGoesWithoutWhereThePassphraseIsNotSaid() {
        const Device device = keptInVault();
        Stores stores(folder());
        QSignalSpy wanted(&stores.chosen, &ChosenSecretStore::unlockWanted);
        std::optional<Failure> failure;
        stores.chosen.read(device.id, this, [&failure](const Result<Secrets> &answer) { failure = answer.failure(); });
        stores.chosen.stayLocked();
        QTRY_VERIFY(failure);
        QCOMPARE(failure->kind(), Failure::Kind::Locked);
        QCOMPARE(stores.asked.read(device.id).failure().kind(), Failure::Kind::Locked);
        QCOMPARE(wanted.size(), 1); // not asked again
        // What is typed instead serves this run, and is kept once the vault opens.
        const Secrets typed{Secret("typed"), {}, {}, {}};
        QCOMPARE(stores.asked.write(device.id, typed)->kind(), Failure::Kind::Locked);
        QCOMPARE(*stores.asked.read(device.id), typed);
        QCOMPARE(stores.unlock("open sesame"), std::nullopt);
        QCOMPARE(*stores.asked.read(device.id), typed);
        Stores later(folder());
        QTRY_VERIFY(!later.unlock("open sesame"));
        QCOMPARE(*later.asked.read(device.id), typed);
    }

    void movesEverythingAndLeavesNothingBehind() {
        const Device device = keptInVault();
        Stores stores(folder());
        QCOMPARE(stores.unlock("open sesame"), std::nullopt);
        QSignalSpy changed(&stores.chosen, &ChosenSecretStore::changed);
        QCOMPARE(stores.choose(Place::Memory), std::nullopt);
        QVERIFY(changed.size() >= 1);
        QCOMPARE(*stores.asked.read(device.id), secrets);
        QVERIFY(!vault().contains(name(device)));
        QCOMPARE(Stores(folder()).chosen.chosen(), Place::Memory);
        QCOMPARE(stores.choose(Place::Vault, "open sesame"), std::nullopt);
        QVERIFY(vault().contains(name(device)));
    }

    void staysWhereItWasIfItCannotMove() {
        const Device device = keptInVault();
        {
            Stores stores(folder());
            QSignalSpy wanted(&stores.chosen, &ChosenSecretStore::unlockWanted);
            std::optional<Failure> failure;
            stores.chosen.choose(Place::Memory, {}, this, [&failure](const auto &answer) { failure = answer; });
            QTRY_COMPARE(wanted.size(), 1); // its secrets are wanted
            stores.chosen.stayLocked();
            QTRY_VERIFY(failure);
            QCOMPARE(failure->kind(), Failure::Kind::Locked);
            QCOMPARE(stores.chosen.chosen(), Place::Vault);
        }
        Stores later(folder());
        QCOMPARE(later.unlock("open sesame"), std::nullopt);
        QCOMPARE(*later.asked.read(device.id), secrets);
    }

    void aWrongPassphraseChoosesNothing() {
        static_cast<void>(keptInVault());
        Stores stores(folder());
        QVERIFY(!stores.settings.set({{u"secrets"_s, u"memory"_s}}));
        QCOMPARE(stores.choose(Place::Vault, "open barley")->kind(), Failure::Kind::WrongPassphrase);
        QCOMPARE(stores.chosen.chosen(), Place::Memory);
    }

    void forgetsADevice() {
        const Device device = keptInVault();
        Stores stores(folder());
        QCOMPARE(stores.asked.remove(device.id), std::nullopt); // not even unlocked
        QVERIFY(!vault().contains(name(device)));
    }

    void aDamagedVaultIsNamedAndMadeAnew() {
        const Device device = keptInVault();
        QFile file(vaultPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a vault");
        file.close();
        Stores stores(folder());
        QCOMPARE(stores.unlock("open sesame")->kind(), Failure::Kind::Damaged);
        QVERIFY(stores.chosen.isLocked() && !stores.chosen.hasVault());
        QCOMPARE(*stores.asked.read(device.id), Secrets{});
        QSignalSpy wanted(&stores.chosen, &ChosenSecretStore::unlockWanted);
        bool kept = false;
        stores.chosen.write(device.id, secrets, this, [&kept](const auto &failure) { kept = !failure; });
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(stores.unlock("a new one"), std::nullopt);
        QTRY_VERIFY(kept);
        QVERIFY(vault().contains(name(device)));
    }

    void saysWhereTheyAreKept() {
        Stores stores(folder());
        QVERIFY(stores.chosen.whereKept().contains(u"memory"));
        QCOMPARE(stores.choose(Place::Vault, "open sesame"), std::nullopt);
        QCOMPARE(stores.chosen.whereKept(), u"encrypted vault"_s);
        QCOMPARE(Stores(folder()).chosen.whereKept(), u"encrypted vault, locked"_s);
        for (const Place place : {Place::Memory, Place::Keyring, Place::Vault})
            QCOMPARE(ChosenSecretStore::placeNamed(ChosenSecretStore::name(place)), place);
        QVERIFY(!ChosenSecretStore::placeNamed(u"wallet"));
    }

    void tellsWhileSomethingIsWritten() {
        Stores stores(folder());
        QSignalSpy busy(&stores.chosen, &ChosenSecretStore::busyChanged);
        QCOMPARE(stores.choose(Place::Vault, "open sesame"), std::nullopt);
        QVERIFY(busy.size() >= 2);
        QCOMPARE(busy.first().first().toBool(), true);
        QTRY_COMPARE(busy.last().first().toBool(), false);
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->path() + u"/config"_s; }
    [[nodiscard]] QString vaultPath() const { return folder() + u"/secrets.vault"_s; }
    static QByteArray name(const Device &device) { return device.id.toByteArray(QUuid::WithoutBraces); }
    static Device named(const QString &name) {
        Device device;
        device.name = name;
        device.endpoint.host = u"192.0.2.1"_s;
        return device;
    }
    [[nodiscard]] QByteArray vault() const {
        QFile file(vaultPath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Saved by a program that has ended.
    [[nodiscard]] Device keptInVault() const {
        const Device device = named(u"core1"_s);
        Stores stores(folder());
        if (stores.devices.save(device) || stores.choose(Place::Vault, "open sesame")
            || stores.asked.write(device.id, secrets))
            qWarning("the vault was not made");
        return device;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestChosenSecretStore)
#include "tst_chosensecretstore.moc"
