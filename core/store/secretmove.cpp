// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secretmove.h"

namespace walkabout {

SecretMove::SecretMove(SecretStore &from, SecretStore &to, QList<QUuid> devices, QObject *parent)
    : QObject(parent)
    , m_from(from)
    , m_to(to)
    , m_devices(std::move(devices)) {
    QMetaObject::invokeMethod(this, &SecretMove::next, Qt::QueuedConnection);
}

void SecretMove::next() {
    if (m_done == m_devices.size()) {
        emit finished({});
        return;
    }
    const QUuid device = m_devices[m_done++];
    m_from.read(device, this, [this, device](const Result<Secrets> &secrets) {
        if (!secrets) {
            emit finished(secrets.failure());
            return;
        }
        if (*secrets == Secrets{})
            return next();
        m_to.write(device, *secrets, this, [this](const std::optional<Failure> &failure) {
            if (failure && failure->kind() != Failure::Kind::Damaged) // which was set aside, and the new one written
                emit finished(failure);
            else
                next();
        });
    });
}

} // namespace walkabout
