// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

namespace QKeychain {
class Job;
}

namespace walkabout {

/// Secrets in the desktop's own keyring (Secret Service, KWallet) by QtKeychain: one entry a device, of the service
/// "walkabout", named by its UUID. Never in QtKeychain's plain-text fallback. The desktop may ask the person to unlock
/// the keyring: an answer takes as long. Owned by ChosenSecretStore.
class KeyringSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    explicit KeyringSecretStore(QObject *parent = nullptr);

    /// Whether a keyring answers here.
    void find(QObject *context, std::function<void(bool)> answer);

    void read(const QUuid &device, QObject *context, Found found) override;
    void write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) override;
    void remove(const QUuid &device, QObject *context, Done done) override;
    [[nodiscard]] QString whereKept() const override;

private:
    /// A job deletes itself, and cannot be stopped.
    void start(QKeychain::Job *job, const QUuid &device, QObject *context, std::function<void()> finished);
    [[nodiscard]] static Failure failure(const QKeychain::Job &job);
};

} // namespace walkabout
