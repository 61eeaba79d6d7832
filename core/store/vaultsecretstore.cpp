// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vaultsecretstore.h"

#include "core/store/secrettext.h"

#include <QFile>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace walkabout {

namespace {

constexpr auto EntriesKey = "devices"_L1;

QString entryName(const QUuid &device) { return device.toString(QUuid::WithoutBraces); }

} // namespace

VaultSecretStore::VaultSecretStore(const QString &configFolder, sealing::Cost cost, QObject *parent)
    : QObject(parent)
    , m_file(configFolder + u"/secrets.vault"_s, u"walkabout-vault"_s, 1)
    , m_cost(cost) {}

VaultSecretStore::~VaultSecretStore() = default;

bool VaultSecretStore::exists() const { return QFile::exists(m_file.path()); }

void VaultSecretStore::lock() { m_key.reset(); }

VaultSecretStore::Content VaultSecretStore::content() const {
    JsonFile::Content read = m_file.read();
    Content content{{}, std::move(read.root), std::move(read.failure)};
    if (!read.exists)
        return content;
    content.lock = VaultLock::read(content.root);
    if (!content.lock && !content.failure) {
        content.failure = m_file.setAside();
        content.root = {};
    }
    return content;
}

void VaultSecretStore::unlock(const Secret &passphrase, QObject *context, const Done &done) {
    const Content now = content();
    if (!now.lock && now.failure)
        return answer(context, done, now.failure);
    const bool isNew = !now.lock;
    const VaultLock lock = now.lock.value_or(VaultLock::fresh(m_cost));
    auto *watcher = new QFutureWatcher<Secret>(this);
    connect(
        watcher, &QFutureWatcherBase::finished, this, [this, watcher, lock, isNew, done, context = QPointer(context)] {
            watcher->deleteLater();
            answer(context, done, open(lock, watcher->future().takeResult(), isNew));
        });
    watcher->setFuture(QtConcurrent::run(&sealing::deriveKey, passphrase, lock.salt, lock.cost));
}

std::optional<Failure> VaultSecretStore::open(const VaultLock &lock, const Secret &key, bool isNew) {
    if (key.isEmpty())
        return noMemory();
    m_lock = lock;
    if (!isNew) {
        if (!lock.isOpenedBy(key))
            return Failure(Failure::Kind::WrongPassphrase, {m_file.path()});
        m_key = key;
        return {};
    }
    m_lock.prove(key);
    bool isOurs = true;
    auto failure = m_file.update({}, [this, &isOurs](QJsonObject &root) {
        isOurs = !root.contains(u"key");
        if (isOurs)
            m_lock.write(root);
    });
    if (failure && failure->kind() != Failure::Kind::Damaged)
        return failure;
    if (!isOurs) // made by another program while the key was
        return Failure(Failure::Kind::WrongPassphrase, {m_file.path()});
    m_key = key;
    return failure;
}

Failure VaultSecretStore::noMemory() const {
    return Failure(Failure::Kind::File, {m_file.path(), tr("there is not memory enough to make its key")});
}

void VaultSecretStore::changePassphrase(
    const Secret &before, const Secret &passphrase, QObject *context, const Done &done) {
    const Content now = content();
    if (now.failure)
        return answer(context, done, now.failure);
    if (!now.lock)
        return answer(context, done, Failure(Failure::Kind::BadUsage, {tr("There is no vault yet.")}));
    auto *watcher = new QFutureWatcher<Rekeying>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
        [this, watcher, known = *now.lock, done, context = QPointer(context)] {
            watcher->deleteLater();
            answer(context, done, sealAnew(known, watcher->future().takeResult()));
        });
    watcher->setFuture(QtConcurrent::run(&VaultSecretStore::rekeying, *now.lock, before, passphrase, m_cost));
}

// On the pool. A wrong pass-phrase costs one key, not two.
VaultSecretStore::Rekeying VaultSecretStore::rekeying(
    const VaultLock &lock, const Secret &before, const Secret &passphrase, sealing::Cost cost) {
    Rekeying keys{sealing::deriveKey(before, lock.salt, lock.cost), VaultLock::fresh(cost), {}};
    if (!lock.isOpenedBy(keys.before))
        return keys;
    keys.key = sealing::deriveKey(passphrase, keys.lock.salt, cost);
    if (!keys.key.isEmpty())
        keys.lock.prove(keys.key);
    return keys;
}

