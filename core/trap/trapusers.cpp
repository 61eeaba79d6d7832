// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trap/trapusers.h"

#include "core/store/devicestore.h"
#include "core/store/secretstore.h"

namespace walkabout {

TrapUsers::TrapUsers(DeviceStore &devices, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
    , m_secrets(secrets) {
    connect(&devices, &DeviceStore::changed, this, &TrapUsers::gatherAgain);
}

void TrapUsers::gatherAgain() {
    if (m_round > 0)
        gather();
}

void TrapUsers::gather() {
    const quint64 round = ++m_round;
    QList<Device> devices = m_devices.devices();
    for (const CredentialProfile &profile : m_devices.profiles()) {
        Device any;
        profile.applyTo(any);
        devices += any;
    }
    devices.removeIf([](const Device &device) { return device.version != Version::V3; });
    m_users.clear();
    m_awaited = devices.size();
    if (devices.isEmpty())
        emit gathered({});
    for (const Device &device : std::as_const(devices)) {
        m_secrets.read(device.secretsOwner(), this, [this, round, device](const Result<Secrets> &secrets) {
            if (round != m_round)
                return;
            auto user = device.readCredential(secrets ? *secrets : Secrets());
            if (user && !m_users.contains(*user))
                m_users += *std::move(user);
            if (--m_awaited == 0)
                emit gathered(m_users);
        });
    }
}

} // namespace walkabout
