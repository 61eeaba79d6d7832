// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chosensecretstore.h"

#include "core/store/devicestore.h"
#include "core/store/secretmove.h"
#include "core/store/settings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr auto PlaceKey = "secrets"_L1;
constexpr std::array places{std::pair{ChosenSecretStore::Place::Memory, "memory"_L1},
    std::pair{ChosenSecretStore::Place::Keyring, "keyring"_L1}, std::pair{ChosenSecretStore::Place::Vault, "vault"_L1}};

bool isDone(const std::optional<Failure> &failure) {
    return !failure || failure->kind() == Failure::Kind::Damaged; // which was set aside, and the new one written
}

} // namespace

QString ChosenSecretStore::name(Place place) {
    for (const auto &[known, text] : places) {
        if (known == place)
            return text;
    }
    return {};
}

std::optional<ChosenSecretStore::Place> ChosenSecretStore::placeNamed(QStringView name) {
    for (const auto &[known, text] : places) {
        if (text == name)
            return known;
    }
    return {};
}

ChosenSecretStore::ChosenSecretStore(
    DeviceStore &devices, Settings &settings, const QString &configFolder, sealing::Cost cost, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
    , m_settings(settings)
    , m_vault(configFolder, cost) {
    connect(&devices, &DeviceStore::changed, this, &ChosenSecretStore::settleAll);
}

ChosenSecretStore::~ChosenSecretStore() = default;

std::optional<ChosenSecretStore::Place> ChosenSecretStore::chosen() const {
    return placeNamed(m_settings.value(PlaceKey).toString());
}

SecretStore &ChosenSecretStore::store(Place place) {
    switch (place) {
    case Place::Keyring: return m_keyring;
    case Place::Vault: return m_vault;
    case Place::Memory: break;
    }
    return m_memory;
}

bool ChosenSecretStore::isLocked() const { return chosen() == Place::Vault && !m_vault.isOpen(); }

QString ChosenSecretStore::whereKept() const {
    switch (chosen().value_or(Place::Memory)) {
    case Place::Keyring: return m_keyring.whereKept();
    case Place::Vault: return isLocked() && hasVault() ? tr("encrypted vault, locked") : m_vault.whereKept();
    case Place::Memory: break;
    }
    return m_memory.whereKept();
}

void ChosenSecretStore::findKeyring(QObject *context, std::function<void(bool)> answer) {
    m_keyring.find(context, std::move(answer));
}

void ChosenSecretStore::read(const QUuid &device, QObject *context, Found found) {
    if (const Secrets *waiting = m_memory.find(device))
        return answer(context, found, *waiting);
    if (!m_devices.ownsSecrets(device) || &chosenStore() == &m_memory || (isLocked() && !hasVault()))
        return answer(context, found, Secrets{});
    if (isLocked()) {
        if (m_staysLocked)
            return answer(context, found, Failure(Failure::Kind::Locked, {m_vault.path()}));
        m_readers.append({device, context, std::move(found)});
        return wantUnlock();
    }
    chosenStore().read(device, context, [this, found = std::move(found)](const Result<Secrets> &secrets) {
        if (!secrets)
            emit failed(secrets.failure());
        found(secrets);
    });
}

void ChosenSecretStore::write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) {
    m_memory.write(device, secrets, this, {});
    m_writers.append({device, context, std::move(done)});
    if (m_move)
        m_newer.insert(device);
    settle(device);
}

void ChosenSecretStore::remove(const QUuid &device, QObject *context, Done done) {
    m_memory.remove(device, this, {});
    tell(device, {});
    begin();
    chosenStore().remove(
        device, this, [this, context = QPointer(context), done = std::move(done)](const auto &failure) {
            end();
            if (failure)
                emit failed(*failure);
            answer(context, done, failure);
        });
}

// What waits in memory goes to its place, if there is one and it takes it.
void ChosenSecretStore::settle(const QUuid &device) {
    const Secrets *waiting = m_memory.find(device);
    if (!waiting || !m_devices.ownsSecrets(device))
        return tell(device, {});
    if (!chosen() && !std::exchange(m_choiceAsked, true))
        emit choiceWanted();
    if (&chosenStore() == &m_memory)
        return tell(device, {});
    if (m_move)
        return; // once that has ended
    if (isLocked())
        return m_staysLocked ? tell(device, Failure(Failure::Kind::Locked, {m_vault.path()})) : wantUnlock();
    begin();
    const Secrets secrets = *waiting;
    const Done done = [this, device, secrets](const auto &failure) { kept(device, secrets, failure); };
    if (secrets == Secrets{})
        chosenStore().remove(device, this, done);
    else
        chosenStore().write(device, secrets, this, done);
}

void ChosenSecretStore::settleAll() {
    for (const QUuid &device : m_memory.devices()) {
        if (m_devices.ownsSecrets(device))
            settle(device);
    }
}

