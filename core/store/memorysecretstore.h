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
    void read(const QUuid &device, QObject *context, Found found) override;
    void write(const QUuid &device, const Secrets &secrets, QObject *context, Done done) override;
    void remove(const QUuid &device, QObject *context, Done done) override;
    [[nodiscard]] QString whereKept() const override;

    /// nullptr: none are kept of it.
    [[nodiscard]] const Secrets *find(const QUuid &device) const;
    [[nodiscard]] QList<QUuid> devices() const { return m_secrets.keys(); }

private:
    QHash<QUuid, Secrets> m_secrets;
};

} // namespace walkabout
