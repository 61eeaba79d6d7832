// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/keyringsecretstore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/vaultsecretstore.h"

#include <QPointer>
#include <QSet>

namespace walkabout {

class DeviceStore;
class SecretMove;
class Settings;

/// The secrets of all devices and credential profiles, where the person chose to keep them: the choice stands in the
/// settings, until it is made they are in memory. A device that is not saved has its secrets in memory always; saved,
/// they go to their place by themselves. What a place does not take yet (it is slow, locked or fails) waits in memory
/// and is read from there. Owned by main; devices and settings outlive it.
class ChosenSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    enum class Place { Memory, Keyring, Vault };
    /// "memory", "keyring", "vault": as settings and options call them.
    [[nodiscard]] static QString name(Place place);
    [[nodiscard]] static std::optional<Place> placeNamed(QStringView name);

    /// cost: of a vault that is made.
    ChosenSecretStore(DeviceStore &devices, Settings &settings, const QString &configFolder,
        sealing::Cost cost = sealing::Cost::standard(), QObject *parent = nullptr);
    ~ChosenSecretStore() override;

    /// nullopt: the person was not asked yet, or did not say.
    [[nodiscard]] std::optional<Place> chosen() const;
    /// From now on they are kept there; what is stored moves, and stays where it was if that fails. The pass-phrase
    /// opens the vault, or makes it; elsewhere it means nothing.
    void choose(Place place, const Secret &passphrase, QObject *context, Done done);

    /// The place is a vault that waits for its pass-phrase.
    [[nodiscard]] bool isLocked() const;
    /// There is a vault, whatever the choice: its pass-phrase is not a new one.
    [[nodiscard]] bool hasVault() const { return m_vault.exists(); }
    void unlock(const Secret &passphrase, QObject *context, Done done);
    /// Of the vault, whether it is locked or open; it is open then, where it is the place.
    void changePassphrase(const Secret &before, const Secret &passphrase, QObject *context, Done done);
    /// The person does not say it: whoever waits goes without, and nobody asks again in this run.
    void stayLocked();
    /// Called once nothing is being written, from the event loop.
    void whenIdle(QObject *context, std::function<void()> idle);
    /// Whether a desktop keyring answers here.
    void findKeyring(QObject *context, std::function<void(bool)> answer);

    void read(const QUuid &device, QObject *context, Found found) override;
    void write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) override;
    void remove(const QUuid &device, QObject *context, Done done) override;
    [[nodiscard]] QString whereKept() const override;

signals:
    /// A saved device has a secret, and no place was chosen: once a run.
    void choiceWanted();
    /// A secret is wanted of the locked vault, or for one that is yet to be made: ends in unlock() or stayLocked().
    void unlockWanted();
    /// Another place, or locked no longer.
    void changed();
    /// What a place could not do; also told to who asked.
    void failed(const walkabout::Failure &failure);
    /// Something is being written: the program should not end now.
    void busyChanged(bool busy);

private:
    struct Reader {
        QUuid device;
        QPointer<QObject> context;
        Found found;
    };
    struct Writer {
        QUuid device;
        QPointer<QObject> context;
        Done done;
    };

    [[nodiscard]] SecretStore &store(Place place);
    [[nodiscard]] SecretStore &chosenStore() { return store(chosen().value_or(Place::Memory)); }
    void settle(const QUuid &device);
    void settleAll();
    void kept(const QUuid &device, const Secrets &secrets, const std::optional<Failure> &failure);
    void tell(const QUuid &device, const std::optional<Failure> &failure);
    void wantUnlock();
    void opened();
    void move(Place place, const QPointer<QObject> &context, const Done &done);
    void moved(Place place, const QList<QUuid> &devices);
    void begin();
    void end();

    DeviceStore &m_devices;
    Settings &m_settings;
    MemorySecretStore m_memory;
    KeyringSecretStore m_keyring;
    VaultSecretStore m_vault;
    QList<Reader> m_readers; // wait for the vault
    QList<Writer> m_writers; // wait for their place
    SecretMove *m_move = nullptr; // a child
    QSet<QUuid> m_newer; // written while the others move
    int m_busy = 0;
    bool m_choiceAsked = false;
    bool m_unlockAsked = false;
    bool m_staysLocked = false;
};

} // namespace walkabout
