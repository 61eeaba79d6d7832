// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/device/groupopening.h"

#include <utility>

namespace walkabout {

namespace {

bool lacksSecret(const Device &device, const Secrets &secrets) {
    if (device.kind != Device::Kind::Live)
        return false;
    const Result<Credential> credential = device.readCredential(secrets);
    return !credential && credential.failure().kind() == Failure::Kind::NoSecret;
}

} // namespace

GroupOpening::GroupOpening(QList<OpenDevice *> devices, QObject *parent)
    : QObject(parent)
    , m_devices(std::move(devices)) {
    QMetaObject::invokeMethod(this, &GroupOpening::begin, Qt::QueuedConnection);
}

void GroupOpening::begin() {
    for (OpenDevice *device : QList(m_devices)) {
        connect(device, &OpenDevice::opened, this, [this, device] { end(device); });
        connect(device, &OpenDevice::failed, this, [this, device](const Failure &failure) {
            if (m_devices.contains(device)) {
                emit failed(device, failure);
                end(device);
            }
        });
        connect(device, &OpenDevice::secretsWanted, this, [this, device](const Failure &failure) {
            if (device == m_asked)
                want(failure);
        });
        if (device->connection())
            end(device);
        else
            open(device);
    }
}

void GroupOpening::open(OpenDevice *device) {
    if (!lacksSecret(device->device(), {})) // and no keyring or vault is opened for it
        return device->open();
    device->readSecrets(this, [this, device](const Secrets &secrets) {
        if (!m_devices.contains(device))
            return;
        if (!lacksSecret(device->device(), secrets))
            return device->open();
        m_lacking.append(device);
        askNext();
    });
}

void GroupOpening::askNext() {
    if (m_asked || m_lacking.isEmpty())
        return;
    m_asked = m_lacking.takeFirst();
    m_asked->open(); // which asks for them
}

void GroupOpening::decline(const QUuid &device) {
    if (!m_asked || m_asked->device().id != device)
        return;
    OpenDevice *asked = m_asked;
    emit failed(asked, m_wanted.value_or(Failure(Failure::Kind::NoSecret, {asked->device().label()})));
    end(asked);
}

void GroupOpening::end(OpenDevice *device) {
    if (!m_devices.removeOne(device))
        return;
    m_lacking.removeOne(device);
    if (device->connection())
        emit opened(device);
    if (device == m_asked) {
        m_asked = nullptr;
        want({});
        askNext();
    }
}

void GroupOpening::want(std::optional<Failure> wanted) {
    m_wanted = std::move(wanted);
    emit wantedChanged();
}

} // namespace walkabout
