// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/memorysecretstore.h"

namespace walkabout {

void MemorySecretStore::read(const QUuid &device, QObject *context, Found found) {
    answer(context, found, m_secrets.value(device));
}

void MemorySecretStore::write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) {
    m_secrets.insert(device, secrets);
    answer(context, done, std::nullopt);
}

void MemorySecretStore::remove(const QUuid &device, QObject *context, Done done) {
    m_secrets.remove(device);
    answer(context, done, std::nullopt);
}

const Secrets *MemorySecretStore::find(const QUuid &device) const {
    const auto at = m_secrets.constFind(device);
    return at == m_secrets.cend() ? nullptr : &*at;
}

QString MemorySecretStore::whereKept() const { return tr("memory"); }

} // namespace walkabout
