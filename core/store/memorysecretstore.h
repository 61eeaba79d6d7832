// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secretstore.h"

#include <QCoreApplication>
#include <QHash>

namespace walkabout {

/// Secrets kept in this process alone, wiped when it ends or forgets them; no file, no swap of ours. Owned by main.
class MemorySecretStore final : public SecretStore {
    Q_DECLARE_TR_FUNCTIONS(MemorySecretStore)

public:
    void read(const QUuid &device, QObject *context, std::function<void(std::optional<Secrets>)> answer) override;
    void write(const QUuid &device, const Secrets &secrets) override;
    void remove(const QUuid &device) override;
    [[nodiscard]] QString whereKept() const override;

private:
    QHash<QUuid, Secrets> m_secrets;
};

} // namespace walkabout