std::optional<Failure> VaultSecretStore::sealAnew(const VaultLock &known, const Rekeying &keys) {
    if (keys.before.isEmpty())
        return noMemory();
    if (!known.isOpenedBy(keys.before))
        return Failure(Failure::Kind::WrongPassphrase, {m_file.path()});
    if (keys.key.isEmpty())
        return noMemory();
    bool fits = true;
    auto failure = m_file.update({}, [&](QJsonObject &root) {
        fits = VaultLock::read(root) == known;
        if (!fits)
            return;
        QJsonObject entries = root[EntriesKey].toObject();
        for (auto each = entries.begin(); each != entries.end(); ++each) {
            // What was tampered with stays as unreadable as it is.
            const QByteArray box = QByteArray::fromBase64(each.value().toString().toLatin1());
            if (const auto text = sealing::open(box, keys.before))
                each.value() = QString::fromLatin1(sealing::seal(text->reveal(), keys.key).toBase64());
        }
        root[EntriesKey] = entries;
        keys.lock.write(root);
    });
    if (!fits) // another program was quicker
        return Failure(Failure::Kind::WrongPassphrase, {m_file.path()});
    if (failure)
        return failure;
    m_lock = keys.lock;
    m_key = keys.key;
    return {};
}

Result<Secrets> VaultSecretStore::found(const QUuid &device) {
    const Content now = content();
    if (!now.lock) {
        lock();
        return now.failure ? Result<Secrets>(*now.failure) : Secrets{};
    }
    if (now.lock != m_lock) // another program has made it anew
        lock();
    if (!m_key)
        return locked();
    const QJsonValue entry = now.root[EntriesKey][entryName(device)];
    if (entry.isUndefined())
        return Secrets{};
    const auto wrong = [this](const QString &what) {
        return Failure(Failure::Kind::File,
            {m_file.path(), tr("what it holds of this device cannot be read: %1. Type its secrets again").arg(what)});
    };
    const auto text = sealing::open(QByteArray::fromBase64(entry.toString().toLatin1()), *m_key);
    if (!text)
        return wrong(tr("it was changed since it was written"));
    Result<Secrets> secrets = secrettext::read(device, *text);
    return secrets ? std::move(secrets) : wrong(secrets.failure().arguments().value(0));
}

std::optional<Failure> VaultSecretStore::keep(const QUuid &device, const Secrets &secrets) {
    if (!m_key)
        return locked();
    const Secret text = secrettext::write(device, secrets);
    const QString sealed = QString::fromLatin1(sealing::seal(text.reveal(), *m_key).toBase64());
    QJsonObject start; // should the file have gone since it was opened
    m_lock.write(start);
    bool fits = true;
    auto failure = m_file.update(start, [&](QJsonObject &root) {
        fits = VaultLock::read(root) == m_lock;
        if (!fits)
            return;
        QJsonObject entries = root[EntriesKey].toObject();
        entries[entryName(device)] = sealed;
        root[EntriesKey] = entries;
    });
    if (!fits) {
        lock();
        return locked();
    }
    return failure;
}

void VaultSecretStore::read(const QUuid &device, QObject *context, Found found) {
    answer(context, found, this->found(device));
}

void VaultSecretStore::write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) {
    answer(context, done, keep(device, secrets));
}

void VaultSecretStore::remove(const QUuid &device, QObject *context, Done done) {
    const QString name = entryName(device);
    if (!content().root[EntriesKey].toObject().contains(name))
        return answer(context, done, std::nullopt);
    answer(context, done, m_file.update({}, [&name](QJsonObject &root) {
        QJsonObject entries = root[EntriesKey].toObject();
        entries.remove(name);
        root[EntriesKey] = entries;
    }));
}

QString VaultSecretStore::whereKept() const { return tr("encrypted vault"); }

} // namespace walkabout
