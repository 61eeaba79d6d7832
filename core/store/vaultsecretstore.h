// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jsonfile.h"
#include "core/store/secretstore.h"
#include "core/store/vaultlock.h"

namespace walkabout {

/// Secrets in a file of ours, secrets.vault: each device's sealed apart with a key that a master pass-phrase gives. The
/// file is shared as the others are (design 3.10): damaged, it is set aside; newer, it is read and not changed. The key
/// is made on the pool, lives while the vault is open, and is wiped when it is locked or goes. What is sealed can be
/// forgotten without the key. Owned by ChosenSecretStore.
class VaultSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    /// cost: of a vault that is made anew.
    explicit VaultSecretStore(
        const QString &configFolder, sealing::Cost cost = sealing::Cost::standard(), QObject *parent = nullptr);
    ~VaultSecretStore() override;

    /// Whether there is one: else the first pass-phrase makes it.
    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const { return m_key.has_value(); }
    /// Opens it, or makes one; one at a time. Fails with WrongPassphrase, or with what is wrong with the file.
    void unlock(const Secret &passphrase, QObject *context, const Done &done);
    void lock();
    /// Seals all of it anew with a key that this pass-phrase gives, and is open then. Where the one before is not that
    /// of the vault, or anything fails, the file stays as it is.
    void changePassphrase(const Secret &before, const Secret &passphrase, QObject *context, const Done &done);

    void read(const QUuid &device, QObject *context, Found found) override;
    void write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) override;
    void remove(const QUuid &device, QObject *context, Done done) override;
    [[nodiscard]] QString whereKept() const override;
    [[nodiscard]] QString path() const { return m_file.path(); }

private:
    struct Content {
        std::optional<VaultLock> lock; // nullopt: no vault
        QJsonObject root;
        std::optional<Failure> failure;
    };
    [[nodiscard]] Content content() const;
    [[nodiscard]] std::optional<Failure> open(const VaultLock &lock, const Secret &key, bool isNew);
    struct Rekeying {
        Secret before;
        VaultLock lock; // the new one, proved
        Secret key;
    };
    [[nodiscard]] static Rekeying rekeying(
        const VaultLock &lock, const Secret &before, const Secret &passphrase, sealing::Cost cost);
    [[nodiscard]] std::optional<Failure> sealAnew(const VaultLock &known, const Rekeying &keys);
    [[nodiscard]] Failure noMemory() const;
    [[nodiscard]] Result<Secrets> found(const QUuid &device);
    [[nodiscard]] std::optional<Failure> keep(const QUuid &device, const Secrets &secrets);
    [[nodiscard]] Failure locked() const { return Failure(Failure::Kind::Locked, {m_file.path()}); }

    JsonFile m_file;
    sealing::Cost m_cost;
    VaultLock m_lock; // of the key
    std::optional<Secret> m_key;
};

} // namespace walkabout
