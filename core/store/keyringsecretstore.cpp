// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keyringsecretstore.h"

#include "core/base/log.h"
#include "core/store/secrettext.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <string.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace walkabout {

namespace {

constexpr auto ProbePatience = 5s; // a keyring that is there answers at once, also one that is started for it

QString service() { return u"walkabout"_s; }

} // namespace

KeyringSecretStore::KeyringSecretStore(QObject *parent)
    : QObject(parent) {}

void KeyringSecretStore::start(
    QKeychain::Job *job, const QUuid &device, QObject *context, std::function<void()> finished) {
    job->setKey(device.toString(QUuid::WithoutBraces));
    job->setInsecureFallback(false);
    // Of the context, not of the store: who asked may hear of it after the store has gone.
    connect(job, &QKeychain::Job::finished, context ? context : this, std::move(finished));
    job->start();
}

Failure KeyringSecretStore::failure(const QKeychain::Job &job) {
    QString words = job.errorString();
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented: words = tr("none runs here"); break;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: words = tr("it stays locked, or access was refused"); break;
    default: break;
    }
    qCInfo(lcStore) << "keyring error" << int(job.error());
    return Failure(Failure::Kind::Keyring, {words.isEmpty() ? tr("it gave no reason") : words});
}

void KeyringSecretStore::find(QObject *context, std::function<void(bool)> answer) {
    // Nothing is found by that name, so nothing is unlocked for it.
    auto *job = new QKeychain::ReadPasswordJob(service());
    const auto told = std::make_shared<bool>(false);
    const auto tell = [told, answer = std::move(answer)](bool there) {
        if (!std::exchange(*told, true))
            answer(there);
    };
    start(job, QUuid::createUuid(), context,
        [job, tell] { tell(job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound); });
    QTimer::singleShot(ProbePatience, context, [tell] { tell(false); });
}

void KeyringSecretStore::read(const QUuid &device, QObject *context, Found found) {
    auto *job = new QKeychain::ReadPasswordJob(service());
    start(job, device, context, [this, job, device, found] {
        const QByteArray data = job->binaryData();
        const Secret text{QByteArrayView(data)};
        if (!data.isEmpty()) // the job's own copy, and this one
            explicit_bzero(const_cast<char *>(data.constData()), size_t(data.size()));
        if (job->error() == QKeychain::EntryNotFound)
            return found(Secrets{});
        if (job->error() != QKeychain::NoError)
            return found(failure(*job));
        const Result<Secrets> secrets = secrettext::read(device, text);
        if (secrets)
            return found(secrets);
        const QString what = secrets.failure().arguments().value(0);
        found(Failure(Failure::Kind::Keyring,
            {tr("the entry of this device cannot be read, %1; type its secrets again").arg(what)}));
    });
}

void KeyringSecretStore::write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) {
    auto *job = new QKeychain::WritePasswordJob(service());
    const Secret text = secrettext::write(device, secrets);
    QString given = QString::fromLatin1(text.reveal());
    job->setTextData(given);
    static_cast<void>(Secret::take(std::move(given)));
    start(job, device, context, [job, done] {
        if (done)
            done(job->error() == QKeychain::NoError ? std::nullopt : std::optional(failure(*job)));
    });
}

void KeyringSecretStore::remove(const QUuid &device, QObject *context, Done done) {
    auto *job = new QKeychain::DeletePasswordJob(service());
    start(job, device, context, [job, done] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (done)
            done(gone ? std::nullopt : std::optional(failure(*job)));
    });
}

QString KeyringSecretStore::whereKept() const { return tr("desktop keyring"); }

} // namespace walkabout
