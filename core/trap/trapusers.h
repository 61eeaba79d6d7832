// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/credential.h"

#include <QObject>

namespace walkabout {

class DeviceStore;
class SecretStore;

/// The SNMPv3 users whose notifications are accepted: those of the saved devices and credential profiles whose
/// pass-phrases are known. Owned by the trap panel; the stores outlive it.
class TrapUsers final : public QObject {
    Q_OBJECT

public:
    TrapUsers(DeviceStore &devices, SecretStore &secrets, QObject *parent = nullptr);

    /// Ends in gathered(), and so does each change of the devices from then on; a later one makes an earlier one void.
    void gather();
    /// Where they were gathered once: a secret may be known by now. A keyring or a vault is not opened for nothing.
    void gatherAgain();

signals:
    void gathered(const QList<walkabout::Credential> &users);

private:
    DeviceStore &m_devices;
    SecretStore &m_secrets;
    QList<Credential> m_users;
    qsizetype m_awaited = 0;
    quint64 m_round = 0;
};

} // namespace walkabout
