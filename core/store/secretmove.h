// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

namespace walkabout {

/// The secrets of these devices being copied from one store to another, one after the other. Begins by itself, ends
/// with exactly one finished(), from the event loop; what stood in the first store stands there still. Owned by
/// ChosenSecretStore; the stores outlive it.
class SecretMove final : public QObject {
    Q_OBJECT

public:
    SecretMove(SecretStore &from, SecretStore &to, QList<QUuid> devices, QObject *parent = nullptr);

    [[nodiscard]] const QList<QUuid> &devices() const { return m_devices; }

signals:
    void finished(const std::optional<walkabout::Failure> &failure);

private:
    void next();

    SecretStore &m_from;
    SecretStore &m_to;
    QList<QUuid> m_devices;
    qsizetype m_done = 0;
};

} // namespace walkabout
