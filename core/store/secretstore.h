// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secrets.h"

#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace walkabout {

/// Where secrets rest between uses: the seam behind which memory stands now and the desktop's keyring comes.
/// Asynchronous, because a keyring is: the answer is called from the event loop, unless the context object has gone.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual void read(const QUuid &device, QObject *context, std::function<void(std::optional<Secrets>)> answer) = 0;
    virtual void write(const QUuid &device, const Secrets &secrets) = 0;
    virtual void remove(const QUuid &device) = 0;
    /// One line for the window: "Secrets are kept in memory until you quit".
    [[nodiscard]] virtual QString whereKept() const = 0;
};

} // namespace walkabout
