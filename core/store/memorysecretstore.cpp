// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/memorysecretstore.h"

namespace walkabout {

void MemorySecretStore::read(
    const QUuid &device, QObject *context, std::function<void(std::optional<Secrets>)> answer) {
    std::optional<Secrets> found;
    if (const auto at = m_secrets.constFind(device); at != m_secrets.cend())
        found = *at;
    QMetaObject::invokeMethod(
        context, [answer = std::move(answer), found = std::move(found)]() mutable { answer(std::move(found)); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QUuid &device, const Secrets &secrets) { m_secrets.insert(device, secrets); }

void MemorySecretStore::remove(const QUuid &device) { m_secrets.remove(device); }

QString MemorySecretStore::whereKept() const { return tr("Secrets are kept in memory until you quit."); }

} // namespace walkabout