void ChosenSecretStore::kept(const QUuid &device, const Secrets &secrets, const std::optional<Failure> &failure) {
    end();
    if (failure && failure->kind() == Failure::Kind::Locked && isLocked())
        return settle(device); // the vault was made anew by another program
    if (failure)
        emit failed(*failure);
    const Secrets *now = m_memory.find(device);
    if (isDone(failure) && now && *now == secrets && &chosenStore() != &m_memory)
        m_memory.remove(device, this, {});
    tell(device, failure);
}

void ChosenSecretStore::tell(const QUuid &device, const std::optional<Failure> &failure) {
    for (const Writer &writer : std::as_const(m_writers)) {
        if (writer.device == device)
            answer(writer.context, writer.done, failure);
    }
    m_writers.removeIf([&device](const Writer &writer) { return writer.device == device; });
}

void ChosenSecretStore::wantUnlock() {
    if (!std::exchange(m_unlockAsked, true))
        emit unlockWanted();
}

void ChosenSecretStore::unlock(const Secret &passphrase, QObject *context, Done done) {
    m_vault.unlock(passphrase, this, [this, context = QPointer(context), done = std::move(done)](const auto &failure) {
        if (m_vault.isOpen())
            opened();
        answer(context, done, failure);
    });
}

void ChosenSecretStore::changePassphrase(const Secret &before, const Secret &passphrase, QObject *context, Done done) {
    if (m_move)
        return answer(context, done, Failure(Failure::Kind::BadUsage, {tr("The secrets are being moved just now.")}));
    begin();
    m_vault.changePassphrase(
        before, passphrase, this, [this, context = QPointer(context), done = std::move(done)](const auto &failure) {
            if (!failure && chosen() == Place::Vault)
                opened();
            else if (!failure)
                m_vault.lock();
            end();
            answer(context, done, failure);
        });
}

void ChosenSecretStore::opened() {
    m_unlockAsked = false;
    m_staysLocked = false;
    for (Reader &reader : std::exchange(m_readers, {})) {
        if (reader.context)
            read(reader.device, reader.context, std::move(reader.found));
    }
    settleAll();
    emit changed();
}

void ChosenSecretStore::stayLocked() {
    m_unlockAsked = false;
    m_staysLocked = true;
    const Failure locked(Failure::Kind::Locked, {m_vault.path()});
    for (const Reader &reader : std::exchange(m_readers, {}))
        answer(reader.context, reader.found, locked);
    settleAll();
}

void ChosenSecretStore::choose(Place place, const Secret &passphrase, QObject *context, Done done) {
    if (place == Place::Keyring)
        return m_keyring.find(this, [this, context = QPointer(context), done = std::move(done)](bool answers) {
            if (answers)
                move(Place::Keyring, context, done);
            else
                answer(context, done, Failure(Failure::Kind::Keyring, {tr("none runs here")}));
        });
    if (place != Place::Vault || m_vault.isOpen())
        return move(place, context, done);
    m_vault.unlock(
        passphrase, this, [this, place, context = QPointer(context), done = std::move(done)](const auto &failure) {
            if (!m_vault.isOpen())
                return answer(context, done, failure);
            move(place, context, done);
        });
}

void ChosenSecretStore::move(Place place, const QPointer<QObject> &context, const Done &done) {
    if (m_move)
        return answer(context, done, Failure(Failure::Kind::BadUsage, {tr("The secrets are being moved just now.")}));
    QList<QUuid> devices = m_devices.secretsOwners();
    if (chosen() == place)
        devices.clear();
    m_newer.clear();
    m_staysLocked = false; // what moves is wanted
    m_move = new SecretMove(*this, store(place), devices, this);
    begin();
    connect(m_move, &SecretMove::finished, this, [this, place, devices, context, done](const auto &failure) {
        std::exchange(m_move, nullptr)->deleteLater();
        if (failure) {
            settleAll();
        } else {
            moved(place, devices);
        }
        end();
        answer(context, done, failure);
    });
}

void ChosenSecretStore::moved(Place place, const QList<QUuid> &devices) {
    SecretStore &before = chosenStore();
    if (const auto failure = m_settings.set({{PlaceKey, name(place)}}))
        emit failed(*failure); // holds for this run all the same
    for (const QUuid &device : devices) {
        if (place != Place::Memory && !m_newer.contains(device))
            m_memory.remove(device, this, {});
        if (&before == &m_memory || &before == &chosenStore())
            continue;
        begin();
        before.remove(device, this, [this](const auto &failure) {
            end();
            if (failure)
                emit failed(*failure);
        });
    }
    if (place != Place::Vault)
        m_vault.lock();
    opened();
}

void ChosenSecretStore::whenIdle(QObject *context, std::function<void()> idle) {
    if (m_busy == 0) {
        QMetaObject::invokeMethod(context, std::move(idle), Qt::QueuedConnection);
        return;
    }
    connect(
        this, &ChosenSecretStore::busyChanged, context, [idle = std::move(idle)] { idle(); }, Qt::SingleShotConnection);
}

void ChosenSecretStore::begin() {
    if (m_busy++ == 0)
        emit busyChanged(true);
}

void ChosenSecretStore::end() {
    if (--m_busy == 0)
        emit busyChanged(false);
}

} // namespace walkabout
