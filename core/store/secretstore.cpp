// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secretstore.h"

namespace walkabout {

void SecretStore::answer(QObject *context, const Found &found, Result<Secrets> secrets) {
    if (found && context)
        QMetaObject::invokeMethod(
            context, [found, secrets = std::move(secrets)] { found(secrets); }, Qt::QueuedConnection);
}

void SecretStore::answer(QObject *context, const Done &done, const std::optional<Failure> &failure) {
    if (done && context)
        QMetaObject::invokeMethod(
            context, [done, failure] { done(failure); }, Qt::QueuedConnection);
}

} // namespace walkabout
